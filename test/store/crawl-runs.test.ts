import { expect, test } from 'vitest';
import { finishRun, LAST_STAGE, listRuns, setStage, startRun } from '../../src/store/crawl/runs.ts';
import { tempStore } from './temp-store.ts';

const start = { command: 'run', startedAt: '2026-01-01T18:30:00Z', parserVersion: '1', holder: '1@here' };
const end = (exitCode: number) => ({ finishedAt: '2026-01-01T20:00:00Z', exitCode, counts: {}, report: {} });

test('a run that died leaves its row with its stage, and the next one goes on with its round', () => {
  const store = tempStore();
  const first = startRun(store, start);
  setStage(store, first.id, 'crawl');
  const second = startRun(store, { ...start, startedAt: '2026-01-02T18:30:00Z' });
  expect(second).toEqual({ id: 2, round: 1, resumed: [1], died: [1] });
  const rows = listRuns(store, 10);
  expect(rows.map(({ id, stage, exit_code }) => [id, stage, exit_code])).toEqual([
    [2, 'started', null],
    [1, 'crawl', null],
  ]);
});

test.each([
  ['2026-01-01T20:00:00Z', 1],
  ['2026-01-02T18:30:00Z', 2],
])(
  'a run that died with only its report to write is gone on with in the same night: at %s the round is %i',
  (startedAt, round) => {
    const store = tempStore();
    setStage(store, startRun(store, start).id, LAST_STAGE);
    expect(startRun(store, { ...start, startedAt })).toMatchObject({ id: 2, round, died: [1] });
  },
);

test.each([
  [0, 2],
  [3, 1],
  [6, 2],
  [8, 2],
  [10, 1],
  [11, 1],
])('after exit code %i the next run is of round %i', (exitCode, round) => {
  const store = tempStore();
  finishRun(store, startRun(store, start).id, end(exitCode));
  expect(startRun(store, start)).toMatchObject({ id: 2, round, died: [] });
});
