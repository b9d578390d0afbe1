import { Document, type Pair, Scalar } from 'yaml';
import type { Source, SourceEntry } from '../model/source-entry.ts';

/** Fields in the order of the file; what is left out when it says nothing. */
const FIELDS = [
  'name',
  'division',
  'level',
  'family',
  'lists',
  'patterns',
  'pages',
  'hosts',
  'scripts',
  'years',
  'assertions',
  'checked',
  'notes',
] as const satisfies readonly (keyof SourceEntry)[];

/** Long addresses stay on one line; only notes are folded. */
const NOTES_WIDTH = 100;

/** The text of an entry's file: fixed order, defaults left out, a word beside what was never fetched. */
export function writeSource(source: Source): string {
  const given = FIELDS.filter((field) => !isDefault(source[field]));
  const document = new Document(Object.fromEntries(given.map((field) => [field, source[field]])));
  const division = new Scalar(source.division);
  division.type = Scalar.QUOTE_SINGLE;
  document.set('division', division);
  const checked = new Scalar(source.checked);
  if (source.checked === null) checked.comment = ' never fetched';
  document.set('checked', checked);
  for (const field of ['years', 'assertions']) flow(document.get(field, true));
  if (source.notes !== undefined) {
    const notes = new Scalar(source.notes);
    if (!source.notes.includes('\n')) notes.type = Scalar.BLOCK_FOLDED;
    document.set('notes', notes);
  }
  return document.toString({ lineWidth: NOTES_WIDTH, minContentWidth: 0, singleQuote: true });
}

function isDefault(value: SourceEntry[keyof SourceEntry]): boolean {
  return value === undefined || value === false || (Array.isArray(value) && value.length === 0);
}

/** `{ from: 2019 }` on one line. */
function flow(node: unknown): void {
  if (typeof node === 'object' && node !== null && 'items' in node) {
    const map = node as { items: Pair[]; flow?: boolean };
    map.flow = true;
  }
}
