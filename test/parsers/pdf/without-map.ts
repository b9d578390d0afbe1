import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PDFS = join(import.meta.dirname, '..', '..', 'fixtures', 'pdf');

/** A stored PDF one of whose fonts has lost its map to Unicode (ToUnicode), as many typesetting systems leave it out. */
export function withoutMap(name: string, font: string): Uint8Array {
  const bytes = readFileSync(join(PDFS, name), 'latin1');
  const lost = bytes.replace(new RegExp(`(${font}[^>]*)/ToUnicode \\d+ 0 R`), (all, head: string) =>
    head.padEnd(all.length),
  );
  if (lost === bytes) throw new Error(`${name} has no font ${font} with a map`);
  return Buffer.from(lost, 'latin1');
}
