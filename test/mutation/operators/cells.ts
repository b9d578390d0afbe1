import type { Random } from '../../generate/random.ts';
import { type Cell, filler, type Table } from '../../generate/table.ts';
import type { MutatedBlocks, Operator } from '../mutant.ts';
import {
  inSomeTable,
  isValue,
  pickOrNull,
  type ValueRow,
  valueRows,
  variablesIn,
  withCell,
} from '../table-view.ts';

type Rest = Pick<MutatedBlocks, 'doubtful' | 'printed'>;
type Changed = { readonly table: Table; readonly did: string; readonly rest?: Rest };
type Change = (table: Table, random: Random) => Changed | null;

const onTable = (name: string, change: Change): Operator => ({
  name,
  on: 'blocks',
  mutate: (blocks, random) => {
    const changed = inSomeTable(blocks, random, (table) => change(table, random));
    return changed && { blocks: changed.blocks, did: changed.did, ...changed.rest };
  },
});

type Found = { readonly row: ValueRow; readonly at: number; readonly cell: Cell };

const someCell = (table: Table, random: Random, fits: (cell: Cell) => boolean = () => true): Found | null =>
  pickOrNull(
    random,
    valueRows(table).flatMap((row) =>
      row.cells.flatMap((cell, at): Found[] =>
        isValue(cell) && cell.variable !== undefined && fits(cell) ? [{ row, at, cell }] : [],
      ),
    ),
  );

const edit =
  (
    did: string,
    change: (cell: Cell, random: Random) => readonly Cell[],
    fits?: (cell: Cell) => boolean,
  ): Change =>
  (table, random) => {
    const found = someCell(table, random, fits);
    if (!found) return null;
    const cells = change(found.cell, random);
    return {
      table: withCell(table, found.row.at, found.at, ...cells),
      did: `${did}: ${found.cell.variable} ${found.cell.text} → ${cells.map((cell) => cell.text).join('|')}`,
    };
  };

const isNumber = (cell: Cell): boolean => /^\d+$/.test(cell.text);
const isLong = (cell: Cell): boolean => /^\d{2,}$/.test(cell.text);
const stray = (text: string): Cell => ({ text, kind: 'value', colspan: 1, rowspan: 1 });
const around = (cell: Cell, other: Cell, random: Random): Cell[] =>
  random.chance(0.5) ? [cell, other] : [other, cell];

const changeDigit = (cell: Cell, random: Random): readonly Cell[] => {
  const at = random.integer(0, cell.text.length - 1);
  const least = at === 0 && cell.text.length > 1 ? 1 : 0;
  const digit = random.pick(
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
      .map(String)
      .filter((each) => Number(each) >= least && each !== cell.text[at]),
  );
  return [{ ...cell, text: cell.text.slice(0, at) + digit + cell.text.slice(at + 1) }];
};

const dropDigit = (cell: Cell, random: Random): readonly Cell[] => {
  const at = random.integer(0, cell.text.length - 1);
  const text = cell.text.slice(0, at) + cell.text.slice(at + 1);
  return [{ ...cell, text: String(Number(text)) }];
};

const splitNumber = (cell: Cell, random: Random): readonly Cell[] => {
  const at = random.integer(1, cell.text.length - 1);
  return [
    { ...cell, text: cell.text.slice(0, at) },
    { ...stray(cell.text.slice(at)), kind: 'value' },
  ];
};

/**
 * Two cells in one: both numbers in it, run together, or only the first as a spreadsheet keeps it. Where both stand
 * in it with a blank between, text without bars looks as it did before: each may be read.
 */
const mergeCells: Change = (table, random) => {
  const found = someCell(table, random);
  const next = found?.row.cells[found.at + 1];
  if (!found || !next || next.variable === undefined || found.cell.text === '' || next.text === '')
    return null;
  const apart = `${found.cell.text} ${next.text}`;
  const text = random.pick([apart, `${found.cell.text}${next.text}`, found.cell.text, next.text]);
  const merged = { ...found.cell, text, colspan: found.cell.colspan + next.colspan };
  return {
    table: withCell(withCell(table, found.row.at, found.at + 1), found.row.at, found.at, merged),
    did: `merged ${found.cell.variable} ${found.cell.text} and ${next.text} into ${text}`,
    rest:
      text === apart
        ? { printed: new Map([found.cell, next].map((cell) => [cell.variable ?? '', cell.text])) }
        : { doubtful: variablesIn([found.cell, next]) },
  };
};

export const CELL_OPERATORS: readonly Operator[] = [
  onTable(
    'drop-cell',
    edit('dropped', () => []),
  ),
  onTable(
    'stray-blank',
    edit('blank cell beside', (cell, random) => around(cell, filler(), random)),
  ),
  onTable(
    'stray-number',
    edit('number beside', (cell, random) => around(cell, stray(String(random.integer(0, 30))), random)),
  ),
  onTable('change-digit', edit('changed a digit', changeDigit, isNumber)),
  onTable('drop-digit', edit('dropped a digit', dropDigit, isLong)),
  onTable(
    'empty-cell',
    edit('emptied', (cell) => [{ ...cell, text: '' }]),
  ),
  onTable('split-number', edit('split', splitNumber, isLong)),
  onTable('merge-cells', mergeCells),
];
