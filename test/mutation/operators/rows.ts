import type { Random } from '../../generate/random.ts';
import { type Cell, label, type Table, tableWidth } from '../../generate/table.ts';
import type { Operator } from '../mutant.ts';
import {
  inSomeTable,
  isLabelled,
  pickOrNull,
  pickTwo,
  type Row,
  sections,
  shown,
  valueRows,
  withRow,
} from '../table-view.ts';

type Change = (table: Table, random: Random) => { readonly table: Table; readonly did: string } | null;

const onTable = (name: string, change: Change, rest: Pick<Operator, 'renderings'> = {}): Operator => ({
  name,
  ...rest,
  on: 'blocks',
  mutate: (blocks, random) => inSomeTable(blocks, random, (table) => change(table, random)),
});

const twoRows = (table: Table, random: Random) => {
  const section = pickOrNull(
    random,
    sections(table).filter((rows) => rows.filter(isLabelled).length > 1),
  );
  return section && pickTwo(random, section.filter(isLabelled));
};

/** Labels move with their numbers; the labels of groups stay where they are. */
const swapRows: Change = (table, random) => {
  const two = twoRows(table, random);
  if (!two) return null;
  const [a, b] = two;
  const first = withRow(table, a.at, [...a.cells.slice(0, a.own), ...b.cells.slice(b.own)]);
  return {
    table: withRow(first, b.at, [...b.cells.slice(0, b.own), ...a.cells.slice(a.own)]),
    did: `swapped ${shown(a.cells)} and ${shown(b.cells)}`,
  };
};

const withTexts = (cells: Row, texts: readonly string[]): Cell[] => {
  let next = 0;
  return cells.map((cell) => (cell.kind === 'value' ? { ...cell, text: texts[next++] ?? '' } : cell));
};
const textsOf = (cells: Row): string[] => cells.flatMap((cell) => (cell.kind === 'value' ? [cell.text] : []));

/** The document then prints other numbers beside these labels, and those are right. */
const swapNumbers: Change = (table, random) => {
  const two = twoRows(table, random);
  if (!two) return null;
  const [a, b] = two;
  const first = withRow(table, a.at, withTexts(a.cells, textsOf(b.cells)));
  return {
    table: withRow(first, b.at, withTexts(b.cells, textsOf(a.cells))),
    did: `swapped the numbers of ${shown(a.cells)} and ${shown(b.cells)}`,
  };
};

const dropRow: Change = (table, random) => {
  const row = pickOrNull(random, valueRows(table));
  return row && { table: withRow(table, row.at), did: `dropped ${shown(row.cells)}` };
};

const otherNumber = (text: string, random: Random): string =>
  String(Math.max(0, Number(text) || 0) + random.integer(1, 9));

const duplicateRow =
  (other: boolean): Change =>
  (table, random) => {
    const row = pickOrNull(random, valueRows(table));
    if (!row) return null;
    const again = row.cells
      .slice(row.own)
      .map((cell) =>
        other && cell.kind === 'value' ? { ...cell, text: otherNumber(cell.text, random) } : cell,
      );
    return { table: withRow(table, row.at, row.cells, again), did: `repeated as ${shown(again)}` };
  };

const insertAfter = (table: Table, random: Random, row: Row): { table: Table; did: string } | null => {
  const after = pickOrNull(random, valueRows(table).slice(0, -1));
  return (
    after && {
      table: withRow(table, after.at, after.cells, row),
      did: `${shown(row)} behind ${shown(after.cells)}`,
    }
  );
};

const pageNumberRow: Change = (table, random) => {
  const text = random.pick(['- 3 -', '— 12 —', '3', '第3页', '3 / 7']);
  const wide = random.chance(0.5);
  return insertAfter(table, random, [label(text, wide ? tableWidth(table) : 1)]);
};

const NOTES = [
  '注：本表截至2021年12月31日，共12个部门',
  '备注：含街道办事处3家',
  '统计口径：收到27件，办结26件。',
];
const noteRow: Change = (table, random) =>
  insertAfter(table, random, [label(random.pick(NOTES), random.chance(0.5) ? tableWidth(table) : 1)]);

/** 其中：网上申请 and numbers in every column: a row that the form does not have. */
const foreignRow: Change = (table, random) => {
  const row = pickOrNull(random, valueRows(table).filter(isLabelled));
  if (!row) return null;
  const text = random.pick(['其中：网上申请', '其中', '上年同期', '第四季度', '比上年增减']);
  const cells = row.cells.slice(row.own).map((cell): Cell => {
    if (cell.kind === 'label') return { ...cell, text };
    const { variable: _, ...foreign } = cell;
    return { ...foreign, text: String(random.integer(0, 40)) };
  });
  return {
    table: withRow(table, row.at, row.cells, cells),
    did: `${shown(cells)} behind ${shown(row.cells)}`,
  };
};

export const ROW_OPERATORS: readonly Operator[] = [
  onTable('swap-rows', swapRows),
  onTable('swap-numbers', swapNumbers),
  onTable('drop-row', dropRow),
  onTable('duplicate-row', duplicateRow(false)),
  onTable('duplicate-row-other-numbers', duplicateRow(true)),
  onTable('page-number-row', pageNumberRow),
  onTable('note-row', noteRow),
  onTable('foreign-row', foreignRow),
];
