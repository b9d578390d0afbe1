/**
 * Rows as what is left of their steps when the columns are known: cells come row by row, so the next row begins where
 * the columns begin anew. In a table as it should be that is nothing, cell after cell.
 */
export function toRowSteps(rows: readonly number[], columns: readonly number[]): number[] {
  let row = 0;
  let column = -1;
  return rows.map((next, index) => {
    const nextColumn = columns[index] ?? 0;
    const step = next - row - expectedStep(column, nextColumn);
    row = next;
    column = nextColumn;
    return step;
  });
}

/** The rows that toRowSteps was given. */
export function fromRowSteps(steps: readonly number[], columns: readonly number[]): number[] {
  let row = 0;
  let column = -1;
  return steps.map((step, index) => {
    const nextColumn = columns[index] ?? 0;
    row += step + expectedStep(column, nextColumn);
    column = nextColumn;
    return row;
  });
}

const expectedStep = (column: number, nextColumn: number): number => (nextColumn > column ? 0 : 1);
