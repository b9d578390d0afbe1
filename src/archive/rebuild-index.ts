import { resolve } from 'node:path';
import { explainFileError } from './archive-error.ts';
import { writeIndex } from './index-file.ts';
import { type Damage, scanFile } from './scan-file.ts';
import { listWarcFiles } from './warc-files.ts';
import { lockArchive } from './writer-lock.ts';

export interface Rebuilt {
  readonly files: number;
  /** Records that carry a document or say that it is the earlier one. */
  readonly records: number;
  /** Bytes that are no whole record, and are not indexed. */
  readonly damages: readonly (Damage & { readonly file: string })[];
}

const DOCUMENTS: ReadonlySet<string> = new Set(['resource', 'response', 'revisit']);

/** Makes the index anew from the WARC files alone, checking every record against its digest. Throws ArchiveError. */
export function rebuildIndex(dir: string): Rebuilt {
  const root = resolve(dir);
  try {
    const unlock = lockArchive(root);
    try {
      return rebuild(root);
    } finally {
      unlock();
    }
  } catch (error) {
    throw explainFileError(error, root);
  }
}

function rebuild(dir: string): Rebuilt {
  const files = listWarcFiles(dir);
  const damages: Rebuilt['damages'][number][] = [];
  let records = 0;
  for (const file of files) {
    const scan = scanFile(dir, file, 0);
    writeIndex(dir, file, scan.entries);
    records += scan.entries.filter(({ type }) => DOCUMENTS.has(type)).length;
    damages.push(...scan.damages.map((damage) => ({ file, ...damage })));
  }
  return { files: files.length, records, damages };
}
