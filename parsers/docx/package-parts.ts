import { posix } from 'node:path';
import type { DocumentMeta } from '../document.ts';
import { cleanText } from '../normalise-label.ts';
import { RefusedFile } from './refused-file.ts';
import { childOf, childrenOf, parseXml, textOf } from './xml.ts';
import { readZipEntry, type Zip } from './zip.ts';

const OFFICE_DOCUMENT = /\/officeDocument$/;
const CORE_PROPERTIES = /\/metadata\/core-properties$/;

/** Where the package keeps its main part, by its relationships (ECMA-376 part 2, 6.5), else where everybody does. */
export function mainPartName(zip: Zip, usual: string): string {
  const named = relationTarget(zip, OFFICE_DOCUMENT);
  return named !== null && zip.entries.has(named) ? named : usual;
}

/** The title among the document's properties (docProps/core.xml); stale in files made from last year's. */
export function propertyTitle(zip: Zip): DocumentMeta['title'] {
  const name = relationTarget(zip, CORE_PROPERTIES) ?? 'docProps/core.xml';
  try {
    const bytes = readZipEntry(zip, name);
    const title = bytes && childOf(parseXml(bytes, name), 'dc:title');
    return (title && cleanText(textOf(title))) || undefined;
  } catch (error) {
    // Properties that cannot be read are no reason to refuse the report.
    if (error instanceof RefusedFile) return undefined;
    throw error;
  }
}

function relationTarget(zip: Zip, type: RegExp): string | null {
  const relations = [...partRelations(zip, '').values()];
  return relations.find((relation) => type.test(relation.type))?.target ?? null;
}

/** A relationship of a part: its type and the part that it points to. */
export interface Relation {
  readonly type: string;
  readonly target: string;
}

/** The relationships of a part by their id; those of the package for an empty name (ECMA-376 part 2, 6.5.2). */
export function partRelations(zip: Zip, part: string): ReadonlyMap<string, Relation> {
  const folder = posix.dirname(part);
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const bytes = readZipEntry(zip, name);
  if (!bytes) return new Map();
  return new Map(
    childrenOf(parseXml(bytes, name), 'Relationship').map(({ attribs }) => {
      const target = attribs['Target'] ?? '';
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      return [attribs['Id'] ?? '', { type: attribs['Type'] ?? '', target: path }];
    }),
  );
}
