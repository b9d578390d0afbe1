import { expect, test } from 'vitest';
import { reasonWords } from '../../src/runs/rule-counts.ts';
import { unendedWords } from '../../src/runs/words.ts';
import { REASONS } from '../../src/validators/evaluate-equation.ts';

test.each([
  [null, 'crawl', '进行中（抓取）', 'under way (fetching)'],
  [null, 'started', '进行中（刚开始）', 'under way (just begun)'],
  ['2026-02-01T10:00:00Z', 'compare', '中断（比较各份报告）', 'cut off (comparing reports)'],
  [
    null,
    'a stage\nof another release',
    '进行中（a stage of another release）',
    'under way (a stage of another release)',
  ],
])('a run without an exit code, ended %s at stage %s, is %s', (finishedAt, stage, zh, en) => {
  expect(unendedWords({ finishedAt, stage })).toEqual({ zh, en });
});

test('why a check could not be made is told in words, never by its identifier', () => {
  for (const reason of [...REASONS, 'no_number'])
    for (const lang of ['zh', 'en'] as const) expect(reasonWords(reason, lang)).not.toContain(reason);
});
