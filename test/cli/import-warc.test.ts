import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { eachGzipped, rawRecord, rawResponse, writeWarc } from '../archive/make-warc.ts';
import { tempDir } from '../archive/temp-archive.ts';
import { capture } from './hand-made.ts';

const report = readFileSync('test/fixtures/generated/html-plain-2021-11.html');
const url = 'http://www.a.gov.cn/1.html';
const records = [
  rawRecord('warcinfo', 'software: x\r\n'),
  rawResponse(url, report),
  rawResponse('http://www.a.gov.cn/x.html', 'x', { status: '404 Not Found' }),
];

function makeRun() {
  const dir = tempDir();
  const places = ['--database', join(dir, 'a.sqlite'), '--archive', join(dir, 'archive')];
  const run = async (...args: string[]) => {
    const io = capture();
    return { exitCode: await runCli([...args, ...places], io), out: io.out(), err: io.err() };
  };
  return { dir, run };
}

test('a folder gives its documents, then what is in its WARC files; damage is told in one line', async () => {
  const { run, dir } = makeRun();
  const folder = join(dir, 'others');
  mkdirSync(folder);
  writeFileSync(join(folder, 'b.html'), Buffer.concat([report, Buffer.from(' ')]));
  const parts = eachGzipped(records);
  const path = writeWarc([...parts, parts[1]!.subarray(0, -9)], 'a.warc.gz', folder);
  const { exitCode, out } = await run('import', folder, '--lang', 'en');
  expect(exitCode).toBe(6);
  expect(out.split('\n')).toEqual([
    expect.stringMatching(/^added {2}.*b\.html/),
    expect.stringMatching(/^added {2}http:\/\/www\.a\.gov\.cn\/1\.html {2}#2/),
    '',
    `${path}: 4 records read, 1 report or attachment found`,
    'Records that were not stored:',
    '  1  requests and notes on the crawl',
    '  1  answers without a document (status other than 200)',
    '  1  damaged',
    `${path} is damaged or cut off in places: all that can be read was taken`,
    '',
    '2 added, 0 updated, 0 unchanged, 0 failed',
    '',
  ]);
});

test('a file that is no WARC, or not there, is told in a line', async () => {
  const { run, dir } = makeRun();
  const none = join(dir, 'none.warc.gz');
  const missing = await run('import', none, '--lang', 'zh');
  expect(missing.exitCode).toBe(2);
  expect(missing.out).toContain(`${none}：读取 0 条记录，找到 0 份报告或其附件\n没有这个文件`);
  writeFileSync(none, 'no WARC');
  expect(await run('import', none, '--lang', 'en')).toMatchObject({
    exitCode: 2,
    out: expect.stringContaining(`there is no WARC record to read in ${none}`),
  });
  const address = await run('import', none, '--url', 'http://a.gov.cn/', '--lang', 'en');
  expect(address).toMatchObject({
    exitCode: 2,
    err: expect.stringContaining('--url is not for a WARC file'),
  });
});
