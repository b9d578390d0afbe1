import type { Store } from '../../src/store/store.ts';
import { makeRunReport } from '../../test/runs/made-report.ts';

/** Nearly three years of nights. */
export const NIGHTS = 1000;
const FIRST_DAY = Date.UTC(2023, 3, 1, 18, 30);
const DAY_MS = 86_400_000;
const NIGHT_MS = 3 * 3_600_000;
/** As many as the registry has. */
const SOURCES = 207;

/** Runs with their reports, each of all sources, as the nights leave them. */
export function makeRuns({ sqlite }: Store): void {
  const { sources, ...rest } = makeRunReport();
  const all = Array.from({ length: SOURCES }, (_, at) => sources[at % sources.length]);
  const insert =
    sqlite.prepare(`INSERT INTO run (id, command, started_at, finished_at, exit_code, parser_version, counts,
    round, stage, holder, summary) VALUES (?, 'run', ?, ?, ?, '1', ?, ?, 'report', 'made', ?)`);
  const insertAll = sqlite.transaction(() => {
    for (let night = 1; night <= NIGHTS; night++) {
      const start = FIRST_DAY + night * DAY_MS;
      const [startedAt, finishedAt] = [start, start + NIGHT_MS].map((time) => new Date(time).toISOString());
      const exitCode = night % 9 === 0 ? 6 : 0;
      const report = { ...rest, sources: all, run: night, round: night, startedAt, finishedAt, exitCode };
      const counts = JSON.stringify(rest.totals);
      insert.run(night, startedAt, finishedAt, exitCode, counts, night, JSON.stringify(report));
    }
  });
  insertAll();
}
