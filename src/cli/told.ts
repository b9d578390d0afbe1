import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runsFolder } from './runs-folder.ts';
import type { Session } from './session.ts';

const pathOf = ({ database }: Pick<Session, 'database'>): string => join(runsFolder(database), 'told');

/** Whether the end of this run, or of a later one, was told to webhook and heartbeat. */
export function isTold(run: number, session: Pick<Session, 'database'>): boolean {
  const path = pathOf(session);
  return existsSync(path) && Number(readFileSync(path, 'utf8')) >= run;
}

export function markTold(run: number, session: Pick<Session, 'database'>): void {
  const path = pathOf(session);
  mkdirSync(runsFolder(session.database), { recursive: true });
  writeFileSync(`${path}.new`, String(run));
  renameSync(`${path}.new`, path);
}
