import type { Random } from '../../generate/random.ts';
import { type Cell, placeCells, type Table, tableWidth } from '../../generate/table.ts';
import {
  fillRect,
  makePdf,
  n,
  type PageSpec,
  type PdfOptions,
  showText,
  strokeLine,
  strokeRect,
} from './make-pdf.ts';

/** How a report is drawn: a producer that exists nowhere, with the habits of many. */
export interface DrawStyle {
  readonly lines:
    | 'stroke'
    | 'rect'
    | 'fill'
    | 'pieces'
    | 'dashes'
    | 'image-like'
    | 'double'
    | 'double apart'
    | 'thick'
    | 'rows only'
    | 'columns only'
    | 'around values'
    | 'around labels'
    | 'none';
  readonly size: number;
  readonly align: 'left' | 'center' | 'right';
  readonly valign: 'top' | 'middle';
  /** A page break repeats the header rows; `odd` misprints them on later pages. */
  readonly repeatHeader: boolean | 'odd';
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
  /** What stands around the text of a cell: a clip, marked content, a form XObject of its own. */
  readonly around: 'nothing' | 'clip' | 'marks' | 'form';
  /** Cells are shaded: all of them, the header's white on dark, or those that begin in every other row. */
  readonly ground: 'none' | 'light' | 'dark header' | 'zebra';
  /** Numbers that nobody sees beside those that are printed. */
  readonly unseen: 'none' | 'invisible' | 'white' | 'covered';
  /** The page number stands above the line where tables end. */
  readonly numberInside: boolean;
  /** An empty row is left at the top of a page. */
  readonly stub: boolean;
  /** A number wider than its column goes on in the next line. */
  readonly breakNumbers: boolean;
  /** Two pages beside each other on every sheet. */
  readonly sheets?: boolean;
  readonly file: PdfOptions;
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
  const drawn = pages.map((content, index) => pageOf(content, style, index + 1, count));
  return makePdf(style.sheets ? onSheets(drawn) : drawn, '', { ...style.file, packed });
}

/** Pages made smaller, two to a sheet that lies on its side. */
function onSheets(pages: readonly PageSpec[]): readonly PageSpec[] {
  const share = WIDTH / HEIGHT;
  return pages.flatMap((page, at): PageSpec[] => {
    if (at % 2 === 1) return [];
    const both = [page, ...pages.slice(at + 1, at + 2)].map(
      ({ content }, side) => `q ${n(share)} 0 0 ${n(share)} ${n((side * HEIGHT) / 2)} 0 cm\n${content}\nQ`,
    );
    return [{ content: both.join('\n'), mediaBox: [0, 0, HEIGHT, WIDTH] }];
  });
}

const down = (y: number): number => HEIGHT - y;

function pageOf(content: readonly string[], style: DrawStyle, page: number, count: number): PageSpec {
  const number =
    style.pageNumbers && count > 1
      ? showText(`- ${page} -`, 280, down(style.numberInside ? BOTTOM + 3 : 812), 9)
      : '';
  const turns = [
    '1 0 0 1 0 0',
    `0 1 -1 0 ${HEIGHT} 0`,
    `-1 0 0 -1 ${WIDTH} ${HEIGHT}`,
    `0 -1 1 0 0 ${WIDTH}`,
  ];
  const { offset } = style;
  const size = style.quarter % 2 === 0 ? [WIDTH, HEIGHT] : [HEIGHT, WIDTH];
  const [w = 0, h = 0] = size;
  const { body, forms } = takeForms([...content, number].join('\n'));
  return {
    forms,
    content: `q 1 0 0 1 ${offset} ${offset} cm ${turns[style.quarter]} cm\n${body}\nQ`,
    mediaBox: [offset - 30, offset - 20, offset + w + 30, offset + h + 20],
    cropBox: [offset, offset, offset + w, offset + h],
    // Some programs turn the page, some only what stands on it.
    rotate: style.file.turned === false ? 0 : style.quarter * 90,
  };
}

/** Marked pieces of the content → form XObjects, drawn where they stood. */
function takeForms(content: string): { body: string; forms: NonNullable<PageSpec['forms']> } {
  const forms: Record<string, { matrix: string; content: string }> = {};
  let count = 0;
  const body = content.replace(/%FORM\n([\s\S]*?)\n%END/g, (_, own: string) => {
    const name = `F${count++}`;
    forms[name] = { matrix: '1 0 0 1 7 0', content: own };
    return `q 1 0 0 1 -7 0 cm /${name} Do Q`;
  });
  return { body, forms };
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
    return { cell, x0, x1, row, lines: wrap(cell.text, x1 - x0 - 4, style) };
  });
  const heights = rowHeights(table, laid, style);
  const tops = [0];
  for (const height of heights) tops.push((tops.at(-1) ?? 0) + height);
  const strip: Strip = { laid, tops, table, style, written: new Map() };
  const end = tops.at(-1) ?? 0;
  let y = from;
  let at = 0;
  while (at < end) {
    const header = at > 0 && style.repeatHeader !== false ? (tops[table.headerRows] ?? 0) : 0;
    const to = breakAt(strip, at, BOTTOM - y - header);
    if (to === at) {
      turnPage();
      y = TOP;
      continue;
    }
    if (at > 0 && style.stub) y = drawStub(laid, style, y, put);
    if (header > 0) y = drawStrip({ ...strip, written: new Map(), repeated: true }, 0, header, y, put);
    y = drawStrip(strip, at, to, y, put);
    at = to;
    if (at < end) {
      turnPage();
      y = TOP;
    }
  }
  return y + 14;
}

