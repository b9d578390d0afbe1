import type { GridCell } from '../grid.ts';
import { meaningsOf } from '../labels/label-index.ts';
import { hasText } from '../normalise-label.ts';
import { looksLikeValue } from '../read-number.ts';

const linesOf = ({ text }: GridCell): readonly string[] => text.split('\n').filter(hasText);

/**
 * Several rows of the form whose labels are paragraphs of one cell, and so are their numbers → a row for each. Where a
 * cell has not just as many numbers as there are labels, nobody can say which is whose: each row has all of them.
 */
export function rowsOfLines(cells: readonly GridCell[]): readonly (readonly GridCell[])[] {
  const at = cells.findIndex((cell) => {
    const lines = linesOf(cell);
    return lines.length > 1 && meaningsOf(cell.text).length === 0 && lines.every(namesRow);
  });
  const [label, ...values] = at < 0 ? [] : cells.slice(at);
  if (!label || values.length === 0) return [cells];
  const names = linesOf(label);
  const isEven = values
    .map(linesOf)
    .every((lines) => lines.length === 0 || (lines.length === names.length && lines.every(looksLikeValue)));
  return names.map((text, line) => [
    ...(line === 0 ? cells.slice(0, at) : []),
    { ...label, text },
    ...(isEven ? values.map((cell) => ({ ...cell, text: linesOf(cell)[line] ?? '' })) : [together(values)]),
  ]);
}

/** One cell of all numbers, which no column takes. */
function together(values: readonly GridCell[]): GridCell {
  const [first] = values as readonly [GridCell, ...GridCell[]];
  const columnSpan = values.reduce((sum, cell) => sum + cell.columnSpan, 0);
  return { ...first, text: values.flatMap(linesOf).join(' '), columnSpan };
}

const namesRow = (text: string): boolean => meaningsOf(text).some(({ kind }) => kind === 'row');
