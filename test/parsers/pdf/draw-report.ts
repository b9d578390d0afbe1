import type { Random } from '../../generate/random.ts';
import { type Cell, placeCells, type Table, tableWidth } from '../../generate/table.ts';
import { fillRect, makePdf, n, type PageSpec, showText, strokeLine, strokeRect } from './make-pdf.ts';

/** How a report is drawn: a producer that exists nowhere, with the habits of many. */
export interface DrawStyle {
  readonly lines: 'stroke' | 'rect' | 'fill' | 'pieces' | 'dashes' | 'image-like' | 'double' | 'thick';
  readonly size: number;
  readonly align: 'left' | 'center' | 'right';
  readonly valign: 'top' | 'middle';
  /** A page break repeats the header rows. */
  readonly repeatHeader: boolean;
  /** A row may be cut by the page break. */
  readonly cutRows: boolean;
  /** Lines at the cut: both parts closed, or open where the table goes on. */
  readonly closed: boolean;
  readonly quarter: 0 | 1 | 2 | 3;
  readonly offset: number;
  readonly pageNumbers: boolean;
  /** Each glyph, each text or each line shown by its own operation. */
  readonly pieces: 'glyph' | 'line';
  readonly start: number;
}

const WIDTH = 595;
const HEIGHT = 842;
const TOP = 60;
const BOTTOM = 780;
const LEFT = 50;

interface Laid {
  readonly cell: Cell;
  readonly x0: number;
  readonly x1: number;
  readonly row: number;
  readonly lines: readonly string[];
}

/** Headings and tables → pages. Coordinates here are y downwards; `turn` brings them onto the page. */
export function drawReport(
  title: string,
  blocks: readonly (string | Table)[],
  style: DrawStyle,
  packed = false,
): Uint8Array {
  const pages: string[][] = [[]];
  let y = TOP + style.start;
  const put = (operators: string): void => void pages.at(-1)?.push(operators);
  const turnPage = (): void => {
    pages.push([]);
    y = TOP;
  };
  const text = (line: string): void => {
    if (y + 30 > BOTTOM) turnPage();
    put(showText(line, LEFT, down(y + 14), 12));
    y += 24;
  };
  text(title);
  for (const block of blocks) {
    if (typeof block === 'string') {
      for (let at = 0; at < block.length; at += 40) text(block.slice(at, at + 40));
    } else y = drawTable(block, style, y, put, turnPage);
  }
  const count = pages.length;
  return makePdf(
    pages.map((content, index) => pageOf(content, style, index + 1, count)),
    '',
    packed,
  );
}

const down = (y: number): number => HEIGHT - y;

function pageOf(content: readonly string[], style: DrawStyle, page: number, count: number): PageSpec {
  const number = style.pageNumbers && count > 1 ? showText(`- ${page} -`, 280, down(812), 9) : '';
  const turns = [
    '1 0 0 1 0 0',
    `0 1 -1 0 ${HEIGHT} 0`,
    `-1 0 0 -1 ${WIDTH} ${HEIGHT}`,
    `0 -1 1 0 0 ${WIDTH}`,
  ];
  const { offset } = style;
  const size = style.quarter % 2 === 0 ? [WIDTH, HEIGHT] : [HEIGHT, WIDTH];
  const [w = 0, h = 0] = size;
  return {
    content: `q 1 0 0 1 ${offset} ${offset} cm ${turns[style.quarter]} cm\n${[...content, number].join('\n')}\nQ`,
    mediaBox: [offset - 30, offset - 20, offset + w + 30, offset + h + 20],
    cropBox: [offset, offset, offset + w, offset + h],
    rotate: style.quarter * 90,
  };
}

