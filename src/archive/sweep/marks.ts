import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Marks = z.object({ marked: z.record(z.string(), z.iso.datetime()) });

const pathOf = (dir: string): string => join(dir, 'sweep.json');

/** When each answer was first found to be one that may go, by the id of its record. A file that is damaged has none. */
export function readMarks(dir: string): ReadonlyMap<string, string> {
  if (!existsSync(pathOf(dir))) return new Map();
  try {
    return new Map(Object.entries(Marks.parse(JSON.parse(readFileSync(pathOf(dir), 'utf8'))).marked));
  } catch {
    // Then nothing has been marked yet, and all waits for its days of grace again.
    return new Map();
  }
}

export function writeMarks(dir: string, marked: ReadonlyMap<string, string>): void {
  const draft = `${pathOf(dir)}.new`;
  writeFileSync(draft, `${JSON.stringify({ marked: Object.fromEntries(marked) })}\n`);
  renameSync(draft, pathOf(dir));
}
