import { appendFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { escapeText } from '../escape.ts';
import type { LogLine, WriteLine } from '../pipeline/crawl/run-log.ts';
import { note } from './output.ts';
import { runsFolder } from './runs-folder.ts';
import type { Session } from './session.ts';
import { TEXTS } from './texts.ts';

/** Told of every page: such lines wait for each other. */
const OF_PAGES: readonly LogLine['event'][] = ['fetched', 'address'];
const WAIT_MS = 200;
/** Logs of as many runs are kept: a month of nights. */
export const LOGS_KEPT = 30;
const LOG_NAME = /^run-\d{6}\.log\.jsonl$/;

export const logName = (run: number): string => `run-${String(run).padStart(6, '0')}.log.jsonl`;

/**
 * The log of a run beside its report, one JSON object a line; logs of older runs than the last `LOGS_KEPT` are
 * removed. What is told of pages is written within `WAIT_MS`, before whatever else is told, and before the process
 * ends of its own accord; all else at once. A log that cannot be written is told of once and never ends a run.
 */
export function logToFile(run: number, session: Session): WriteLine {
  const folder = runsFolder(session.database);
  let isBroken = false;
  const trying = (work: () => void): void => {
    if (isBroken) return;
    try {
      work();
    } catch (error) {
      isBroken = true;
      const { code = '?' } = error as NodeJS.ErrnoException;
      note(session, 'warn', escapeText(TEXTS.runLogBroken(join(folder, logName(run)), code)[session.lang]));
    }
  };
  trying(() => {
    mkdirSync(folder, { recursive: true });
    prune(folder, run);
  });
  const lines = holdLines((text) => trying(() => appendFileSync(join(folder, logName(run)), text)));
  return (line: LogLine) => {
    lines.add(`${JSON.stringify(line)}\n`);
    if (!OF_PAGES.includes(line.event)) lines.write();
  };
}

/** Lines that are written together: to open a file for each would take longer than to write to it. */
function holdLines(append: (text: string) => void): { add(line: string): void; write(): void } {
  let held = '';
  let timer: NodeJS.Timeout | undefined;
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    process.off('exit', write);
    const text = held;
    held = '';
    append(text);
  };
  const add = (line: string): void => {
    held += line;
    if (timer !== undefined) return;
    timer = setTimeout(write, WAIT_MS).unref();
    // An error that nobody caught ends the process before the timer is due.
    process.on('exit', write);
  };
  return { add, write };
}

function prune(folder: string, run: number): void {
  const older = readdirSync(folder).filter((name) => LOG_NAME.test(name) && name !== logName(run));
  for (const name of older.toSorted().slice(0, Math.max(0, older.length - (LOGS_KEPT - 1)))) {
    rmSync(join(folder, name));
  }
}
