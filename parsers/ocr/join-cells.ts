import { type GridLine, hasEdge } from './grid-lines.ts';
import type { Box } from './raster.ts';

/** A cell between ruling lines; `certain` is false where its edges contradict each other. */
export interface ScanCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly box: Box;
  readonly certain: boolean;
}

/** Share of a side that ink must cover to be an edge; the weaker one counts where cells would be no rectangles. */
const COVERED = 0.5;
const WEAKLY_COVERED = 0.2;

/** Neighbours without an edge between them are one cell. */
export function joinCells(rows: readonly GridLine[], columns: readonly GridLine[]): readonly ScanCell[] {
  const height = rows.length - 1;
  const width = columns.length - 1;
  const owner = Array.from({ length: height * width }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (owner[root] !== root) root = owner[root] as number;
    owner[index] = root;
    return root;
  };
  const joinWhere = (least: number, mayJoin: (index: number) => boolean): void => {
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++) {
        const index = row * width + column;
        if (!mayJoin(index)) continue;
        if (column + 1 < width && !hasEdge(columns[column + 1], rows[row], rows[row + 1], least))
          owner[rootOf(index + 1)] = rootOf(index);
        if (row + 1 < height && !hasEdge(rows[row + 1], columns[column], columns[column + 1], least))
          owner[rootOf(index + width)] = rootOf(index);
      }
  };
  joinWhere(COVERED, () => true);
  const bent = new Set(irregular(unions(owner, rootOf), width).flat());
  if (bent.size > 0) {
    for (const index of bent) owner[index] = index;
    joinWhere(WEAKLY_COVERED, (index) => bent.has(index));
    for (const union of irregular(unions(owner, rootOf), width))
      for (const index of union) owner[index] = index;
  }
  return unions(owner, rootOf).map((union) =>
    cellOf(union, width, rows, columns, !union.some((i) => bent.has(i))),
  );
}

function unions(owner: readonly number[], rootOf: (index: number) => number): readonly (readonly number[])[] {
  const groups = new Map<number, number[]>();
  for (const index of owner.keys()) {
    const root = rootOf(index);
    groups.set(root, [...(groups.get(root) ?? []), index]);
  }
  return [...groups.values()];
}

interface Extent {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

function extentOf(union: readonly number[], width: number): Extent {
  const rows = union.map((index) => Math.floor(index / width));
  const columns = union.map((index) => index % width);
  return {
    top: Math.min(...rows),
    bottom: Math.max(...rows) + 1,
    left: Math.min(...columns),
    right: Math.max(...columns) + 1,
  };
}

const irregular = (groups: readonly (readonly number[])[], width: number): readonly (readonly number[])[] =>
  groups.filter((union) => {
    const { top, bottom, left, right } = extentOf(union, width);
    return union.length !== (bottom - top) * (right - left);
  });

function cellOf(
  union: readonly number[],
  width: number,
  rows: readonly GridLine[],
  columns: readonly GridLine[],
  certain: boolean,
): ScanCell {
  const { top, bottom, left, right } = extentOf(union, width);
  const at = (lines: readonly GridLine[], index: number): number => Math.round(lines[index]?.at ?? 0);
  return {
    row: top,
    column: left,
    rowSpan: bottom - top,
    columnSpan: right - left,
    box: { left: at(columns, left), top: at(rows, top), right: at(columns, right), bottom: at(rows, bottom) },
    certain,
  };
}
