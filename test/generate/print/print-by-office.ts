import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { run } from './print-by-browser.ts';

/** A document by its whole file name, that an office program prints. */
export type OfficePrintable = { readonly file: string; readonly bytes: Uint8Array | string };

/** LibreOffice on the search path; null when there is none. */
export const findOffice = (): string | null =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => [join(folder, 'soffice'), join(folder, 'libreoffice')])
    .find((path) => existsSync(path)) ?? null;

/** Prints documents (HTML, DOCX) by LibreOffice, all in one process, into a folder as `NAME.pdf`. */
export const printByOffice = async (
  soffice: string,
  documents: readonly OfficePrintable[],
  folder: string,
): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  const profile = mkdtempSync(join(tmpdir(), 'gongkai-office-'));
  try {
    for (const { file, bytes } of documents) writeFileSync(join(folder, file), bytes);
    for (const [ending, filter] of [
      ['.html', ['--infilter=HTML (StarWriter)']],
      ['.docx', []],
    ] as const) {
      const files = documents
        .filter(({ file }) => file.endsWith(ending))
        .map(({ file }) => join(folder, file));
      if (files.length === 0) continue;
      await run(soffice, [
        `-env:UserInstallation=file://${profile}`,
        '--headless',
        ...filter,
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        ...files,
      ]);
    }
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
};
