import type { Random } from './random.ts';
import type { Cell, Table } from './table.ts';

/** The flattened layouts of tables met in text collections. L2, L3p, L4 and L5 are one serialiser's, by markup. */
export const TEXT_LAYOUTS = [
  'L1',
  'L2',
  'L3',
  'L3p',
  'L4',
  'L5',
  'L6',
  'L7',
  'L8',
  'L9',
  'L2+L3p',
  'tabs',
] as const;
export type TextLayout = (typeof TEXT_LAYOUTS)[number];

export type LayoutOptions = {
  readonly layout: TextLayout;
  /** Blank cells leave their bar, or vanish without trace. L1, L6 and L7 always lose them. */
  readonly showBlanks: boolean;
  /** The serialiser drops the padding of a table's last row; other tools keep it. */
  readonly padLastRow: boolean;
  /** L7: one character a line, or wrapped, or whole headers. */
  readonly headers: 'whole' | 'wrapped' | 'vertical';
  /** L7: a long label on two lines with the numbers after it or between. */
  readonly longLabels: 'one line' | 'numbers last' | 'numbers between';
  /** L7: a group's label between its rows, where it is centred on paper, or before them. */
  readonly centredGroups: boolean;
  readonly pageNumbers: boolean;
};

/** Sum of the row's own colspans: cells that hang in from above by rowspan are not counted. */
const rowWidth = (row: readonly Cell[]): number => row.reduce((sum, cell) => sum + cell.colspan, 0);
export const serialisedWidth = (table: Table): number => Math.max(...table.rows.map(rowWidth));

const isKept = (cell: Cell, options: LayoutOptions): boolean =>
  cell.text !== '' || (options.showBlanks && cell.kind === 'value');

type Row = {
  readonly cells: readonly Cell[];
  /** Bars that stand for the merged or dropped cells of the row. */
  readonly pad: string;
  /** The last cell of the row in the page is among the kept ones. */
  readonly endsKept: boolean;
};

const serialisedRows = (table: Table, options: LayoutOptions): Row[] => {
  const width = serialisedWidth(table);
  return table.rows.flatMap((row, at): Row[] => {
    const cells = row.filter((cell) => isKept(cell, options));
    if (cells.length === 0) return [];
    const padded = at < table.rows.length - 1 || options.padLastRow;
    const pad = padded ? '|'.repeat(Math.max(0, width - cells.length)) : '';
    const last = row.at(-1);
    return [{ cells, pad, endsKept: last !== undefined && isKept(last, options) }];
  });
};

const trimmed = (line: string): string => line.trim();

const cellLines = (table: Table, options: LayoutOptions): string[] =>
  serialisedRows(table, options).flatMap((row) => [
    ...row.cells.map((cell) => trimmed(`${cell.text} |`)),
    ...(row.pad === '' ? [] : [row.pad]),
  ]);

const rowLines =
  (lead: string, padded: boolean) =>
  (table: Table, options: LayoutOptions): string[] =>
    serialisedRows(table, options).map((row) =>
      trimmed(`${lead}${row.cells.map((cell) => `${cell.text} | `).join('')}${padded ? row.pad : ''}`),
    );

const openedLines = (table: Table, options: LayoutOptions): string[] =>
  serialisedRows(table, options).flatMap((row) => {
    const lines = row.cells.map((cell) => trimmed(`${cell.text} |`));
    if (row.pad === '') return ['|', ...lines];
    if (!row.endsKept) return ['|', ...lines, row.pad];
    return ['|', ...lines.slice(0, -1), `${lines.at(-1)} ${row.pad}`];
  });

const alternatingLines = (table: Table): string[] =>
  table.rows.flatMap((row) => row.filter((cell) => cell.text !== '').flatMap((cell) => [cell.text, '|']));

const paragraphLines = (table: Table): string[] =>
  table.rows.flatMap((row) => row.filter((cell) => cell.text !== '').flatMap((cell) => [cell.text, '']));

const mixedLines = (table: Table, options: LayoutOptions): string[] =>
  serialisedRows(table, options).flatMap((row) => {
    const labels = row.cells.filter((cell) => cell.kind === 'label').map((cell) => `${cell.text} |`);
    const numbers = row.cells.filter((cell) => cell.kind === 'value').map((cell) => `${cell.text} | `);
    if (numbers.length === 0) return [...labels, ...(row.pad === '' ? [] : [row.pad])];
    return [...labels, trimmed(`${numbers.join('')}${row.pad}`)];
  });

const WRAP_AT = 18;

