import type { BaseGrid, GridLine } from './base-grid.ts';

/** A cell of the base grid or several joined: its place and spans in grid lines. */
export interface CellSpan {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Cells cut from one shape that is no rectangle share its number: which of them its text is in is in doubt. */
  readonly shape: number;
}

/** A side is drawn when all but this much of it is. */
const MISSING_PT = 3;
/** At least this share of a short side. */
const COVERED_SHARE = 0.6;

/** Neighbouring base cells between which no line is drawn are one cell (tables.md 6.3). */
export function mergeCells({ xs, ys }: BaseGrid): readonly CellSpan[] {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const taken = new Uint8Array(rows * columns);
  const corners = openCorners({ xs, ys });
  const cells: CellSpan[] = [];
  let shapes = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken[row * columns + column]) continue;
      const members = floodCell({ xs, ys }, corners, taken, row * columns + column);
      cells.push(...spansOf(members, columns, shapes++));
    }
  }
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Indices of the base cells reached without crossing a drawn side; they are marked as taken. */
function floodCell(
  { xs, ys }: BaseGrid,
  corners: ReturnType<typeof openCorners>,
  taken: Uint8Array,
  start: number,
): readonly number[] {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const members: number[] = [];
  const waiting = [start];
  taken[start] = 1;
  const goesOn = (line: number, c: number): boolean => {
    const [left, right] = corners[line] ?? [0, 0];
    return c >= left && c < columns - right && !isDrawn(ys[line], xs[c], xs[c + 1]);
  };
  const visit = (next: number): void => {
    if (taken[next]) return;
    taken[next] = 1;
    waiting.push(next);
  };
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    members.push(index);
    const r = Math.floor(index / columns);
    const c = index % columns;
    if (c + 1 < columns && !isDrawn(xs[c + 1], ys[r], ys[r + 1])) visit(index + 1);
    if (c > 0 && !isDrawn(xs[c], ys[r], ys[r + 1])) visit(index - 1);
    if (r + 1 < rows && goesOn(r + 1, c)) visit(index + columns);
    if (r > 0 && goesOn(r, c)) visit(index - columns);
  }
  return members;
}

/**
 * How many base cells, from the left and from the right, end at each row line though it is not drawn below them. Some
 * programs draw no border around an empty cell: where the table's own side begins or ends, the empty corner of a header
 * is over, and a row begins. The line runs in from the side to where it is drawn.
 */
function openCorners({ xs, ys }: BaseGrid): readonly (readonly [left: number, right: number])[] {
  const columns = xs.length - 1;
  const isStep = (side: GridLine | undefined, r: number): boolean =>
    side?.inferred === false && isDrawn(side, ys[r - 1], ys[r]) !== isDrawn(side, ys[r], ys[r + 1]);
  return ys.map((line, r) => {
    if (r === 0 || r === ys.length - 1) return [0, 0];
    const isOpen = (column: number): boolean => !isDrawn(line, xs[column], xs[column + 1]);
    let [left, right] = [0, 0];
    if (isStep(xs[0], r)) while (left < columns && isOpen(left)) left++;
    if (isStep(xs.at(-1), r)) while (right < columns && isOpen(columns - 1 - right)) right++;
    return [left, right];
  });
}

/** A side that is drawn for fewer rows than this share is that of a ragged table, where each row ends as it may. */
const CLOSED_SHARE = 0.5;

/**
 * Whether a cell lies at the table's right side where that is drawn for the other rows and not for this one: the row
 * ends before it, as one does whose cell was deleted, and what looks like a blank last cell is none.
 */
export function endsOpen(grid: BaseGrid): (cell: CellSpan) => boolean {
  const { xs, ys } = grid;
  const side = xs.at(-1);
  const closed = ys.slice(1).filter((end, row) => isDrawn(side, ys[row], end)).length;
  const isClosed = side !== undefined && !side.inferred && closed > (ys.length - 1) * CLOSED_SHARE;
  return ({ row, column, rowSpan, columnSpan }) =>
    isClosed && column + columnSpan === xs.length - 1 && !isDrawn(side, ys[row], ys[row + rowSpan]);
}

/**
 * Whether a cell lies beside the table: one row with a cell too many goes on further than the others, and what is right
 * of them, above and below it, is closed neither at the side nor there. In a ragged table rows end as they may.
 */
export function liesBeside({ xs, ys }: BaseGrid): (cell: CellSpan) => boolean {
  const side = xs.at(-1);
  const longer = ys.slice(1).filter((end, row) => isDrawn(side, ys[row], end)).length;
  return ({ row, column, rowSpan, columnSpan }) => {
    if (side === undefined || side.inferred || longer > 1 || column + columnSpan < xs.length - 1)
      return false;
    const isOpen = (line: GridLine | undefined): boolean => !isDrawn(line, xs[column], side);
    return !isDrawn(side, ys[row], ys[row + rowSpan]) && (isOpen(ys[row]) || isOpen(ys[row + rowSpan]));
  };
}

function isDrawn(line: GridLine | undefined, from: GridLine | undefined, to: GridLine | undefined): boolean {
  const [low, high] = [from?.at ?? 0, to?.at ?? 0];
  let covered = 0;
  let reached = low;
  for (const rule of line?.rules ?? []) {
    const end = Math.min(rule.to, high);
    covered += Math.max(0, end - Math.max(rule.from, reached));
    reached = Math.max(reached, end);
  }
  return covered >= Math.max(high - low - MISSING_PT, (high - low) * COVERED_SHARE);
}

/** One cell for a full rectangle; else the rectangles that it can be cut into, which share the shape. */
function spansOf(members: readonly number[], columns: number, shape: number): readonly CellSpan[] {
  const left = new Set([...members].sort((a, b) => a - b));
  const spans: CellSpan[] = [];
  while (left.size > 0) {
    const start = left.values().next().value ?? 0;
    const row = Math.floor(start / columns);
    const column = start % columns;
    let columnSpan = 1;
    while (column + columnSpan < columns && left.has(start + columnSpan)) columnSpan++;
    let rowSpan = 1;
    const isFull = (r: number): boolean =>
      Array.from({ length: columnSpan }, (_, k) => left.has(r * columns + column + k)).every(Boolean);
    while (isFull(row + rowSpan)) rowSpan++;
    for (let r = row; r < row + rowSpan; r++)
      for (let c = column; c < column + columnSpan; c++) left.delete(r * columns + c);
    spans.push({ row, column, rowSpan, columnSpan, shape });
  }
  return spans;
}
