import { adoptScraps } from './adopt-scraps.ts';
import { tablesOfRules } from './connect-rules.ts';
import { type GridLine, gridLines, withOpenEnds, withWholeEdges } from './grid-lines.ts';
import { joinCells, type ScanCell } from './join-cells.ts';
import type { Box } from './raster.ts';
import type { FoundRules, Rule, Rules } from './rules.ts';
import type { Trace } from './trace-edge.ts';

export interface ScanTable {
  readonly box: Box;
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly ScanCell[];
  /** The ruling lines that it is made of. */
  readonly rules: Rules;
}
/** A table is wider than this in heights of a character, and so is one of its rules at least. */
const NARROWEST = 6;
/** A grid of more lines is no table of a report. */
const MOST_LINES = 150;

/**
 * Ruling lines → tables: rules that cross hang together, their positions make a base grid, neighbours without an
 * edge between are one cell (tables.md 6.3). Top to bottom.
 *
 * @param trace - looks again where a line of the grid has no rule
 */
export function buildTables(
  { scraps, ...rules }: Rules & Partial<FoundRules>,
  charHeight: number,
  trace: Trace = () => [],
): readonly ScanTable[] {
  return tablesOfRules(rules, charHeight)
    .flatMap((group) => {
      const table = buildTable(scraps ? adoptScraps(group, scraps, charHeight) : group, charHeight, trace);
      return table ? [table] : [];
    })
    .sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
}

function buildTable(group: Rules, charHeight: number, trace: Trace): ScanTable | null {
  if (!group.horizontal.some((rule) => rule.to - rule.from > NARROWEST * charHeight)) return null;
  const foundRows = withOpenEnds(gridLines(group.horizontal, charHeight), group.vertical, charHeight);
  const foundColumns = withOpenEnds(gridLines(group.vertical, charHeight), group.horizontal, charHeight);
  const counts = [foundRows.length, foundColumns.length];
  if (counts.some((count) => count < 2 || count > MOST_LINES)) return null;
  const rows = withWholeEdges(foundRows, foundColumns, (at, from, to) => trace('across', at, from, to));
  const columns = withWholeEdges(foundColumns, foundRows, (at, from, to) => trace('down', at, from, to));
  const xs = columns.map((line) => line.at);
  const ys = rows.map((line) => line.at);
  const cells = joinCells(rows, columns);
  const box = { left: xs[0] ?? 0, top: ys[0] ?? 0, right: xs.at(-1) ?? 0, bottom: ys.at(-1) ?? 0 };
  const drawn = (lines: readonly GridLine[]): readonly Rule[] => lines.flatMap((line) => line.rules);
  return cells.length < 2
    ? null
    : { box, xs, ys, cells, rules: { horizontal: drawn(rows), vertical: drawn(columns) } };
}
