import type { Block } from '../generate/blocks.ts';
import type { Random } from '../generate/random.ts';
import { type Cell, placeCells, type Table } from '../generate/table.ts';

export type Row = readonly Cell[];

/** A row that prints numbers: `own` is where its own label begins, `first` where its numbers do. */
export type ValueRow = {
  readonly at: number;
  readonly own: number;
  readonly first: number;
  readonly cells: Row;
};

export const isValue = (cell: Cell): boolean => cell.kind === 'value';
export const variablesIn = (cells: Row): string[] =>
  cells.flatMap((cell) => (cell.variable === undefined ? [] : [cell.variable]));

export const valueRows = (table: Table): ValueRow[] =>
  table.rows.flatMap((cells, at) => {
    const first = cells.findIndex(isValue);
    if (first < 0) return [];
    const labels = cells.slice(0, first).findLastIndex((cell) => cell.kind === 'label');
    return [{ at, own: labels < 0 ? first : labels, first, cells }];
  });

/** The columns of a row's numbers: rows with the same ones stand under the same header. */
export const columnKey = (row: ValueRow): string =>
  variablesIn(row.cells)
    .map((variable) => variable.split('.'))
    .map((parts) => (parts[0] === 'challenges' ? parts.join('.') : `${parts[0]}.${parts[2]}`))
    .join(' ');

/** Value rows by header: those that follow each other with the same columns. */
export const sections = (table: Table): ValueRow[][] => {
  const groups: ValueRow[][] = [];
  for (const row of valueRows(table)) {
    const last = groups.at(-1)?.at(-1);
    if (last && last.at === row.at - 1 && columnKey(last) === columnKey(row)) groups.at(-1)?.push(row);
    else groups.push([row]);
  }
  return groups;
};

export const isLabelled = (row: ValueRow): boolean =>
  (row.cells[row.own]?.text ?? '') !== '' && row.own < row.first;

export const withRow = (table: Table, at: number, ...rows: readonly Row[]): Table => ({
  ...table,
  rows: [...table.rows.slice(0, at), ...rows, ...table.rows.slice(at + 1)],
});

export const withCell = (table: Table, row: number, at: number, ...cells: readonly Cell[]): Table => {
  const old = table.rows[row] ?? [];
  return withRow(table, row, [...old.slice(0, at), ...cells, ...old.slice(at + 1)]);
};

export type TableAt = { readonly at: number; readonly table: Table };

export const tablesOf = (blocks: readonly Block[]): TableAt[] =>
  blocks.flatMap((block, at) => (block.kind === 'table' ? [{ at, table: block.table }] : []));

export const withTable = (blocks: readonly Block[], at: number, ...tables: readonly Table[]): Block[] => [
  ...blocks.slice(0, at),
  ...tables.map((table): Block => ({ kind: 'table', table })),
  ...blocks.slice(at + 1),
];

/** Tries the document's tables in random order until one takes the change. */
export const inSomeTable = <T>(
  blocks: readonly Block[],
  random: Random,
  change: (table: Table) => { readonly table: Table; readonly did: string; readonly rest?: T } | null,
): { readonly blocks: readonly Block[]; readonly did: string; readonly rest?: T } | null => {
  for (const { at, table } of random.shuffle(tablesOf(blocks))) {
    const changed = change(table);
    if (changed)
      return {
        blocks: withTable(blocks, at, changed.table),
        did: changed.did,
        ...(changed.rest === undefined ? {} : { rest: changed.rest }),
      };
  }
  return null;
};

export const pickOrNull = <T>(random: Random, items: readonly T[]): T | null =>
  items.length === 0 ? null : random.pick(items);

/** Two different items, or null. */
export const pickTwo = <T>(random: Random, items: readonly T[]): readonly [T, T] | null => {
  const [a, b] = random.sample(items, 2);
  return a === undefined || b === undefined ? null : [a, b];
};

export const shown = (cells: Row): string => cells.map((cell) => cell.text).join('|');

/**
 * The header cell over a number: the nearest label above it that covers exactly its columns. Null where a label is broken
 * over two cells (商业 / 企业): half of one would be moved.
 */
export const headerOver = (
  table: Table,
  row: number,
  variable: string,
): { row: number; at: number } | null => {
  const placed = placeCells(table.rows);
  const value = placed.find((each) => each.row === row && each.cell.variable === variable);
  if (!value) return null;
  const labels = placed.filter(
    (each) =>
      each.row < row &&
      each.column === value.column &&
      each.cell.colspan === value.cell.colspan &&
      each.cell.kind === 'label',
  );
  const [upper, above] = labels.length > 1 ? labels.slice(-2) : [undefined, labels[0]];
  const isBroken = upper !== undefined && upper.row + upper.cell.rowspan === above?.row;
  if (!above || isBroken) return null;
  return { row: above.row, at: (table.rows[above.row] ?? []).indexOf(above.cell) };
};
