import type { Piece, Rule, Rules } from './find-rules.ts';
import type { Box } from './raster.ts';
import { isBrokenEdge, type Trace } from './trace-edge.ts';

/** A cell between ruling lines; `certain` is false where its edges contradict each other. */
export interface ScanCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly box: Box;
  readonly certain: boolean;
}

export interface ScanTable {
  readonly box: Box;
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly ScanCell[];
  /** The ruling lines that it is made of. */
  readonly rules: Rules;
}

/** All in heights of a character. */
/** Rules cross when their ends come this near. */
const REACH = 0.4;
/** A short rule that meets no other as near as this is a stroke of print beside a rule. */
const TOUCH = 0.12;
const SHORT = 6;
/** Nearer than this, two parallel rules are one line of the grid: no text fits between. */
const SAME_LINE = 0.5;
/** Rules that stand out this far past the outermost crossing one belong to a row that has lost its own. */
const STANDS_OUT = 0.7;

/** Share of a side that ink must cover to be an edge; the weaker one counts where cells would be no rectangles. */
const COVERED = 0.5;
const WEAKLY_COVERED = 0.2;
/** A table is wider than this, and so is one of its rules at least. */
const NARROWEST = 6;
/** What is wiped out along the rest of a broken rule, in pixels. */
const BROKEN_THICKNESS = 2;
/** A grid of more lines is no table of a report. */
const MOST_LINES = 150;

/**
 * Ruling lines → tables: rules that cross hang together, their positions make a base grid, neighbours without an
 * edge between are one cell (tables.md 6.3). Top to bottom.
 *
 * @param trace - looks again where a line of the grid has no rule
 */
export function buildTables(rules: Rules, charHeight: number, trace: Trace = () => []): readonly ScanTable[] {
  return connectRules(withoutStrokes(rules, charHeight), charHeight * REACH)
    .flatMap((group) => {
      const table = buildTable(group, charHeight, trace);
      return table ? [table] : [];
    })
    .sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
}

/** Print that looks like a short rule stands inside a cell and meets no other rule. */
function withoutStrokes({ horizontal, vertical }: Rules, charHeight: number): Rules {
  const isRule = (rule: Rule, meets: (reach: number) => number): boolean =>
    rule.to - rule.from > SHORT * charHeight ||
    meets(TOUCH * charHeight) > 0 ||
    meets(REACH * charHeight) > 1;
  return {
    horizontal: horizontal.filter((across) =>
      isRule(across, (reach) => vertical.filter((down) => cross(across, down, reach)).length),
    ),
    vertical: vertical.filter((down) =>
      isRule(down, (reach) => horizontal.filter((across) => cross(across, down, reach)).length),
    ),
  };
}

/** Rules that cross, directly or by way of others. */
function connectRules({ horizontal, vertical }: Rules, reach: number): readonly Rules[] {
  const parents = [...horizontal, ...vertical].map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] as number;
    parents[index] = root;
    return root;
  };
  for (const [h, across] of horizontal.entries())
    for (const [v, down] of vertical.entries())
      if (cross(across, down, reach)) parents[rootOf(horizontal.length + v)] = rootOf(h);
  const groups = new Map<number, { horizontal: Rule[]; vertical: Rule[] }>();
  const groupOf = (index: number) => {
    const root = rootOf(index);
    const group = groups.get(root) ?? { horizontal: [], vertical: [] };
    groups.set(root, group);
    return group;
  };
  for (const [h, rule] of horizontal.entries()) groupOf(h).horizontal.push(rule);
  for (const [v, rule] of vertical.entries()) groupOf(horizontal.length + v).vertical.push(rule);
  return adoptStrays([...groups.values()], reach);
}

/** A rule whose broken ends meet nothing belongs to the table that it lies in. */
function adoptStrays(groups: readonly Rules[], reach: number): readonly Rules[] {
  const isTable = ({ horizontal, vertical }: Rules): boolean => horizontal.length > 1 && vertical.length > 1;
  const strays = groups.filter((group) => !isTable(group));
  return groups.filter(isTable).map((group) => {
    const box = boxOfRules(group);
    const inside = (rule: Rule, across: boolean): boolean => {
      const [from, to, low, high] = across
        ? [box.left, box.right, box.top, box.bottom]
        : [box.top, box.bottom, box.left, box.right];
      return rule.from >= from - reach && rule.to <= to + reach && rule.at > low && rule.at < high;
    };
    return {
      horizontal: [
        ...group.horizontal,
        ...strays.flatMap((stray) => stray.horizontal.filter((rule) => inside(rule, true))),
      ],
      vertical: [
        ...group.vertical,
        ...strays.flatMap((stray) => stray.vertical.filter((rule) => inside(rule, false))),
      ],
    };
  });
}

function boxOfRules({ horizontal, vertical }: Rules): Box {
  return {
    left: Math.min(...horizontal.map(({ from }) => from), ...vertical.map(({ at }) => at)),
    right: Math.max(...horizontal.map(({ to }) => to), ...vertical.map(({ at }) => at)),
    top: Math.min(...vertical.map(({ from }) => from), ...horizontal.map(({ at }) => at)),
    bottom: Math.max(...vertical.map(({ to }) => to), ...horizontal.map(({ at }) => at)),
  };
}