/** A table as one long strip that pages cut pieces from; heights in points from its top. */
interface Strip {
  readonly laid: readonly Laid[];
  readonly tops: readonly number[];
  readonly table: Table;
  readonly style: DrawStyle;
  /** How many lines of a cell's text earlier pages took. */
  readonly written: Map<Laid, number>;
  readonly repeated?: boolean;
}

/** Where the page ends: before the first row that does not fit, or in the midst of its text. */
function breakAt({ tops, style }: Strip, at: number, room: number): number {
  const fitting = tops.filter((top) => top > at && top <= at + room).at(-1) ?? at;
  const next = tops.find((top) => top > fitting) ?? fitting;
  const line = style.size * 1.3 + 4;
  const isWorth = at + room - fitting >= line && next - at - room >= line && next - fitting >= 2 * line - 4;
  return style.cutRows && isWorth ? at + room : fitting;
}

function drawStub(
  laid: readonly Laid[],
  style: DrawStyle,
  y: number,
  put: (operators: string) => void,
): number {
  for (const { x0, x1, cell } of laid.filter(({ cell }) =>
    cell.variable?.startsWith('applications.carried_in'),
  ))
    if (cell.rowspan === 1) put(drawBorder(x0, y, x1, y + 6, style, { top: false, bottom: false }));
  return y + 6;
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

function wrap(text: string, width: number, { size, breakNumbers }: DrawStyle): readonly string[] {
  const lines: string[] = [];
  for (const sign of text) {
    const open = lines.at(-1);
    const mayBreak = breakNumbers || !/[\d.,]/.test(sign);
    if (open === undefined || (lengthOf(open + sign, size) > width && mayBreak)) lines.push(sign);
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

function drawStrip(
  { laid, tops, table, style, written, repeated }: Strip,
  from: number,
  to: number,
  top: number,
  put: (operators: string) => void,
): number {
  for (const one of laid) {
    const { cell, x0, x1, row, lines } = one;
    const [a, b] = [tops[row] ?? 0, tops[Math.min(row + cell.rowspan, table.rows.length)] ?? 0];
    const [first, last] = [Math.max(a, from), Math.min(b, to)];
    if (first >= last) continue;
    const [y0, y1] = [top + first - from, top + last - from];
    const open = { top: first > a && !style.closed, bottom: last < b && !style.closed };
    const isHeader = row < table.headerRows;
    if (isShaded(style, row, isHeader)) put(drawGround(x0, y0, x1, y1, style));
    if (isBordered(style, cell)) put(drawBorder(x0, y0, x1, y1, style, open));
    const before = written.get(one) ?? 0;
    const fits = last === b ? lines.length : Math.floor((y1 - y0 - 4 + 0.01) / (style.size * 1.3));
    const here = lines.slice(before, before + fits);
    written.set(one, before + here.length);
    const texts = repeated && style.repeatHeader === 'odd' ? here.map(misprint) : here;
    // Before the number: what is whited out lies below what is written anew.
    if (cell.kind === 'value' && here.length > 0)
      put(drawUnseen(x0, y0, y1, style, isHeader && style.ground === 'dark header' ? DARK : WHITE));
    put(drawText(texts, x0, y0, x1, y1, style, isHeader));
  }
  return top + to - from;
}

/** The header of a later page, typed anew: 本年新收件数 for 本年新收 and the like. */
const misprint = (text: string): string => text.replace('科研', '科技').replace('总计', '合计');

/** Some draw lines around the cells that are filled in, or around the words of the form alone. */
const isBordered = ({ lines }: DrawStyle, { kind }: Cell): boolean =>
  lines === 'around values' ? kind === 'value' : lines !== 'around labels' || kind !== 'value';

const isShaded = ({ ground }: DrawStyle, row: number, isHeader: boolean): boolean =>
  ground === 'light' || (ground === 'dark header' && isHeader) || (ground === 'zebra' && row % 2 === 1);

const DARK = '0.1 0.2 0.5 rg';
const LIGHT = '0.9 0.93 1 rg';
const WHITE = '1 g';

function drawGround(x0: number, y0: number, x1: number, y1: number, { ground }: DrawStyle): string {
  return `q ${ground === 'dark header' ? DARK : LIGHT} ${n(x0)} ${n(down(y1))} ${n(x1 - x0)} ${n(y1 - y0)} re f* Q`;
}

/** Digits that stand in the file and not on the page; `colour` is that of the ground, on which white would be seen. */
function drawUnseen(x0: number, y0: number, y1: number, { unseen }: DrawStyle, colour: string): string {
  const digits = showText('8', x0 + 1, down((y0 + y1) / 2 + 2), 5);
  const ways: Record<DrawStyle['unseen'], string> = {
    none: '',
    invisible: `q 3 Tr ${digits} Q`,
    white: `q ${colour} ${digits} Q`,
    covered: `${digits} q ${colour} ${n(x0 + 0.8)} ${n(down((y0 + y1) / 2 + 3.4))} 3.6 7 re f Q`,
  };
  return ways[unseen];
}

function drawText(
  lines: readonly string[],
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  style: DrawStyle,
  isHeader: boolean,
): string {
  const shown = drawLines(lines, x0, y0, x1, y1, style);
  if (shown === '') return '';
  const text = isHeader && style.ground === 'dark header' ? `q 1 1 1 rg ${shown} Q` : shown;
  const ways: Record<DrawStyle['around'], string> = {
    nothing: text,
    clip: `q ${n(x0)} ${n(down(y1))} ${n(x1 - x0)} ${n(y1 - y0)} re W* n ${text} Q`,
    marks: `/P <</MCID 0>> BDC\n${text}\nEMC`,
    form: `%FORM\n${text}\n%END`,
  };
  return ways[style.around];
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
  const stroke = ([a, b, c, d]: [number, number, number, number]): string =>
    `0.5 w ${strokeLine(a, down(b), c, down(d))}`;
  const draw: Record<DrawStyle['lines'], (side: [number, number, number, number]) => string> = {
    stroke,
    'around values': stroke,
    'around labels': stroke,
    'columns only': (side) => (side[0] === side[2] ? stroke(side) : ''),
    thick: ([a, b, c, d]) => `2 w ${strokeLine(a, down(b), c, down(d))}`,
    rect: ([a, b, c, d]) => `0.5 w ${strokeLine(a, down(b), c, down(d))}`,
    fill: ([a, b, c, d]) => fillRect(a - 0.24, down(d) - 0.24, c - a + 0.48, d - b + 0.48),
    pieces: (side) => piecesOf(side, 7, 0),
    dashes: (side) => piecesOf(side, 3.2, 2.4),
    'image-like': ([a, b, c, d]) =>
      `q ${n(Math.max(0.4, c - a))} 0 0 ${n(Math.max(0.4, d - b))} ${n(a)} ${n(down(d))} cm 0 0 1 1 re f Q`,
    double: (side) => twice(side, 0.8),
    'double apart': (side) => twice(side, 2.6),
    'rows only': ([a, b, c, d]) => (a === c ? '' : `0.5 w ${strokeLine(a, down(b), c, down(d))}`),
    none: () => '',
  };
  if (lines === 'rect' && !open.top && !open.bottom)
    return `0.5 w ${strokeRect(x0, down(y1), x1 - x0, y1 - y0)}`;
  return sides.map((side) => draw[lines](side)).join(' ');
}

/** One line a little to the left and above, one to the right and below. */
const twice = ([a, b, c, d]: [number, number, number, number], by: number): string =>
  `0.3 w ${strokeLine(a - by, down(b) + by, c - by, down(d) + by)} ${strokeLine(a + by, down(b) - by, c + by, down(d) - by)}`;

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

/** A style without any habit. */
export const PLAIN_STYLE: DrawStyle = {
  lines: 'stroke',
  size: 9,
  align: 'center',
  valign: 'middle',
  repeatHeader: false,
  cutRows: false,
  closed: true,
  quarter: 0,
  offset: 0,
  pageNumbers: true,
  pieces: 'line',
  start: 0,
  around: 'nothing',
  ground: 'none',
  unseen: 'none',
  numberInside: false,
  stub: false,
  breakNumbers: false,
  file: {},
};

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
      'rows only',
      'none',
    ] as const),
    size: random.pick([6.5, 8, 9, 10.5]),
    align: random.pick(['left', 'center', 'right'] as const),
    valign: random.pick(['top', 'middle'] as const),
    repeatHeader: random.pick([false, false, true, 'odd'] as const),
    cutRows: random.chance(0.3),
    closed: random.chance(0.5),
    quarter: random.pick([0, 0, 1, 2, 3] as const),
    offset: random.pick([0, 0, 100, -250]),
    pageNumbers: random.chance(0.6),
    pieces: random.pick(['glyph', 'line'] as const),
    start: random.integer(0, 650),
    around: random.pick(['nothing', 'clip', 'marks', 'form'] as const),
    ground: random.pick(['none', 'none', 'light', 'dark header', 'zebra'] as const),
    unseen: random.pick(['none', 'none', 'invisible', 'white', 'covered'] as const),
    numberInside: random.chance(0.2),
    stub: random.chance(0.2),
    breakNumbers: random.chance(0.1),
    file: {
      encoding: random.pick(['ucs2', 'gbk', 'to-unicode', 'radicals'] as const),
      streams: random.chance(0.4),
      userUnit: random.pick([1, 1, 2]),
      turned: random.chance(0.7),
    },
  };
}
