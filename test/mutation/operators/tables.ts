import { type Block, coverLines } from '../../generate/blocks.ts';
import type { Random } from '../../generate/random.ts';
import { splitTable } from '../../generate/shapes.ts';
import { type Cell, label, type Table } from '../../generate/table.ts';
import type { MutatedBlocks, Operator } from '../mutant.ts';
import { headerOver, isValue, pickOrNull, sections, tablesOf, valueRows, withTable } from '../table-view.ts';

const onBlocks = (
  name: string,
  mutate: (blocks: readonly Block[], random: Random) => MutatedBlocks | null,
): Operator => ({ name, on: 'blocks', mutate });

const asBlock = (table: Table): Block => ({ kind: 'table', table });

/** The second half of a table somewhere else in the document, with or without its header. */
const moveHalf = (blocks: readonly Block[], random: Random): MutatedBlocks | null => {
  const found = pickOrNull(
    random,
    tablesOf(blocks).filter(({ table }) => valueRows(table).length > 3),
  );
  const rows = found && valueRows(found.table).map((row) => row.at);
  const at = rows && pickOrNull(random, rows.slice(1, -1));
  if (!found || at === null) return null;
  const group = random.pick(['label', 'blank', 'missing'] as const);
  const header = random.chance(0.5) && found.table.headerRows > 0;
  const [first, second] = splitTable(found.table, at, header, group);
  if (!first || !second) return null;
  const left = withTable(blocks, found.at, first);
  const target = random.integer(2, left.length);
  return {
    blocks: [...left.slice(0, target), asBlock(second), ...left.slice(target)],
    did: `rows from ${at} of table ${found.table.id} moved to block ${target}, group ${group}, header ${header}`,
  };
};

/**
 * In the middle of the table its header once more, two columns in another order, the numbers below as it says. Where the
 * table goes on elsewhere without a header, those numbers keep the order of the first.
 */
const repeatHeader = (blocks: readonly Block[], random: Random): MutatedBlocks | null => {
  const found = pickOrNull(
    random,
    tablesOf(blocks).filter(({ table }) => table.id === 'applications' && table.headerRows > 0),
  );
  const section = found && sections(found.table)[0];
  const from = section && pickOrNull(random, section.slice(2, -1));
  if (!found || !section || !from) return null;
  const { table } = found;
  const places = from.cells.slice(from.first).flatMap((cell, place) => {
    const over = cell.variable === undefined ? null : headerOver(table, from.at, cell.variable);
    return over && over.row === table.headerRows - 1 ? [{ place, over }] : [];
  });
  const [a, b] = random.sample(places, 2);
  if (!a || !b) return null;
  const swapped = (cells: readonly Cell[], x: number, y: number): Cell[] =>
    cells.map((cell, at) => (at === x ? (cells[y] ?? cell) : at === y ? (cells[x] ?? cell) : cell));
  const header = table.rows
    .slice(0, table.headerRows)
    .map((cells, row) => (row === a.over.row ? swapped(cells, a.over.at, b.over.at) : cells));
  const [head, tail] = splitTable(table, from.at, false, 'label');
  if (!head || !tail) return null;
  const below = tail.rows.map((cells) => {
    const first = cells.findIndex(isValue);
    return first < 0 ? cells : swapped(cells, first + a.place, first + b.place);
  });
  return {
    blocks: withTable(blocks, found.at, { ...table, rows: [...head.rows, ...header, ...below] }),
    did: `header repeated before ${from.cells[from.own]?.text}, columns ${a.place} and ${b.place} swapped`,
  };
};

const otherText = (cell: Cell, random: Random): Cell =>
  /^\d+$/.test(cell.text) ? { ...cell, text: String(Math.floor(Number(cell.text) * random.next())) } : cell;

const otherNumbers = (table: Table, random: Random): Table => ({
  ...table,
  rows: table.rows.map((cells) => cells.map((cell) => (isValue(cell) ? otherText(cell, random) : cell))),
});

/** The table without what its numbers are for: those of another year. */
const unnamed = (table: Table): Table => ({
  ...table,
  rows: table.rows.map((cells) => cells.map(({ variable: _, ...cell }) => cell)),
});

/** The same table with last year's numbers before it; a line that says so makes them none of the report's. */
const lastYearFirst = (blocks: readonly Block[], random: Random): MutatedBlocks | null => {
  const found = pickOrNull(random, tablesOf(blocks));
  if (!found) return null;
  const old = otherNumbers(found.table, random);
  const isTold = random.chance(0.5);
  const caption: Block[] = isTold ? [{ kind: 'paragraph', text: '上一年度情况如下：' }] : [];
  const at = random.chance(0.5) ? found.at : 2;
  return {
    blocks: [...blocks.slice(0, at), ...caption, asBlock(isTold ? unnamed(old) : old), ...blocks.slice(at)],
    did: `last year's ${found.table.id} before block ${at}, told: ${isTold}`,
  };
};