const printedHeader = (row: readonly Cell[], options: LayoutOptions): string[] => {
  const texts = row.filter((cell) => cell.text !== '').map((cell) => cell.text);
  if (options.headers === 'vertical' && texts.length > 1) return texts.flatMap((text) => [...text]);
  if (options.headers === 'wrapped' && texts.length > 1) {
    const upper = texts.map((text) => text.slice(0, 2)).join(' ');
    return [upper, texts.flatMap((text) => (text.length > 2 ? [text.slice(2)] : [])).join(' ')];
  }
  return [texts.join(' ')];
};

const printedRow = (labels: readonly string[], numbers: string, options: LayoutOptions): string[] => {
  const own = labels.at(-1) ?? '';
  const groups = labels.slice(0, -1).flatMap((text) => (text.length > 8 ? [...text] : [text]));
  if (options.longLabels === 'one line' || own.length <= WRAP_AT)
    return [...groups, trimmed(`${own} ${numbers}`)];
  const [first, second] = [own.slice(0, WRAP_AT), own.slice(WRAP_AT)];
  return options.longLabels === 'numbers last'
    ? [...groups, first, trimmed(`${second} ${numbers}`)]
    : [...groups, first, ...(numbers === '' ? [] : [numbers]), second];
};

/** Group labels moved down to the middle row of their group. */
const centreGroups = (table: Table): Table => {
  const rows = table.rows.map((row) => [...row]);
  table.rows.forEach((row, at) => {
    const [first] = row;
    if (at < table.headerRows || first?.kind !== 'label' || first.rowspan < 3) return;
    const moved = row.slice(0, row[1]?.kind === 'label' && row[1].rowspan > 1 ? 2 : 1);
    rows[at]?.splice(0, moved.length);
    rows[at + Math.floor(first.rowspan / 2)]?.unshift(...moved);
  });
  return { ...table, rows };
};

/** What a PDF's text layer gives: no bars, values apart by blanks, blank cells gone. */
const printedLines = (table: Table, options: LayoutOptions): string[] =>
  (options.centredGroups ? centreGroups(table) : table).rows.flatMap((row, at) => {
    const labels = row.filter((cell) => cell.kind === 'label' && cell.text !== '').map((cell) => cell.text);
    const values = row.filter((cell) => cell.kind === 'value');
    if (values.length === 0) return at < table.headerRows ? printedHeader(row, options) : [labels.join(' ')];
    const numbers = values.flatMap((cell) => (cell.text === '' ? [] : [cell.text])).join(' ');
    const page = options.pageNumbers && at > 0 && at % 11 === 0 ? [`- ${Math.floor(at / 11) + 2} -`] : [];
    return [...page, ...printedRow(labels, numbers, options)];
  });

/** Rows inside a layout table of some hundred cells: the padding runs to that width. */
const widePaddedLines = (table: Table, options: LayoutOptions, wide: number): string[] =>
  table.rows.flatMap((row) => {
    const cells = row.filter((cell) => isKept(cell, options));
    if (cells.length === 0) return [];
    return [`${cells.map((cell) => `${cell.text} | `).join('')}${'|'.repeat(wide - cells.length)}`];
  });

const barredLine = (table: Table, options: LayoutOptions): string[] => [
  table.rows
    .flatMap((row) => row.filter((cell) => isKept(cell, options)).map((cell) => cell.text))
    .join(' | ')
    .concat(' | '),
];

/** A row as a browser copies it: merged cells once, a blank one between two tabs. */
const tabbedLines = (table: Table, options: LayoutOptions): string[] =>
  table.rows.map((row) =>
    row
      .filter((cell) => cell.text !== '' || (options.showBlanks && cell.kind === 'value'))
      .map((cell) => cell.text)
      .join('\t'),
  );

type Serialise = (table: Table, options: LayoutOptions, random: Random) => string[];

const SERIALISERS: Record<TextLayout, Serialise> = {
  L1: paragraphLines,
  L2: cellLines,
  L3: rowLines('', false),
  L3p: rowLines('', true),
  L4: rowLines('| ', true),
  L5: openedLines,
  L6: alternatingLines,
  L7: printedLines,
  L8: (table, options, random) => widePaddedLines(table, options, random.integer(250, 350)),
  L9: barredLine,
  'L2+L3p': mixedLines,
  tabs: tabbedLines,
};

export const serialiseTable: Serialise = (table, options, random) =>
  SERIALISERS[options.layout](table, options, random);

const LOSING: readonly TextLayout[] = ['L1', 'L6', 'L7'];

/** Whether an empty cell leaves no trace of its place. */
export const losesBlanks = (options: LayoutOptions): boolean =>
  LOSING.includes(options.layout) || !options.showBlanks;
