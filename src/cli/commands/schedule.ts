import { Cron } from 'croner';
import { escapeText } from '../../escape.ts';
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts';
import { explainError } from '../explain-error.ts';
import { note } from '../output.ts';
import type { Session } from '../session.ts';
import { TEXTS } from '../texts.ts';
import { UsageError } from '../usage-error.ts';
import { type RunOptions, readRunOptions, runCommand } from './run.ts';

export interface ScheduleOptions extends RunOptions {
  /** A cron pattern, in the time of China. */
  readonly at: string;
}

/** Sites and their publication dates are in China, wherever the program runs. */
const TIME_ZONE = 'Asia/Shanghai';

/**
 * `gongkai schedule`: stays, and starts a run at each of the configured times. A run that lasts into the next time
 * is not overrun by it; one that fails is told of and the next one comes all the same.
 *
 * @returns stopped, when it is asked to stop and the run of that moment has ended
 */
export async function schedule(
  _: readonly string[],
  { at, ...options }: ScheduleOptions,
  session: Session,
): Promise<ExitCode> {
  // What is wrong with the options is said now, not in the night.
  readRunOptions(options, session);
  const signal = session.takeStopSignal?.() ?? new AbortController().signal;
  let running: Promise<void> = Promise.resolve();
  const cron = startCron(at, () => {
    running = runOnce(options, session);
    return running;
  });
  tellNext(cron, session);
  await new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
  cron.stop();
  await running;
  return EXIT_CODES.stopped;

  async function runOnce(run: RunOptions, { lang }: Session): Promise<void> {
    try {
      await runCommand('run', run, session);
    } catch (error) {
      const { text } = explainError(error);
      session.stderr.write(`${TEXTS.errorPrefix[lang]}${escapeText(text?.[lang] ?? '')}\n`);
    }
    tellNext(cron, session);
  }
}

/** The times of a pattern, in China; with a job it begins to wait for them. Throws UsageError for what is no pattern. */
export function startCron(at: string, job?: () => Promise<void>): Cron {
  try {
    return new Cron(at, { timezone: TIME_ZONE, protect: true, paused: job === undefined }, job);
  } catch {
    throw new UsageError(TEXTS.wrongSchedule(at));
  }
}

function tellNext(cron: Cron, session: Session): void {
  const next = cron.nextRun();
  if (next) note(session, 'info', TEXTS.nextRunAt(next.toISOString())[session.lang]);
}