/** A few rows of the table with other numbers behind it: a quarter's figures, or another agency's. */
const secondTable = (blocks: readonly Block[], random: Random): MutatedBlocks | null => {
  const found = pickOrNull(
    random,
    tablesOf(blocks).filter(({ table }) => table.headerRows > 0),
  );
  if (!found) return null;
  const { table } = found;
  const chosen = random.sample(valueRows(table), random.integer(1, 6));
  if (chosen.length === 0) return null;
  const rows = chosen.map((row) => row.cells.slice(row.own).map((cell) => ({ ...cell, rowspan: 1 })));
  const withHeader = random.chance(0.7);
  const header = withHeader ? table.rows.slice(0, table.headerRows) : [];
  const small = otherNumbers({ ...table, rows: [...header, ...rows] }, random);
  const text = random.pick(['第四季度情况：', '附：市自然资源局情况', '']);
  const at = random.integer(found.at + 1, blocks.length);
  return {
    blocks: [...blocks.slice(0, at), { kind: 'paragraph', text }, asBlock(small), ...blocks.slice(at)],
    did: `${rows.length} rows of ${table.id} again as block ${at}, header ${withHeader}`,
  };
};

/** The whole table of another body, copied with its own numbers. */
const otherAgency = (blocks: readonly Block[], random: Random): MutatedBlocks | null => {
  const found = pickOrNull(random, tablesOf(blocks));
  if (!found) return null;
  const text = random.pick(['附：向阳街道办事处', '二、市自然资源局', '']);
  const at = random.chance(0.5) ? found.at : random.integer(found.at + 1, blocks.length);
  const other = asBlock(otherNumbers(found.table, random));
  return {
    blocks: [...blocks.slice(0, at), { kind: 'paragraph', text }, other, ...blocks.slice(at)],
    did: `another ${found.table.id} as block ${at}: ${text}`,
  };
};

/** Rows of the table once more below it, as a page is when it was copied twice. */
const repeatHalf = (blocks: readonly Block[], random: Random): MutatedBlocks | null => {
  const found = pickOrNull(
    random,
    tablesOf(blocks).filter(({ table }) => valueRows(table).length > 3),
  );
  const from = found && pickOrNull(random, valueRows(found.table).slice(1, -1));
  if (!found || !from) return null;
  const { table } = found;
  const withHeader = random.chance(0.5);
  const half = splitTable(table, from.at, withHeader, 'label')[1];
  if (!half) return null;
  const inside = random.chance(0.5);
  const blocksOf = inside ? [{ ...table, rows: [...table.rows, ...half.rows] }] : [table, half];
  return {
    blocks: withTable(blocks, found.at, ...blocksOf),
    did: `${table.id} from ${from.cells[from.own]?.text} on once more, header ${withHeader}, inside ${inside}`,
  };
};

/** Label and total only: a summary of two columns, as prose likes to have. */
const summaryTable = (blocks: readonly Block[], random: Random): MutatedBlocks | null => {
  const found = pickOrNull(
    random,
    tablesOf(blocks).filter(({ table }) => table.id === 'applications'),
  );
  if (!found) return null;
  const chosen = random.sample(valueRows(found.table), random.integer(2, 5));
  const rows = chosen.flatMap((row): Cell[][] => {
    const name = row.cells[row.own];
    const total = row.cells.at(-1);
    if (!name || !total || name.kind !== 'label') return [];
    const { variable: _, ...number } = otherText(total, random);
    return [[{ ...name, rowspan: 1, colspan: 1 }, number]];
  });
  if (rows.length === 0) return null;
  const header: Cell[][] = random.chance(0.5)
    ? [['项目', '数量'].map((text): Cell => ({ text, kind: 'label', colspan: 1, rowspan: 1 }))]
    : [];
  const at = random.integer(2, blocks.length);
  return {
    blocks: [
      ...blocks.slice(0, at),
      asBlock({ id: 'applications', rows: [...header, ...rows], headerRows: header.length }),
      ...blocks.slice(at),
    ],
    did: `a summary of ${rows.length} rows as block ${at}: ${rows.map((row) => row.map((cell) => cell.text).join(' ')).join('; ')}`,
  };
};

/** Before the report its contents as a table: what the tables name, and page numbers that are none of theirs. */
const contentsTable = (blocks: readonly Block[], random: Random): MutatedBlocks | null => {
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])).slice(1, 4);
  const lines = coverLines(headings).filter(() => random.chance(0.7));
  if (lines.length < 2) return null;
  const rows = lines.map((texts) => texts.map((text) => label(text)));
  return {
    blocks: [...blocks.slice(0, 1), asBlock({ id: 'disclosure', rows, headerRows: 0 }), ...blocks.slice(1)],
    did: `contents of ${rows.length} lines`,
  };
};

export const TABLE_OPERATORS: readonly Operator[] = [
  onBlocks('move-half', moveHalf),
  onBlocks('repeat-header', repeatHeader),
  onBlocks('last-year-first', lastYearFirst),
  onBlocks('second-table', secondTable),
  onBlocks('other-agency', otherAgency),
  onBlocks('repeat-half', repeatHalf),
  onBlocks('summary-table', summaryTable),
  onBlocks('contents-table', contentsTable),
];
