import type { Random } from '../../generate/random.ts';
import type { Cell, Table } from '../../generate/table.ts';
import type { Operator } from '../mutant.ts';
import { inSomeTable, isLabelled, isValue, pickOrNull, pickTwo, valueRows, withCell } from '../table-view.ts';

type Change = (table: Table, random: Random) => { readonly table: Table; readonly did: string } | null;
type Found = { readonly row: number; readonly at: number; readonly cell: Cell };

const onTable = (name: string, change: Change): Operator => ({
  name,
  on: 'blocks',
  mutate: (blocks, random) => inSomeTable(blocks, random, (table) => change(table, random)),
});

const rowLabels = (table: Table): Found[] =>
  valueRows(table)
    .filter(isLabelled)
    .flatMap((row) => {
      const cell = row.cells[row.own];
      return cell ? [{ row: row.at, at: row.own, cell }] : [];
    });

const groupLabels = (table: Table): Found[] =>
  valueRows(table).flatMap((row) =>
    row.cells.slice(0, row.own).flatMap((cell, at) => (cell.text === '' ? [] : [{ row: row.at, at, cell }])),
  );

const headerLabels = (table: Table): Found[] =>
  table.rows.flatMap((cells, row) =>
    cells.some(isValue) || cells.length < 2
      ? []
      : cells.flatMap((cell, at) => (cell.text === '' ? [] : [{ row, at, cell }])),
  );

const retext =
  (find: (table: Table) => readonly Found[], text: (cell: Cell, random: Random) => string): Change =>
  (table, random) => {
    const found = pickOrNull(random, find(table));
    if (!found) return null;
    const printed = text(found.cell, random);
    return {
      table: withCell(table, found.row, found.at, { ...found.cell, text: printed }),
      did: `${found.cell.text} → ${printed}`,
    };
  };

/** What OCR and careless typing put in the place of a character. */
const WRONG = ['口', '日', '囗', '人', '丨', '□', '0', 'l', '末', '已', '仟'];

const garble = ({ text }: Cell, random: Random): string => {
  const characters = [...text];
  for (let times = random.integer(1, 3); times > 0; times--)
    characters[random.integer(0, characters.length - 1)] = random.pick(WRONG);
  return characters.join('');
};

/** Labels that say whose they are without their group and without their number. */
const isUnique = ({ cell }: Found): boolean => !/其[他它]$/.test(cell.text) && cell.text.length >= 2;

/**
 * Two labels exchanged cannot be told from two rows exchanged: what stands beside a label is then its number.
 * The truth is what is printed, and only the identities can say that it is wrong.
 */
const exchangeLabels: Change = (table, random) => {
  const rows = valueRows(table).filter(isLabelled);
  const two = pickTwo(random, rowLabels(table).filter(isUnique));
  if (!two) return null;
  const [a, b] = two;
  const rowA = rows.find((row) => row.at === a.row);
  const rowB = rows.find((row) => row.at === b.row);
  if (!rowA || !rowB || columns(rowA.cells) !== columns(rowB.cells)) return null;
  let changed = withCell(table, a.row, a.at, { ...a.cell, text: b.cell.text });
  changed = withCell(changed, b.row, b.at, { ...b.cell, text: a.cell.text });
  changed = claim(changed, rowA.at, rowB.cells.filter(isValue));
  return {
    table: claim(changed, rowB.at, rowA.cells.filter(isValue)),
    did: `exchanged the labels ${a.cell.text} and ${b.cell.text}`,
  };
};

const columns = (cells: readonly Cell[]): string =>
  cells.flatMap((cell) => cell.variable?.split('.').at(-1) ?? []).join(' ');

/** The numbers of a row under the variables of another. */
const claim = (table: Table, row: number, as: readonly Cell[]): Table => {
  let next = 0;
  const cells = (table.rows[row] ?? []).map((cell) => {
    if (!isValue(cell)) return cell;
    const { variable } = as[next++] ?? {};
    return variable === undefined ? cell : { ...cell, variable };
  });
  return { ...table, rows: table.rows.map((old, at) => (at === row ? cells : old)) };
};

export const LABEL_OPERATORS: readonly Operator[] = [
  onTable(
    'lose-header-label',
    retext(headerLabels, () => ''),
  ),
  onTable('garble-header-label', retext(headerLabels, garble)),
  onTable('garble-row-label', retext(rowLabels, garble)),
  onTable('garble-group-label', retext(groupLabels, garble)),
  onTable(
    'hide-row-label',
    retext(rowLabels, () => ''),
  ),
  onTable(
    'hide-group-label',
    retext(groupLabels, () => ''),
  ),
  onTable(
    'cut-row-label',
    retext(rowLabels, ({ text }, random) => text.slice(0, random.integer(1, text.length))),
  ),
  onTable('exchange-labels', exchangeLabels),
];
