import type { Random } from '../../generate/random.ts';
import type { Cell, Table } from '../../generate/table.ts';
import type { Operator } from '../mutant.ts';
import { inSomeTable, isValue, pickOrNull, sections, shown, valueRows, withRow } from '../table-view.ts';

type Change = (table: Table, random: Random) => { readonly table: Table; readonly did: string } | null;

/** The cells stay and their numbers slip: what stands under a header is then what the document prints for it. */
const onTable = (name: string, change: Change): Operator => ({
  name,
  on: 'blocks',
  mutate: (blocks, random) => {
    const changed = inSomeTable(blocks, random, (table) => change(table, random));
    return changed && { blocks: changed.blocks, did: changed.did, slipped: true };
  },
});

const textsOf = (cells: readonly Cell[]): string[] =>
  cells.flatMap((cell) => (isValue(cell) ? [cell.text] : []));

const withTexts = (cells: readonly Cell[], texts: readonly string[]): Cell[] => {
  let next = 0;
  return cells.map((cell) => (isValue(cell) ? { ...cell, text: texts[next++] ?? '' } : cell));
};

/** From one place on each number is in the cell behind its own or before it; the last one there is lost. */
const shiftFrom = (texts: readonly string[], from: number, back: boolean): string[] =>
  back
    ? [...texts.slice(0, from), ...texts.slice(from + 1), '']
    : [...texts.slice(0, from), '', ...texts.slice(from, -1)];

const shiftRow: Change = (table, random) => {
  const row = pickOrNull(
    random,
    valueRows(table).filter(({ cells }) => textsOf(cells).length > 2),
  );
  if (!row) return null;
  const texts = textsOf(row.cells);
  const from = random.chance(0.6) ? 0 : random.integer(0, texts.length - 2);
  const cells = withTexts(row.cells, shiftFrom(texts, from, random.chance(0.5)));
  return { table: withRow(table, row.at, cells), did: `shifted from ${from}: ${shown(cells)}` };
};

const shiftColumn: Change = (table, random) => {
  const section = pickOrNull(
    random,
    sections(table).filter((rows) => rows.length > 2),
  );
  const width = section ? textsOf(section[0]?.cells ?? []).length : 0;
  if (!section || width === 0) return null;
  const column = random.integer(0, width - 1);
  const texts = section.map(({ cells }) => textsOf(cells)[column] ?? '');
  const from = random.chance(0.6) ? 0 : random.integer(0, texts.length - 2);
  const back = random.chance(0.5);
  const shifted = shiftFrom(texts, from, back);
  let changed = table;
  for (const [at, row] of section.entries()) {
    const own = textsOf(row.cells).map((text, place) => (place === column ? (shifted[at] ?? '') : text));
    changed = withRow(changed, row.at, withTexts(row.cells, own));
  }
  return { table: changed, did: `column ${column} from row ${from} ${back ? 'up' : 'down'} by one` };
};

const swapCells: Change = (table, random) => {
  const row = pickOrNull(
    random,
    valueRows(table).filter(({ cells }) => textsOf(cells).length > 1),
  );
  if (!row) return null;
  const texts = textsOf(row.cells);
  const at = random.integer(0, texts.length - 2);
  const swapped = texts.map((text, place) =>
    place === at ? (texts[at + 1] ?? '') : place === at + 1 ? (texts[at] ?? '') : text,
  );
  const cells = withTexts(row.cells, swapped);
  return { table: withRow(table, row.at, cells), did: `swapped ${at} and ${at + 1}: ${shown(cells)}` };
};

/** The numbers of one row are those of the row above or below it. */
const copyRow: Change = (table, random) => {
  const section = pickOrNull(
    random,
    sections(table).filter((rows) => rows.length > 1),
  );
  if (!section) return null;
  const at = random.integer(0, section.length - 2);
  const [from, to] = random.chance(0.5) ? [section[at], section[at + 1]] : [section[at + 1], section[at]];
  if (!from || !to) return null;
  const cells = withTexts(to.cells, textsOf(from.cells));
  return { table: withRow(table, to.at, cells), did: `copied ${shown(from.cells)} to ${shown(to.cells)}` };
};

/** A page between two others was lost. */
const dropRows: Change = (table, random) => {
  const section = pickOrNull(
    random,
    sections(table).filter((rows) => rows.length > 6),
  );
  if (!section) return null;
  const count = random.integer(2, section.length - 3);
  const from = random.integer(1, section.length - count - 1);
  const gone = new Set(section.slice(from, from + count).map(({ at }) => at));
  return {
    table: { ...table, rows: table.rows.filter((_, at) => !gone.has(at)) },
    did: `dropped ${count} rows from ${from}`,
  };
};

export const SLIP_OPERATORS: readonly Operator[] = [
  onTable('shift-row', shiftRow),
  onTable('shift-column', shiftColumn),
  onTable('swap-cells', swapCells),
  onTable('copy-row', copyRow),
  onTable('drop-rows', dropRows),
];
