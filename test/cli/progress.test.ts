import { expect, test } from 'vitest';
import { lineProgress, recordProgress, SOURCES, startProgress } from '../../src/cli/progress.ts';
import { capture, sessionOf } from './hand-made.ts';

test('lines come at most once a second and not for the last file, which has a line of its own', () => {
  let clock = 0;
  const lines: string[] = [];
  const progress = lineProgress(
    10,
    (line) => lines.push(line),
    'en',
    () => clock,
  );
  for (let file = 0; file < 10; file++) {
    clock += 400;
    progress.advance();
  }
  expect(lines).toEqual(['read 3 of 10 (30 %)\n', 'read 6 of 10 (60 %)\n', 'read 9 of 10 (90 %)\n']);
});

test('one file has no progress, and nothing is drawn over results on the same terminal', async () => {
  const one = capture({ stderr: true });
  (await startProgress(1, sessionOf(one))).advance();
  const both = capture({ stdout: true, stderr: true });
  const progress = await startProgress(5, sessionOf(both));
  progress.advance();
  progress.stop();
  expect(one.err() + both.err()).toBe('');
});

test('sources are counted as sources, and drawn where nothing else is written until the end', async () => {
  let clock = 0;
  const lines: string[] = [];
  const lined = lineProgress(
    2,
    (line) => lines.push(line),
    'zh',
    () => clock,
    SOURCES,
  );
  clock = 2000;
  lined.advance();
  expect(lines).toEqual(['来源：已完成 1/2（50%）\n']);
  const both = capture({ stdout: true, stderr: true });
  const progress = await startProgress(5, sessionOf(both), SOURCES);
  progress.advance();
  progress.stop();
  expect(both.err()).toContain('sources');
});

test('records of a WARC file are told at most once a second, without a sum that nobody knows', () => {
  let clock = 0;
  const io = capture();
  const tell = recordProgress(sessionOf(io, 'zh'), () => clock);
  for (let records = 1; records <= 6; records++) {
    clock += 400;
    tell({ records, reports: 1 });
  }
  expect(io.err()).toBe('已读取 3 条记录，找到 1 份报告\n已读取 6 条记录，找到 1 份报告\n');
  recordProgress({ ...sessionOf(io), logLevel: 'error' }, () => 0)({ records: 1, reports: 1 });
  expect(io.err()).not.toContain('records read');
});
