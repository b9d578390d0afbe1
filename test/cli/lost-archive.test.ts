import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { tempDir } from '../archive/temp-archive.ts';
import { noticeBoard } from '../sites/notice-board.ts';
import { startWeb } from '../sites/web.ts';
import { writeRegistry } from '../sites/write-registry.ts';
import { capture } from './hand-made.ts';

const FILE = 'gongkai-000001.warc.gz';
const INDEX = `${FILE}.index.jsonl`;
const rename = (from: string, to: string) => (archive: string) =>
  renameSync(join(archive, from), join(archive, to));
const cut = (archive: string) => {
  const bytes = readFileSync(join(archive, FILE));
  writeFileSync(join(archive, FILE), bytes.subarray(0, bytes.length / 2));
};

test.each<[what: string, harm: (archive: string) => void, exitCode: number, told: RegExp]>([
  ['is not there', rename(FILE, 'away'), 2, /000001\.warc\.gz: is not there\. The database points into it/],
  ['is an older, shorter copy', cut, 12, /000001\.warc\.gz: has \d+ bytes, and had \d+\. Restore the file/],
  ['lost its index alone', rename(INDEX, 'away'), 0, /^$/],
])(
  'a file of the archive that %s stops a run and an import before they write, or is made good',
  async (_, harm, exitCode, told) => {
    const dir = tempDir();
    const archive = join(dir, 'archive');
    const board = noticeBoard({ host: 'www.board.gov.cn', years: [2022] });
    writeRegistry(join(dir, 'sources'), [board.source]);
    const web = await startWeb([board.site]);
    onTestFinished(() => web.close());
    const run = async (...args: string[]) => {
      const io = capture();
      const places = ['--database', join(dir, 'a.sqlite'), '--archive', archive];
      const lang = ['--lang', 'en', '--log-level', 'error'];
      return { exitCode: await runCli([...args, ...places, ...lang], io), err: io.err() };
    };
    const crawl = ['run', '--sources', join(dir, 'sources'), '--connect-to', web.connectTo, '--delay', '0'];
    expect((await run(...crawl)).exitCode).toBe(0);
    harm(archive);
    const left = readdirSync(archive);
    const bytes = left.map((name) => readFileSync(join(archive, name)).length);
    const report = 'test/fixtures/generated/html-plain-2021-11.html';
    for (const command of [crawl, ['import', report]]) {
      const ended = await run(...command);
      expect([ended.exitCode, ended.err]).toEqual([exitCode, expect.stringMatching(told)]);
    }
    if (exitCode === 0) return;
    expect(readdirSync(archive)).toEqual(left);
    expect(left.map((name) => readFileSync(join(archive, name)).length)).toEqual(bytes);
  },
);
