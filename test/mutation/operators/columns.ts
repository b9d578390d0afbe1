import type { Random } from '../../generate/random.ts';
import type { Cell, Table } from '../../generate/table.ts';
import type { Operator } from '../mutant.ts';
import {
  headerOver,
  inSomeTable,
  pickOrNull,
  pickTwo,
  sections,
  tablesOf,
  type ValueRow,
  withCell,
} from '../table-view.ts';

type Change = (table: Table, random: Random) => { readonly table: Table; readonly did: string } | null;

const onTable = (name: string, change: Change): Operator => ({
  name,
  on: 'blocks',
  mutate: (blocks, random) => inSomeTable(blocks, random, (table) => change(table, random)),
});

/** Where a table goes on in another one without a header, the numbers there keep the order of a header that is changed. */
const onWholeTable = (name: string, change: Change): Operator => ({
  name,
  on: 'blocks',
  mutate: (blocks, random) => {
    const parts = tablesOf(blocks).flatMap(({ table }) => (table.headerRows === 0 ? [table.id] : []));
    return inSomeTable(blocks, random, (table) => (parts.includes(table.id) ? null : change(table, random)));
  },
});

type HeaderPlace = { readonly row: number; readonly at: number };
/** A column of a section: the place of its number among the numbers of each row, and its header cell. */
type Column = { readonly place: number; readonly header: HeaderPlace | null; readonly span: number };

const someSection = (table: Table, random: Random): ValueRow[] | null =>
  pickOrNull(
    random,
    sections(table).filter((rows) => (rows[0]?.cells.length ?? 0) - (rows[0]?.first ?? 0) > 1),
  );

const columnsOf = (table: Table, section: readonly ValueRow[]): Column[] => {
  const [row] = section;
  if (!row) return [];
  return row.cells.slice(row.first).map((cell, place) => ({
    place,
    span: cell.colspan,
    header: cell.variable === undefined ? null : headerOver(table, row.at, cell.variable),
  }));
};

const sameHeaderRow = (column: Column): string => `${column.header?.row} ${column.span}`;

const exchange = (table: Table, row: number, a: number, b: number): Table => {
  const cells = table.rows[row] ?? [];
  const [left, right] = [cells[a], cells[b]];
  if (!left || !right) return table;
  return withCell(withCell(table, row, a, right), row, b, left);
};

/** Two columns of one header row: natural persons and 总计 stay beside the group, not in it. */
const swapColumns: Change = (table, random) => {
  const section = someSection(table, random);
  if (!section) return null;
  const columns = columnsOf(table, section).filter(({ header }) => header !== null);
  const first = pickOrNull(random, columns);
  const two =
    first &&
    pickTwo(
      random,
      columns.filter((each) => sameHeaderRow(each) === sameHeaderRow(first)),
    );
  const [a, b] = two ?? [];
  if (!a?.header || !b?.header || crossesGroups(table, a.header, b.header)) return null;
  let changed = exchange(table, a.header.row, a.header.at, b.header.at);
  for (const row of section) changed = exchange(changed, row.at, row.first + a.place, row.first + b.place);
  return { table: changed, did: `swapped columns ${a.place} and ${b.place} with their headers` };
};

/** 结果维持 stands three times: columns may change places inside a group of five only. */
const crossesGroups = (table: Table, a: HeaderPlace, b: HeaderPlace): boolean => {
  const count = table.rows[a.row]?.length ?? 0;
  return count >= 10 && Math.floor(a.at / 5) !== Math.floor(b.at / 5);
};

/** The numbers change places, the headers do not: what stands under a header is then its number. */
const swapColumnNumbers: Change = (table, random) => {
  const section = someSection(table, random);
  const two = section && pickTwo(random, columnsOf(table, section));
  if (!two || !section) return null;
  const [a, b] = two;
  let changed = table;
  for (const row of section) {
    const left = row.cells[row.first + a.place];
    const right = row.cells[row.first + b.place];
    if (!left || !right || left.variable === undefined || right.variable === undefined) return null;
    changed = withCell(changed, row.at, row.first + a.place, { ...left, text: right.text });
    changed = withCell(changed, row.at, row.first + b.place, { ...right, text: left.text });
  }
  return { table: changed, did: `swapped the numbers of columns ${a.place} and ${b.place}` };
};

/**
 * Behind a lone row of padded text a blank cell too many is the bar that fills rows to one width: nothing tells the
 * two apart, so such rows are left alone.
 */
const endsInPadding = (section: readonly ValueRow[]): boolean =>
  section.length === 1 && section[0]?.cells.at(-1)?.text === '';

const editColumn =
  (withHeader: boolean, edit: (cell: Cell) => readonly Cell[], did: string): Change =>
  (table, random) => {
    const section = someSection(table, random);
    if (!section) return null;
    const columns = columnsOf(table, section).filter(({ header }) => !withHeader || header !== null);
    const column = pickOrNull(random, columns);
    if (!column || endsInPadding(section)) return null;
    let changed = table;
    for (const row of section) {
      const cell = row.cells[row.first + column.place];
      if (cell) changed = withCell(changed, row.at, row.first + column.place, ...edit(cell));
    }
    if (withHeader && column.header) {
      const cell = table.rows[column.header.row]?.[column.header.at];
      if (cell) changed = withCell(changed, column.header.row, column.header.at, ...edit(cell));
    }
    return { table: changed, did: `${did} column ${column.place}` };
  };

const DROP = (): readonly Cell[] => [];
const DOUBLE = (cell: Cell): readonly Cell[] => [cell, cell];

export const COLUMN_OPERATORS: readonly Operator[] = [
  onWholeTable('swap-columns', swapColumns),
  onTable('swap-column-numbers', swapColumnNumbers),
  onTable('drop-column', editColumn(true, DROP, 'dropped')),
  onTable('drop-column-numbers', editColumn(false, DROP, 'dropped the numbers of')),
  onTable('duplicate-column', editColumn(true, DOUBLE, 'doubled')),
  onTable('duplicate-column-numbers', editColumn(false, DOUBLE, 'doubled the numbers of')),
];
