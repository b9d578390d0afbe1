import { expect, test } from 'vitest';
import { NO_COUNTS, RunReport, type SourceResult } from '../../../src/model/run-report.ts';
import { type NightFacts, reportNight } from '../../../src/pipeline/crawl/report-night.ts';
import { finishRun, startRun } from '../../../src/store/crawl/runs.ts';
import { makeExtraction } from '../../store/make-extraction.ts';
import { load, tempStore } from '../../store/temp-store.ts';

const result = (source: string, change: Partial<SourceResult> = {}): SourceResult => ({
  ...{ source, name: source, division: source.slice(0, 6), family: 'trs', outcome: 'done', cause: null },
  ...{ detail: null, counts: NO_COUNTS, skippedBy: {}, failedBy: {}, requests: 3, bytes: 100, durationMs: 1 },
  ...{ parsed: 0, doubtful: 0, loaded: { inserted: 0, updated: 0, unchanged: 0, failed: 0 } },
  ...change,
});
const lists = { newReports: [], changedReports: [], vanishedReports: [] };
const start = { command: 'run', startedAt: '2026-01-01T18:30:00Z', parserVersion: '1', holder: '1@here' };

function factsOf(results: readonly SourceResult[], store = tempStore()): NightFacts {
  return {
    ...{ run: startRun(store, start), command: 'run', startedAt: start.startedAt, exitCode: 0, store },
    ...{ crawled: results.map((one) => ({ result: one, ...lists })), sources: [], networkDown: false },
    ...{
      finishedAt: new Date('2026-01-01T20:00:00Z'),
      partial: false,
      parserVersion: '1',
      programVersion: '0',
    },
    storage: { databaseBytes: 1, walBytes: 0, archiveBytes: 1, freeBytes: 1024 ** 4 },
    room: { freeBytes: 1024 ** 4, leastBytes: 0 },
  };
}

test('a lost address is a fault of the program: counts that do not balance are no report', () => {
  const counts = { ...NO_COUNTS, discovered: 3, new: 1, skipped: 1 };
  expect(() => reportNight(factsOf([result('220382', { counts })]))).toThrow(/220382.*do not balance/);
});

test('changed and vanished reports stand beside the sum; totals are those of the sources', () => {
  const counts = { ...NO_COUNTS, discovered: 4, new: 2, same: 1, pending: 1, changed: 1, vanished: 5 };
  const report = reportNight(factsOf([result('220382', { counts }), result('220300', { counts })]));
  expect(report).toMatchObject({ requests: 6, bytes: 200, totals: { discovered: 8, vanished: 10 } });
  expect(RunReport.parse(report)).toEqual(report);
});

test('causes are counted by the sources they met', () => {
  const report = reportNight(
    factsOf([
      result('1', { outcome: 'failed', cause: 'dns' }),
      result('2', { outcome: 'failed', cause: 'dns' }),
      result('3', { outcome: 'partly', failedBy: { timeout: 7, gone: 1 } }),
    ]),
  );
  expect(report.causes).toEqual([
    { cause: 'dns', sources: 2, addresses: 0 },
    { cause: 'timeout', sources: 1, addresses: 7 },
    { cause: 'gone', sources: 1, addresses: 1 },
  ]);
});

test('coverage is what is in force, by province and year, beside that of the last whole run', () => {
  const store = tempStore();
  const extraction = (seed: number, division: string, year: number) => {
    const made = makeExtraction({ seed });
    return { ...made, report: { ...made.report, division, year, agency: `机关${seed}` } };
  };
  const finish = (exitCode: number, partial = false) => {
    const facts = { ...factsOf([], store), partial };
    const report = reportNight(facts);
    finishRun(store, facts.run.id, { finishedAt: '2026-01-01T20:00:00Z', exitCode, counts: {}, report });
    return report.coverage;
  };
  load(store, extraction(1, '220382', 2021));
  load(store, extraction(2, '220300', 2021));
  load(store, extraction(3, '110101', 2020));
  expect(finish(0)).toEqual([
    { province: '11', year: 2020, reports: 1, before: 0 },
    { province: '22', year: 2021, reports: 2, before: 0 },
  ]);
  load(store, extraction(4, '220382', 2021));
  const later = [
    { province: '11', year: 2020, reports: 1, before: 1 },
    { province: '22', year: 2021, reports: 3, before: 2 },
  ];
  // Neither a run of one source nor one that failed is what the next night is compared with.
  expect([finish(0, true), finish(8), finish(6)]).toEqual([later, later, later]);
  expect(finish(0).map(({ before }) => before)).toEqual([1, 3]);
});
