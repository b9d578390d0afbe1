import { postMessage } from '../../../scrapers/index.ts';
import type { RunReport } from '../../model/run-report.ts';
import type { Source } from '../../model/source-entry.ts';
import { composeMessage, isWorthTelling } from '../../runs/compose-message.ts';
import { renderRunText } from '../../runs/render-run-text.ts';
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts';
import { type FetchingOptions, readTargets } from '../fetching.ts';
import { runNightly, runsFolder } from '../nightly.ts';
import { parseDivision, parseYear } from '../options.ts';
import { note, write } from '../output.ts';
import { parseDurationMs } from '../parse-duration.ts';
import { startProgress } from '../progress.ts';
import { openRegistry, type RegistryOptions, tellProblems } from '../registry.ts';
import { escapeText } from '../render/escape.ts';
import type { Session } from '../session.ts';
import { TEXTS } from '../texts.ts';
import { UsageError } from '../usage-error.ts';

export interface RunOptions extends RegistryOptions, FetchingOptions {
  readonly source?: string;
  readonly division?: string;
  readonly year?: string;
  readonly budget?: string;
  readonly webhook?: string;
  readonly heartbeat?: string;
}

/** `gongkai run`: the nightly job. The exit code is the run's. */
export const run = (_: readonly string[], options: RunOptions, session: Session): Promise<ExitCode> =>
  runCommand('run', options, session);

/** `gongkai crawl`: fetches and keeps what is new; the next run parses it. */
export const crawl = (_: readonly string[], options: RunOptions, session: Session): Promise<ExitCode> =>
  runCommand('crawl', options, session);

export async function runCommand(
  command: 'run' | 'crawl',
  options: RunOptions,
  session: Session,
): Promise<ExitCode> {
  const { budget, heartbeat } = options;
  const budgetMs = budget === undefined ? null : parseDurationMs(budget);
  const year = parseYear(options.year);
  const sources = chooseSources(options, session);
  await beat(heartbeat, '/start', options, session);
  const progress = await startProgress(sources.length, session);
  let report: RunReport;
  try {
    report = await runNightly(
      {
        ...{ command, sources, fetching: options, budgetMs },
        partial: [options.source, options.division, options.year].some((choice) => choice !== undefined),
        ...(year === undefined ? {} : { year }),
        onSource: () => progress.advance(),
      },
      session,
    );
  } catch (error) {
    await beat(heartbeat, '/fail', options, session);
    throw error;
  } finally {
    progress.stop();
  }
  await write(session.stdout, renderRunText(report, session.lang));
  note(session, 'info', TEXTS.runReportIn(runsFolder(session.database))[session.lang]);
  await tell(report, options, session);
  await beat(heartbeat, endOf(report), options, session);
  return report.exitCode as ExitCode;
}

/** Sources with some fault are told of and left out; a registry without any sound one is a fault of usage. */
function chooseSources(options: RunOptions, session: Session): readonly Source[] {
  const { sources, problems } = openRegistry(options);
  tellProblems(problems, session);
  const division = parseDivision(options.division);
  const chosen = sources.filter(
    (source) =>
      (options.source === undefined || source.id === options.source) &&
      (division === undefined || source.division.startsWith(division)),
  );
  if (chosen.length === 0) throw new UsageError(TEXTS.noSuchSource(options.source ?? division ?? ''));
  return chosen;
}

/** A good night, one that goes on later and one with a few failed sources are all signs of life. */
const ALIVE: readonly number[] = [
  ...[EXIT_CODES.done, EXIT_CODES.someFailed, EXIT_CODES.timeBudgetReached, EXIT_CODES.stopped],
];

const endOf = ({ exitCode }: RunReport): string => (ALIVE.includes(exitCode) ? '' : `/${exitCode}`);

/** A monitor that hears nothing raises the alarm itself; that one cannot be reached is only told. */
async function beat(
  heartbeat: string | undefined,
  path: string,
  options: FetchingOptions,
  session: Session,
): Promise<void> {
  if (!heartbeat) return;
  const url = `${heartbeat.replace(/\/$/, '')}${path}`;
  await deliver({ url, method: 'GET' }, options, session);
}

async function tell(report: RunReport, options: RunOptions, session: Session): Promise<void> {
  const { webhook } = options;
  if (!webhook || !isWorthTelling(report)) return;
  const secret = session.env['GONGKAI_WEBHOOK_SECRET'];
  const message = composeMessage(report, webhook, session.lang, secret);
  await deliver({ url: webhook, method: 'POST', ...message }, options, session);
}

async function deliver(
  message: Parameters<typeof postMessage>[0],
  options: FetchingOptions,
  session: Session,
): Promise<void> {
  const delivery = await postMessage(message, readTargets(options));
  if (delivery.delivered) return;
  // The address may hold a secret: only its host is told.
  const host = URL.canParse(message.url) ? new URL(message.url).host : '?';
  note(session, 'warn', TEXTS.messageNotDelivered(host, escapeText(delivery.detail))[session.lang]);
}
