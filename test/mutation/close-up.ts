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

const closeUpTable = (clean: Table, mutated: Table): Table => ({
  ...mutated,
  rows: clean.rows.map((cells, row) => closeUpRow(cells, mutated.rows[row] ?? [])),
});

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
