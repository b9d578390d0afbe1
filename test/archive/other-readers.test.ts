import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { appendExchange } from '../../src/archive/append-exchange.ts';
import { appendRendered } from '../../src/archive/append-rendered.ts';
import { makeExchange, PAGE } from './make-exchange.ts';
import { DATE, gbkPage, tempArchive } from './temp-archive.ts';

/** A file with a record of every kind. */
async function makeFile(): Promise<string> {
  const archive = await tempArchive();
  const encoded = {
    url: `${PAGE}?z`,
    payload: gzipSync(gbkPage('年报')),
    responseHeaders: [
      ['Content-Encoding', 'gzip'],
      ['Transfer-Encoding', 'chunked'],
    ],
  } as const;
  await appendExchange(archive, makeExchange(), { role: 'report' });
  await appendExchange(archive, makeExchange(encoded), { role: 'attachment', page: PAGE });
  await appendExchange(archive, makeExchange(), { role: 'report' });
  await appendExchange(archive, makeExchange({ status: 304, payload: new Uint8Array() }), { role: 'list' });
  await appendRendered(archive, gbkPage('DOM'), { url: PAGE, date: DATE }, { role: 'probe' });
  return join(archive.dir, 'gongkai-000001.warc.gz');
}

test('the index that warcio makes has each capture, with its status', async () => {
  const { status, stdout } = spawnSync('npx', ['--no-install', 'warcio', 'cdx-index', await makeFile()], {
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line.slice(line.indexOf('{'))));
  expect(lines.map(({ url, mime, status: code }) => [url, mime, code])).toEqual([
    [PAGE, 'text/html', '200'],
    [`${PAGE}?z`, undefined, '200'],
    [PAGE, 'warc/revisit', '200'],
    [PAGE, 'warc/revisit', '304'],
    [PAGE, 'application/octet-stream', undefined],
  ]);
});

const python = spawnSync('python3', ['-c', 'import warcio'], { encoding: 'utf8' });

test.skipIf(python.status !== 0)(
  'warcio for Python, where it is installed, finds every digest right',
  async () => {
    const path = await makeFile();
    const check = spawnSync('python3', ['-m', 'warcio.cli', 'check', '-v', path], { encoding: 'utf8' });
    expect(check.stdout + check.stderr).not.toMatch(/digest failed|not present/);
    expect(check.status).toBe(0);
  },
);
