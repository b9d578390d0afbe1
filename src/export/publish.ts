import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncPath } from '../sync-path.ts';

/**
 * Gives a staged folder its name, in one step: whoever looks sees nothing or the whole release. Its files are on the
 * disk already; folders are brought there first, and the name last, so that a power cut cannot leave the name without
 * what it names.
 */
export function publish(staged: string, to: string): void {
  for (const folder of foldersIn(staged)) syncPath(folder);
  mkdirSync(dirname(to), { recursive: true });
  renameSync(staged, to);
  syncPath(dirname(to));
}

const foldersIn = (folder: string): string[] => [
  ...readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => foldersIn(join(folder, name))),
  folder,
];
