import { resolve } from 'node:path';
import { explainFileError } from './archive-error.ts';
import { writeIndex } from './index-file.ts';
import { type Damage, scanFile } from './scan-file.ts';
import { listWarcFiles } from './warc-files.ts';
import { lockArchive } from './writer-lock.ts';

export interface Rebuilt {
  readonly files: number;
  readonly records: number;
  /** Bytes that are no whole record, and are not indexed. */
  readonly damages: readonly (Damage & { readonly file: string })[];
}

/** Makes the index anew from the WARC files alone, checking every record against its digest. Throws ArchiveError. */
export async function rebuildIndex(dir: string): Promise<Rebuilt> {
  const root = resolve(dir);
  try {
    const unlock = lockArchive(root);
    try {
      return await rebuild(root);
    } finally {
      unlock();
    }
  } catch (error) {
    throw explainFileError(error, root);
  }
}

async function rebuild(dir: string): Promise<Rebuilt> {
  const files = listWarcFiles(dir);
  const damages: Rebuilt['damages'][number][] = [];
  let records = 0;
  for (const file of files) {
    const scan = await scanFile(dir, file, 0);
    writeIndex(dir, file, scan.entries);
    records += scan.entries.filter(({ sha256 }) => sha256 !== undefined).length;
    damages.push(...scan.damages.map((damage) => ({ file, ...damage })));
  }
  return { files: files.length, records, damages };
}
