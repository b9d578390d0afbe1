import { appendFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { escapeText } from '../escape.ts';
import type { LogLine, WriteLine } from '../pipeline/crawl/run-log.ts';
import { note } from './output.ts';
import { runsFolder } from './runs-folder.ts';
import type { Session } from './session.ts';
import { TEXTS } from './texts.ts';

/** Logs of as many runs are kept: a month of nights. */
export const LOGS_KEPT = 30;
const LOG_NAME = /^run-\d{6}\.log\.jsonl$/;

export const logName = (run: number): string => `run-${String(run).padStart(6, '0')}.log.jsonl`;

/**
 * The log of a run beside its report, one JSON object a line; logs of older runs than the last `LOGS_KEPT` are
 * removed. A log that cannot be written is told of once and never ends a run.
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
  return (line: LogLine) =>
    trying(() => appendFileSync(join(folder, logName(run)), `${JSON.stringify(line)}\n`));
}

function prune(folder: string, run: number): void {
  const older = readdirSync(folder).filter((name) => LOG_NAME.test(name) && name !== logName(run));
  for (const name of older.toSorted().slice(0, Math.max(0, older.length - (LOGS_KEPT - 1)))) {
    rmSync(join(folder, name));
  }
}
