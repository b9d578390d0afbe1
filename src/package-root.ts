import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** It stays where it is while the program runs, and is asked for with every report that is loaded. */
let own: string | undefined;

/** The folder of package.json, with the program's data: the same from `src/` and from `dist/src/`. */
export function findPackageRoot(): string {
  own ??= packageAbove(fileURLToPath(import.meta.url));
  return own;
}

function packageAbove(from: string): string {
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Error(`no package.json above ${from}`);
  }
}
