import { sniffKind } from '../../../parsers/sniff.ts';
import { openArchive } from '../../../src/archive/open-archive.ts';
import { variableSeeds } from '../../../src/cli/variable-seeds.ts';
import { extractDocument } from '../../../src/pipeline/extract-document.ts';
import { importDocuments } from '../../../src/pipeline/import-documents.ts';
import { loadGazetteer } from '../../../src/places/load-gazetteer.ts';
import { seedVariables } from '../../../src/store/seed-variables.ts';
import type { Tools } from '../../../src/web/tools.ts';
import { DATE } from '../../archive/temp-archive.ts';

/** Imports documents as `gongkai import` does; returns the number of the report of each, by name. */
export async function importFiles(
  { writer, archive: dir }: Pick<Tools, 'writer' | 'archive'>,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<Readonly<Record<string, number>>> {
  seedVariables(writer, variableSeeds());
  const archive = await openArchive(dir);
  const gazetteer = loadGazetteer();
  try {
    const { documents } = await importDocuments(
      Object.keys(files).map((file) => ({ path: file, file })),
      {
        ...{ store: writer, archive, now: () => DATE, parserVersion: '1', concurrency: 1 },
        readBytes: async (path) => files[path] ?? new Uint8Array(),
        extract: (bytes, origin) => extractDocument(bytes, origin, { gazetteer }),
        sniff: (bytes) => ({ kind: sniffKind(bytes) }),
      },
    );
    return Object.fromEntries(
      documents.map(({ input: { path }, reportId, reason }) => {
        if (reportId === undefined) throw new Error(`${path}: ${reason}`);
        return [path, reportId];
      }),
    );
  } finally {
    await archive.close();
  }
}
