import type { RunReport } from '../../model/run-report.ts';
import type { Source } from '../../model/source-entry.ts';
import { renderRunText } from '../../runs/render-run-text.ts';
import type { ExitCode } from '../exit-codes.ts';
import { readTargets } from '../fetching.ts';
import { beat, endPath, type MessageOptions, readMail, tell } from '../messages.ts';
import { runNightly } from '../nightly.ts';
import { parseDivision, parseYear } from '../options.ts';
import { note, write } from '../output.ts';
import { parseDurationMs } from '../parse-duration.ts';
import { parseLeastFree } from '../parse-least-free.ts';
import { SOURCES, startProgress } from '../progress.ts';
import { openRegistry, type RegistryOptions, tellProblems } from '../registry.ts';
import { runsFolder } from '../runs-folder.ts';
import type { Session } from '../session.ts';
import { TEXTS } from '../texts.ts';
import { isTold, markTold } from '../told.ts';
import { UsageError } from '../usage-error.ts';
import { isWebAddress } from '../web-address.ts';
import { writeReportFiles, writeRunFiles } from '../write-run-files.ts';

export interface RunOptions extends RegistryOptions, MessageOptions {
  readonly source?: string;
  readonly division?: string;
  readonly year?: string;
  readonly budget?: string;
  readonly minFree?: string;
  /** Addresses, with commas between. */
  readonly canary?: string;
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
  const { budgetMs, leastFree, canaries, year, sources } = readRunOptions(options, session);
  await beat('/start', options, session);
  const progress = await startProgress(sources.length, session, SOURCES);
  let report: RunReport;
  try {
    report = await runNightly(
      {
        ...{ command, sources, fetching: options, budgetMs, leastFree, canaries },
        partial: [options.source, options.division, options.year].some((choice) => choice !== undefined),
        ...(year === undefined ? {} : { year }),
        onSource: () => progress.advance(),
        onLast: (last) => tellLate(last, options, session),
      },
      session,
    );
  } catch (error) {
    await beat('/fail', options, session);
    throw error;
  } finally {
    progress.stop();
  }
  await write(session.stdout, renderRunText(report, session.lang));
  note(session, 'info', TEXTS.runReportIn(runsFolder(session.database))[session.lang]);
  await tellEnd(report, options, session);
  return report.exitCode as ExitCode;
}

async function tellEnd(report: RunReport, options: RunOptions, session: Session): Promise<void> {
  const undelivered = await tell(report, options, session);
  if (undelivered.length > 0) await writeReportFiles({ ...report, undelivered: [...undelivered] }, session);
  await beat(endPath(report.exitCode), options, session);
  markTold(report.run, session);
}

/** A run that was killed on its way out has ended, and nobody was told of it. */
export async function tellLate(
  report: RunReport | null,
  options: RunOptions,
  session: Session,
): Promise<void> {
  if (report === null || isTold(report.run, session)) return;
  await writeRunFiles(report, null, session);
  await tellEnd(report, options, session);
}

/** What the options of a run mean. Throws UsageError for what cannot be meant, before anything is fetched. */
export function readRunOptions(options: RunOptions, session: Session) {
  const { budget } = options;
  readTargets(options);
  readMail(options, session);
  return {
    budgetMs: budget === undefined ? null : parseDurationMs(budget),
    leastFree: parseLeastFree(options.minFree),
    canaries: parseCanaries(options.canary),
    year: parseYear(options.year),
    sources: chooseSources(options, session),
  };
}

function parseCanaries(text = ''): readonly string[] {
  const urls = text.split(',').flatMap((url) => url.trim() || []);
  for (const url of urls) if (!isWebAddress(url)) throw new UsageError(TEXTS.wrongUrl('--canary', url));
  return urls;
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
