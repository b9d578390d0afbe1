import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The kinds that stand in a folder of saved reports, by the ending of their names; anything else is skipped. */
const DOCUMENT_NAME =
  /\.(?:x?html|html?|shtml|mht|mhtml|txt|text|pdf|docx?|wps|xlsx?|ofd|png|jpe?g|gif|bmp|tiff?)$/i;
const WARC_NAME = /\.warc(?:\.gz)?$/i;

/** Whether a file is an archive of a crawl, by its name. */
export const isWarcName = (path: string): boolean => WARC_NAME.test(path);
export const isDocumentName = (path: string): boolean => DOCUMENT_NAME.test(path);

export interface CollectedDocuments {
  /** Files and addresses in the order given, those of a folder in natural order (2 before 10). */
  readonly files: readonly string[];
  /** Files of the folders that were left out. */
  readonly hidden: readonly string[];
  readonly otherKinds: readonly string[];
  readonly unreadFolders: readonly { readonly path: string; readonly code: string }[];
}

/**
 * The documents behind the arguments of a command line. What is no folder (a file, a web address) is taken as it is,
 * even when nothing is there: its own result will say so.
 *
 * @param isWanted - of the files in a folder
 */
export async function collectDocuments(
  paths: readonly string[],
  isWanted: (name: string) => boolean = isDocumentName,
): Promise<CollectedDocuments> {
  const found = {
    files: [] as string[],
    hidden: [] as string[],
    otherKinds: [] as string[],
    unreadFolders: [] as { path: string; code: string }[],
  };
  for (const path of paths) {
    if (await isFolder(path)) await walk(path, found, isWanted);
    else found.files.push(path);
  }
  return found;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

interface Found {
  files: string[];
  hidden: string[];
  otherKinds: string[];
  unreadFolders: { path: string; code: string }[];
}

const byNature = new Intl.Collator('en', { numeric: true });

/** Folders that are links are not entered: a link upwards would never end. */
async function walk(folder: string, found: Found, isWanted: (name: string) => boolean): Promise<void> {
  let entries: Awaited<ReturnType<typeof readFolder>>;
  try {
    entries = await readFolder(folder);
  } catch (error) {
    found.unreadFolders.push({ path: folder, code: (error as NodeJS.ErrnoException).code ?? '' });
    return;
  }
  for (const entry of entries.sort((a, b) => byNature.compare(a.name, b.name))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) found.hidden.push(path);
    else if (entry.isDirectory()) await walk(path, found, isWanted);
    else if (isWanted(entry.name)) found.files.push(path);
    else found.otherKinds.push(path);
  }
}

const readFolder = (folder: string) => readdir(folder, { withFileTypes: true });
