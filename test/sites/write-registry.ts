import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '../../src/model/source-entry.ts';
import { provinceFolder } from '../../src/sources/province-folders.ts';
import { writeSource } from '../../src/sources/write-source.ts';

/** Writes a registry as `--sources` takes it. */
export function writeRegistry(dir: string, sources: readonly Source[]): void {
  for (const source of sources) {
    const folder = join(dir, provinceFolder(source.division) ?? '');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${source.id}.yml`), writeSource(source));
  }
}
