import { escapeText, toSafeJson } from '../../escape.ts';
import { RunReport } from '../../model/run-report.ts';
import { renderRunText } from '../../runs/render-run-text.ts';
import { lastGoodRun, listRuns } from '../../store/crawl/runs.ts';
import type { RunRow } from '../../store/schema.ts';
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts';
import { write } from '../output.ts';
import { parseDurationMs } from '../parse-duration.ts';
import type { Session } from '../session.ts';
import { TEXTS } from '../texts.ts';
import { withStore } from '../with-store.ts';

export interface StatusOptions {
  readonly maxAge?: string;
  readonly format?: 'text' | 'json';
}

/** What is known of the nightly job: how its last run ended, and how long ago one ended well. */
interface Status {
  readonly last: Pick<RunRow, 'id' | 'command' | 'started_at' | 'finished_at' | 'exit_code' | 'stage'> | null;
  readonly lastGood: { readonly run: number; readonly finishedAt: string; readonly ageMs: number } | null;
  readonly stale: boolean;
}

/**
 * `gongkai status`: the last run and the last good one.
 *
 * @returns someFailed when no run has ended well within `--max-age`, so that a monitor hears of silence
 */
export async function status(
  _: readonly string[],
  { maxAge, format = 'text' }: StatusOptions,
  session: Session,
): Promise<ExitCode> {
  const { stdout, lang } = session;
  const maxAgeMs = maxAge === undefined ? undefined : parseDurationMs(maxAge);
  return withStore(session, async (store) => {
    const [last] = listRuns(store, 1);
    const good = lastGoodRun(store);
    const known = judge(last, good, maxAgeMs, Date.now());
    if (format === 'json') await write(stdout, `${toSafeJson(known)}\n`);
    else await write(stdout, describe(known, last, lang));
    return known.stale ? EXIT_CODES.someFailed : EXIT_CODES.done;
  });
}

/** `now` in milliseconds; a run that ended in the future, by a clock that was wrong, is no proof of a good one. */
export function judge(
  last: RunRow | undefined,
  good: RunRow | undefined,
  maxAgeMs: number | undefined,
  now: number,
): Status {
  const finishedAt = good?.finished_at ?? null;
  const ageMs = finishedAt === null ? Number.POSITIVE_INFINITY : now - Date.parse(finishedAt);
  const { id, command, started_at, finished_at, exit_code, stage } = last ?? {};
  return {
    last: last
      ? ({ id, command, started_at, finished_at, exit_code, stage } as NonNullable<Status['last']>)
      : null,
    lastGood: good && finishedAt ? { run: good.id, finishedAt, ageMs } : null,
    stale: maxAgeMs !== undefined && Math.abs(ageMs) > maxAgeMs,
  };
}

function describe({ last, lastGood, stale }: Status, row: RunRow | undefined, lang: Session['lang']): string {
  if (!last || !row) return `${TEXTS.statusNever[lang]}\n`;
  const summary = row.summary === null ? null : RunReport.safeParse(JSON.parse(row.summary));
  const lines = [
    summary?.success
      ? renderRunText(summary.data, lang).trimEnd()
      : TEXTS.statusUnfinished(last.id, last.started_at, escapeText(last.stage ?? '?'))[lang],
    lastGood
      ? TEXTS.statusLastGood(lastGood.run, lastGood.finishedAt, hours(lastGood.ageMs))[lang]
      : TEXTS.statusNoGood[lang],
    ...(stale ? [TEXTS.statusStale[lang]] : []),
  ];
  return `${lines.join('\n')}\n`;
}

const hours = (ms: number): string => (ms / 3_600_000).toFixed(1);