const cross = (across: Rule, down: Rule, reach: number): boolean =>
  across.from - reach <= down.at &&
  down.at <= across.to + reach &&
  down.from - reach <= across.at &&
  across.at <= down.to + reach;

function buildTable(group: Rules, charHeight: number, trace: Trace): ScanTable | null {
  if (!group.horizontal.some((rule) => rule.to - rule.from > NARROWEST * charHeight)) return null;
  const foundRows = withOpenEnds(gridLines(group.horizontal, charHeight), group.vertical, charHeight);
  const foundColumns = withOpenEnds(gridLines(group.vertical, charHeight), group.horizontal, charHeight);
  const counts = [foundRows.length, foundColumns.length];
  if (counts.some((count) => count < 2 || count > MOST_LINES)) return null;
  const rows = withBrokenEdges(foundRows, foundColumns, (at, from, to) => trace('across', at, from, to));
  const columns = withBrokenEdges(foundColumns, foundRows, (at, from, to) => trace('down', at, from, to));
  const xs = columns.map((line) => line.at);
  const ys = rows.map((line) => line.at);
  const cells = joinCells(rows, columns);
  const box = { left: xs[0] ?? 0, top: ys[0] ?? 0, right: xs.at(-1) ?? 0, bottom: ys.at(-1) ?? 0 };
  const drawn = (lines: readonly GridLine[]): readonly Rule[] => lines.flatMap((line) => line.rules);
  return cells.length < 2
    ? null
    : { box, xs, ys, cells, rules: { horizontal: drawn(rows), vertical: drawn(columns) } };
}

/** Lines with the edges added that only a closer look finds: where a rule is broken into short pieces. */
function withBrokenEdges(
  lines: readonly GridLine[],
  crossing: readonly GridLine[],
  trace: (at: number, from: number, to: number) => readonly Piece[],
): readonly GridLine[] {
  return lines.map((line) => {
    const found = crossing.slice(1).flatMap((end, index): readonly Rule[] => {
      const begin = crossing[index];
      if (!begin || hasEdge(line, begin, end)) return [];
      const pieces = trace(line.at, begin.at, end.at);
      if (!isBrokenEdge(pieces, begin.at, end.at)) return [];
      return [
        {
          at: line.at,
          from: begin.at,
          to: end.at,
          thickness: BROKEN_THICKNESS,
          pieces: [{ from: begin.at, to: end.at }],
        },
      ];
    });
    return found.length === 0 ? line : { ...line, rules: [...line.rules, ...found] };
  });
}

/** One line of the grid and the rules that make it; none when it was inferred. */
interface GridLine {
  readonly at: number;
  readonly rules: readonly Rule[];
}

function gridLines(rules: readonly Rule[], charHeight: number): readonly GridLine[] {
  const lines: { at: number; rules: Rule[] }[] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const last = lines.at(-1);
    if (last && rule.at - last.at < SAME_LINE * charHeight) {
      last.rules.push(rule);
      last.at = weightedPosition(last.rules);
    } else lines.push({ at: rule.at, rules: [rule] });
  }
  return lines;
}

function weightedPosition(rules: readonly Rule[]): number {
  const total = rules.reduce((sum, rule) => sum + rule.to - rule.from, 0);
  return rules.reduce((sum, rule) => sum + rule.at * (rule.to - rule.from), 0) / total;
}

/** Where two rules or more stand out past the first or the last line, a line is missing: a page cut the row. */
function withOpenEnds(
  lines: readonly GridLine[],
  crossing: readonly Rule[],
  charHeight: number,
): readonly GridLine[] {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return lines;
  const before = crossing.map((rule) => rule.from).filter((at) => at < first.at - STANDS_OUT * charHeight);
  const after = crossing.map((rule) => rule.to).filter((at) => at > last.at + STANDS_OUT * charHeight);
  const open = (ends: readonly number[]): readonly GridLine[] =>
    ends.length < 2 ? [] : [{ at: median(ends), rules: [] }];
  return [...open(before), ...lines, ...open(after)];
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

function joinCells(rows: readonly GridLine[], columns: readonly GridLine[]): readonly ScanCell[] {
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

/** Whether a line is drawn from one crossing line to the next. */
function hasEdge(line?: GridLine, from?: GridLine, to?: GridLine, least = COVERED): boolean {
  if (!line || !from || !to) return true;
  const length = to.at - from.at;
  const pieces = line.rules
    .flatMap((rule) => rule.pieces)
    .map((piece) => [Math.max(piece.from, from.at), Math.min(piece.to, to.at)] as const)
    .filter(([start, end]) => end > start)
    .sort(([a], [b]) => a - b);
  let covered = 0;
  let reached = from.at;
  for (const [start, end] of pieces) {
    covered += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return covered >= length * least;
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