function drawTable(
  table: Table,
  style: DrawStyle,
  from: number,
  put: (operators: string) => void,
  turnPage: () => void,
): number {
  const columns = tableWidth(table);
  const xs = columnPlaces(table, columns);
  const laid = placeCells(table.rows).map(({ cell, row, column }): Laid => {
    const [x0, x1] = [xs[column] ?? 0, xs[Math.min(columns, column + cell.colspan)] ?? 0];
    return { cell, x0, x1, row, lines: wrap(cell.text, x1 - x0 - 4, style.size) };
  });
  const heights = rowHeights(table, laid, style);
  let y = from;
  let first = 0;
  while (first < table.rows.length) {
    const repeated = first > 0 && style.repeatHeader ? table.headerRows : 0;
    let last = first;
    let used = sum(heights.slice(0, repeated));
    while (last < table.rows.length && y + used + (heights[last] ?? 0) <= BOTTOM)
      used += heights[last++] ?? 0;
    if (last === first) {
      turnPage();
      y = TOP;
      continue;
    }
    y = drawRows(laid, heights, 0, repeated, table, style, y, put);
    y = drawRows(laid, heights, first, last, table, style, y, put);
    first = last;
    if (first < table.rows.length) {
      turnPage();
      y = TOP;
    }
  }
  return y + 14;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Label columns are wider than those of numbers. */
function columnPlaces(table: Table, columns: number): readonly number[] {
  const weights = Array.from({ length: columns }, () => 1);
  for (const { cell, column } of placeCells(table.rows)) {
    if (cell.kind === 'label' && cell.colspan === 1 && cell.text.length > 8) weights[column] = 3.5;
  }
  const unit = (WIDTH - 2 * LEFT) / sum(weights);
  const xs = [LEFT];
  for (const weight of weights) xs.push((xs.at(-1) ?? 0) + weight * unit);
  return xs;
}

const advance = (sign: string, size: number): number => (sign <= '\u00ff' ? size / 2 : size);
const lengthOf = (text: string, size: number): number => sum([...text].map((sign) => advance(sign, size)));

function wrap(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  for (const sign of text) {
    const open = lines.at(-1);
    if (open === undefined || (lengthOf(open + sign, size) > width && !/[\d.,]/.test(sign))) lines.push(sign);
    else lines[lines.length - 1] = open + sign;
  }
  return lines;
}

function rowHeights(table: Table, laid: readonly Laid[], { size }: DrawStyle): readonly number[] {
  const heights = table.rows.map(() => size * 1.3 + 4);
  for (const { cell, row, lines } of laid) {
    const needed = lines.length * size * 1.3 + 4;
    const last = row + cell.rowspan - 1;
    const have = sum(heights.slice(row, last + 1));
    if (needed > have) heights[last] = (heights[last] ?? 0) + needed - have;
  }
  return heights;
}

function drawRows(
  laid: readonly Laid[],
  heights: readonly number[],
  first: number,
  last: number,
  table: Table,
  style: DrawStyle,
  top: number,
  put: (operators: string) => void,
): number {
  if (last <= first) return top;
  const yOf = (row: number): number => top + sum(heights.slice(first, row));
  for (const { cell, x0, x1, row, lines } of laid) {
    const [from, to] = [Math.max(row, first), Math.min(row + cell.rowspan, last, table.rows.length)];
    if (from >= to) continue;
    const [y0, y1] = [yOf(from), yOf(to)];
    const open = { top: from > row && !style.closed, bottom: to < row + cell.rowspan && !style.closed };
    put(drawBorder(x0, y0, x1, y1, style, open));
    if (from === row) put(drawLines(lines, x0, y0, x1, y1, style));
  }
  return yOf(last);
}

function drawBorder(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  { lines }: DrawStyle,
  open: { readonly top: boolean; readonly bottom: boolean },
): string {
  const sides: [number, number, number, number][] = [
    [x0, y0, x0, y1],
    [x1, y0, x1, y1],
  ];
  if (!open.top) sides.push([x0, y0, x1, y0]);
  if (!open.bottom) sides.push([x0, y1, x1, y1]);
  const draw: Record<DrawStyle['lines'], (side: [number, number, number, number]) => string> = {
    stroke: ([a, b, c, d]) => `0.5 w ${strokeLine(a, down(b), c, down(d))}`,
    thick: ([a, b, c, d]) => `2 w ${strokeLine(a, down(b), c, down(d))}`,
    rect: ([a, b, c, d]) => `0.5 w ${strokeLine(a, down(b), c, down(d))}`,
    fill: ([a, b, c, d]) => fillRect(a - 0.24, down(d) - 0.24, c - a + 0.48, d - b + 0.48),
    pieces: (side) => piecesOf(side, 7, 0),
    dashes: (side) => piecesOf(side, 3.2, 2.4),
    'image-like': ([a, b, c, d]) =>
      `q ${n(Math.max(0.4, c - a))} 0 0 ${n(Math.max(0.4, d - b))} ${n(a)} ${n(down(d))} cm 0 0 1 1 re f Q`,
    double: ([a, b, c, d]) =>
      `0.3 w ${strokeLine(a - 0.8, down(b), c - 0.8, down(d))} ${strokeLine(a + 0.8, down(b) - 0.8, c + 0.8, down(d) - 0.8)}`,
  };
  if (lines === 'rect' && !open.top && !open.bottom)
    return `0.5 w ${strokeRect(x0, down(y1), x1 - x0, y1 - y0)}`;
  return sides.map((side) => draw[lines](side)).join(' ');
}

function piecesOf([x0, y0, x1, y1]: [number, number, number, number], piece: number, gap: number): string {
  const length = Math.max(x1 - x0, y1 - y0);
  const [dx, dy] = x1 - x0 > y1 - y0 ? [1, 0] : [0, 1];
  const parts: string[] = [];
  for (let at = 0; at < length; at += piece + gap) {
    const end = Math.min(at + piece, length);
    parts.push(
      fillRect(x0 + dx * at - 0.2, down(y0 + dy * end) - 0.2, dx * (end - at) + 0.4, dy * (end - at) + 0.4),
    );
  }
  return parts.join(' ');
}

function drawLines(
  lines: readonly string[],
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  { size, align, valign, pieces }: DrawStyle,
): string {
  const pitch = size * 1.3;
  const room = y1 - y0 - lines.length * pitch;
  const top = y0 + (valign === 'middle' ? room / 2 : 2);
  const operators: string[] = [];
  for (const [index, line] of lines.entries()) {
    const slack = x1 - x0 - 4 - lengthOf(line, size);
    let x = x0 + 2 + Math.max(0, align === 'left' ? 0 : align === 'center' ? slack / 2 : slack);
    const y = down(top + index * pitch + size);
    if (pieces === 'line') operators.push(showText(line, x, y, size));
    else
      for (const sign of line) {
        operators.push(showText(sign, x, y, size));
        x += advance(sign, size);
      }
  }
  return operators.join('\n');
}

export function randomStyle(random: Random): DrawStyle {
  return {
    lines: random.pick([
      'stroke',
      'rect',
      'fill',
      'pieces',
      'dashes',
      'image-like',
      'double',
      'thick',
    ] as const),
    size: random.pick([6.5, 8, 9, 10.5]),
    align: random.pick(['left', 'center', 'right'] as const),
    valign: random.pick(['top', 'middle'] as const),
    repeatHeader: random.chance(0.4),
    cutRows: false,
    closed: random.chance(0.5),
    quarter: random.pick([0, 0, 1, 2, 3] as const),
    offset: random.pick([0, 0, 100, -250]),
    pageNumbers: random.chance(0.6),
    pieces: random.pick(['glyph', 'line'] as const),
    start: random.integer(0, 650),
  };
}
