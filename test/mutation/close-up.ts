import type { Block } from '../generate/blocks.ts';
import type { Cell, Table } from '../generate/table.ts';
import { isValue } from './table-view.ts';

/**
 * Padded text fills a row that lost a cell with one bar more, and a blank last cell is that same bar; in a sheet
 * every row goes on in blank cells. The clean document with the mutated numbers moved up and blanks behind them: where
 * it looks like the mutated one, no reader could tell them apart, and what it prints is what is printed. Null when
 * rows were moved.
 */
export const closeUp = (clean: readonly Block[], mutated: readonly Block[]): readonly Block[] | null => {
  if (clean.length !== mutated.length) return null;
  const blocks: Block[] = [];
  for (const [at, block] of clean.entries()) {
    const other = mutated[at];
    if (block.kind !== 'table' || other?.kind !== 'table') blocks.push(other ?? block);
    else if (block.table.rows.length !== other.table.rows.length) return null;
    else blocks.push({ kind: 'table', table: closeUpTable(block.table, other.table) });
  }
  return blocks;
};

/** Where a header changed too, what stands under it is what it says. */
const closeUpTable = (clean: Table, mutated: Table): Table =>
  labelsOf(clean) === labelsOf(mutated) ? { ...mutated, rows: closeUpRows(clean, mutated) } : mutated;

const labelsOf = ({ rows }: Table): string =>
  JSON.stringify(rows.map((cells) => cells.flatMap(({ kind, text }) => (kind === 'label' ? [text] : []))));

const closeUpRows = (clean: Table, mutated: Table): Table['rows'] =>
  clean.rows.map((cells, row) => closeUpRow(cells, mutated.rows[row] ?? []));

const closeUpRow = (clean: readonly Cell[], mutated: readonly Cell[]): readonly Cell[] => {
  const values = mutated.filter(isValue);
  const wanted = clean.filter(isValue).length;
  // Numbers that changed places with their headers are as many as before, and none moves up.
  if (values.length === wanted || wanted === 0) return mutated;
  // What stands blank before the numbers is the label of a group that began on the page before.
  const from = values[0] === undefined ? mutated.length : mutated.indexOf(values[0]);
  const texts = mutated.slice(from).map((cell) => cell.text);
  while (texts.length > wanted && texts.at(-1) === '') texts.pop();
  if (texts.length > wanted) return mutated;
  return clean.map((cell) => (isValue(cell) ? { ...cell, text: texts.shift() ?? '' } : cell));
};

/**
 * The mutated document with each number that spans several cells in the first or the last of them, and the others blank:
 * set at one side of its cell, where no lines are drawn, it looks so. Null where no number does, and where rows were moved.
 */
export const setApart = (
  clean: readonly Block[],
  mutated: readonly Block[],
  side: 'first' | 'last',
): readonly Block[] | null => {
  if (clean.length !== mutated.length) return null;
  let isApart = false;
  const blocks = mutated.map((block, at): Block => {
    const own = clean[at];
    if (block.kind !== 'table' || own?.kind !== 'table' || own.table.rows.length !== block.table.rows.length)
      return block;
    const rows = block.table.rows.map((cells, row) => {
      const apart = apartRow(own.table.rows[row] ?? [], cells, side);
      if (apart.length > cells.length) isApart = true;
      return apart;
    });
    return { kind: 'table', table: { ...block.table, rows } };
  });
  return isApart ? blocks : null;
};

const apartRow = (
  clean: readonly Cell[],
  mutated: readonly Cell[],
  side: 'first' | 'last',
): readonly Cell[] => {
  const left = [...clean];
  return mutated.flatMap((cell) => {
    const covered: Cell[] = [];
    for (let width = 0; width < cell.colspan && left.length > 0; width += covered.at(-1)?.colspan ?? 1)
      covered.push(...left.splice(0, 1));
    if (!isValue(cell) || covered.length < 2 || !covered.every(isValue)) return [cell];
    const place = side === 'first' ? 0 : covered.length - 1;
    return covered.map((own, at) => ({ ...own, text: at === place ? cell.text : '' }));
  });
};
