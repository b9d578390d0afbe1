import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { DecisionLog } from '../model/decision-log.ts';
import type { Anchor } from '../store/review/verify-log.ts';
import { TEXTS } from './texts.ts';
import { UsageError } from './usage-error.ts';

/** A report of a run, or the file of a release. */
const Anchored = z.union([
  DecisionLog,
  z.object({ decisionLog: DecisionLog }).transform(({ decisionLog }) => decisionLog),
]);

/** The file of a release that says where the log stood. */
export const RELEASE_ANCHOR = 'decision-log.json';

/** The heads of the log in the reports of runs that are kept beside the database. */
export function anchorsOfRuns(folder: string): readonly Anchor[] {
  if (!existsSync(folder)) return [];
  const reports = readdirSync(folder).filter((name) => /^run-\d+\.json$/.test(name));
  return reports.toSorted().flatMap((name) => readAnchor(join(folder, name)) ?? []);
}

/** The head that was written down in a file, or in the folder of a release. Throws UsageError when there is none. */
export function anchorIn(path: string): Anchor {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, RELEASE_ANCHOR) : path;
  const anchor = existsSync(file) ? readAnchor(file) : null;
  if (!anchor) throw new UsageError(TEXTS.noAnchor(path));
  return anchor;
}

/** null: the file is of a run from before there was a log, or cannot be read. */
function readAnchor(file: string): Anchor | null {
  try {
    const read = Anchored.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return read.success ? { ...read.data, from: basename(file) } : null;
  } catch {
    return null;
  }
}
