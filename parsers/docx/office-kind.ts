import { openCompoundFile } from '../doc/ole.ts';
import type { DocumentKind } from '../document.ts';
import { RefusedFile } from './refused-file.ts';
import { openZip } from './zip.ts';

/** The kind of a zip by the folder that its parts lie in (ECMA-376 part 1, 11.2 and 12.2). */
export function kindOfZip(bytes: Uint8Array): DocumentKind {
  const names = zipNames(bytes);
  if (names.some((name) => name.startsWith('word/'))) return 'docx';
  return names.some((name) => name.startsWith('xl/')) ? 'xlsx' : 'unknown';
}

const OTHER_ZIPS: readonly (readonly [name: string, entry: RegExp])[] = [
  ['OFD', /^OFD\.xml$/],
  ['OpenDocument', /^META-INF\/manifest\.xml$/],
  ['PPTX', /^ppt\//],
  ['ZIP', /(?:)/],
];

/** What a zip is called that no parser reads; null for what is no zip, or a broken one. */
export function nameZip(bytes: Uint8Array): string | null {
  const names = orNull(() => [...openZip(bytes).entries.keys()]) ?? [];
  return OTHER_ZIPS.find(([, entry]) => names.some((name) => entry.test(name)))?.[0] ?? null;
}

/** Names in the directory; in a file that is cut off, those that can still be seen. */
function zipNames(bytes: Uint8Array): readonly string[] {
  return orNull(() => [...openZip(bytes).entries.keys()]) ?? visibleNames(bytes);
}

function visibleNames(bytes: Uint8Array): readonly string[] {
  const seen = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return ['word/', 'xl/'].filter((folder) => seen.includes(folder));
}

/** The kind of a compound file by its streams ([MS-DOC] 2.1, [MS-XLS] 2.1.2); what is encrypted counts as a .doc. */
export function kindOfCompoundFile(bytes: Uint8Array): DocumentKind {
  const names = orNull(() => openCompoundFile(bytes).names);
  if (names === null || names.has('WordDocument') || names.has('EncryptedPackage')) return 'doc';
  return names.has('Workbook') || names.has('Book') ? 'xls' : 'unknown';
}

function orNull<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RefusedFile || error instanceof RangeError) return null;
    throw error;
  }
}
