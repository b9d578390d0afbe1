import { mostOf, UNUSUAL_WAN_YUAN } from '../src/forms/bounds.ts';
import {
  type FormBlock,
  type FormColumn,
  isVariableColumn,
  type TableId,
  variableName,
} from '../src/forms/form.ts';
import type { Cell } from '../src/model/cell.ts';
import type { Finding, Message } from '../src/model/finding.ts';
import type { GridCell } from './grid.ts';
import { cleanText, labelUnit, normaliseLabel } from './normalise-label.ts';
import { readNumber } from './read-number.ts';
import {
  ambiguousCell,
  ambiguousRow,
  convertedCell,
  implausibleCell,
  malformedCell,
  otherDigits,
  otherUnit,
  unprintedUnit,
  unreadableCell,
} from './tables/cell-findings.ts';
import { doubtColumns, doubtRow, type RowCells, strangeColumn, TOKEN_SEPARATOR } from './tables/doubt-row.ts';
import { unplaced } from './tables/doubt-rows.ts';
import { isBlank } from './tables/intervals.ts';
import { digitsLie } from './tables/lying-digits.ts';
import type { PlacedValue, Placement } from './tables/place-values.ts';
import { addRow, duplicateFindings, type Twice } from './tables/printed-twice.ts';
import type { ReadTables } from './tables/read-parts.ts';
import type { ReadRow } from './tables/read-row.ts';
import { labelText } from './tables/rows.ts';
import { headerMissing, unmappedColumn, unmappedRow } from './tables/table-findings.ts';

/** The numbers of a document by variable, each with its place, and what had to be said about them. */
export interface ReadCells {
  readonly cells: ReadonlyMap<string, Cell>;
  readonly findings: readonly Finding[];
  /** Variables of rows whose numbers need not stand in the order of the columns. */
  readonly unordered: readonly string[];
  /** Variables whose digits stand in several lines: one number each, if arithmetic bears it out. */
  readonly joined: readonly string[];
}

/** Placed rows → cells. Each printed number ends in a cell or in a finding; none is dropped. */
export function readCells({ rows: read, leftovers }: ReadTables): ReadCells {
  const isLying = digitsLie(read);
  const rows = isLying ? read.map((row) => ({ ...row, placement: unplaced(row.placement, false) })) : read;
  const cells = new Map<string, Cell>();
  const findings: Finding[] = [];
  const twice: Twice[] = [];
  const unordered: string[] = [];
  const joined: string[] = [];
  const assumed = new Map<TableId, string[]>();
  const otherwise = new Map<FormColumn, readonly string[]>();
  const extras = new Map<FormColumn, { table: TableId; numbers: string[] }>();
  for (const read of rows) {
    const placed = doubtColumns(read, cellsOfRow(read, isLying, extras, joined), otherwise);
    const row = doubtRow(read, placed);
    findings.push(...row.findings);
    const again = addRow(cells, read, row.cells);
    if (again) twice.push(again);
    const variables = row.cells.map((cell) => cell.variable);
    if (isUnordered(read) || again?.differ) unordered.push(...variables);
    if (read.assumed && read.placement.kind !== 'none') append(assumed, read.block.table, variables);
  }
  findings.push(...duplicateFindings(twice));
  for (const [table, variables] of assumed) findings.push(headerMissing(table, variables));
  for (const [column, variables] of otherwise) findings.push(strangeColumn(column, variables, rows));
  for (const [column, { table, numbers }] of extras)
    findings.push(unmappedColumn(table, column.zh, numbers.join('、')));
  for (const { table, printed, values, known } of leftovers) {
    const numbers = values
      .map((cell) => cleanText(cell.text))
      .filter((text) => text !== '')
      .join(TOKEN_SEPARATOR);
    findings.push(
      unmappedRow(
        table,
        printed.row,
        labelText(printed.labels),
        numbers,
        neighbours(rows, printed.grid.index, printed.row),
        known,
      ),
    );
  }
  return { cells, findings, unordered, joined };
}

/**
 * Whether its numbers may stand in other columns than the form's, as far as the header tells. A number in a column that
 * the form has not may be one that was moved there.
 */
const isUnordered = ({ placement, assumed }: ReadRow): boolean =>
  assumed || (placement.kind === 'unplaced' ? !placement.ordered : hasExtraNumber(placement));

const hasExtraNumber = (placement: Placement): boolean =>
  placement.kind === 'placed' &&
  placement.values.some(({ column, cells }) => column.extra && cells.some((cell) => !isBlank(cell)));

function append(map: Map<TableId, string[]>, table: TableId, variables: readonly string[]): void {
  map.set(table, [...(map.get(table) ?? []), ...variables]);
}

function cellsOfRow(
  read: ReadRow,
  isLying: boolean,
  extras: Map<FormColumn, { table: TableId; numbers: string[] }>,
  joined: string[],
): RowCells {
  const { block, row, placement, columns } = read;
  const variable = (column: FormColumn): string => variableName(block, row, column);
  const taken = columns.slots.filter(isVariableColumn);
  switch (placement.kind) {
    case 'none':
      return { cells: taken.map((column) => emptyCell(variable(column), 'absent')), findings: [] };
    case 'unplaced':
      return unplacedRow(read, taken.map(variable), placement.tokens, isLying);
    case 'placed': {
      const findings: Finding[] = [];
      const cells: Cell[] = [];
      for (const value of placement.values) {
        if (value.column.extra) noteExtra(extras, block, value);
        else if (isVariableColumn(value.column)) cells.push(readCell(read, value, findings, joined));
      }
      return { cells, findings };
    }
  }
}

function noteExtra(
  extras: Map<FormColumn, { table: TableId; numbers: string[] }>,
  block: FormBlock,
  { column, cells }: PlacedValue,
): void {
  const noted = extras.get(column) ?? { table: block.table, numbers: [] };
  noted.numbers.push(cells.map((cell) => cleanText(cell.text)).join(''));
  extras.set(column, noted);
}

const emptyCell = (variable: string, status: Cell['status']): Cell => ({
  variable,
  value: null,
  raw: null,
  status,
  source: null,
});

const LOST: Message = {
  zh: '空白单元格在转换中丢失，或数字与列数不符',
  en: 'blank cells were lost on the way, or numbers and columns do not match',
};

function unplacedRow(
  read: ReadRow,
  variables: readonly string[],
  tokens: readonly GridCell[],
  isLying: boolean,
): RowCells {
  const raw = tokens.map((token) => cleanText(token.text)).join(TOKEN_SEPARATOR);
  const source = tokens[0]?.source ?? null;
  const scope = [read.block.table, read.row.id].filter((part) => part !== '').join('.');
  return {
    cells: variables.map((variable) => ({ variable, value: null, raw, status: 'ambiguous', source })),
    findings: [isLying ? otherDigits(scope, variables, raw) : ambiguousRow(scope, variables, raw, LOST)],
  };
}

/** A unit that the header, the row's own unit cell or its label prints. */
function unitOf({ columns, placement, printed }: ReadRow, { column }: PlacedValue): string | undefined {
  const inLabel = printed.labels.flatMap(({ text }) => labelUnit(text) ?? []).at(-1);
  if (placement.kind !== 'placed') return columns.units.get(column) ?? inLabel;
  const unit = placement.values.find((value) => value.column.role === 'unit');
  return columns.units.get(column) ?? (cleanText(unit?.cells[0]?.text ?? '') || inLabel);
}

/** 项, 宗: words that count the same things as the form's 条 and 件 do. */
const SAME_COUNTERS = ['条', '件', '项', '篇', '宗', '份', '起'];

/** Whether the unit that a row prints is another than the form's: the row may be a local one of the same name. */
function unitFindings({ row, placement }: ReadRow, variable: string): readonly Finding[] {
  if (placement.kind !== 'placed' || row.printedUnit === undefined) return [];
  const unit = placement.values.find((value) => value.column.role === 'unit');
  const printed = normaliseLabel(unit?.cells[0]?.text ?? '');
  const known = SAME_COUNTERS.includes(row.printedUnit) ? SAME_COUNTERS : [row.printedUnit];
  return printed === '' || known.includes(printed) ? [] : [otherUnit(variable, printed, row.printedUnit)];
}

/** Page layout breaks a line where a column is narrow; elsewhere a line ends where the writer ended it. */
const BROKEN_BY_LAYOUT: ReadonlySet<string> = new Set(['pdf', 'ocr', 'text']);
const linedText = ({ text, source }: GridCell): string =>
  BROKEN_BY_LAYOUT.has(source.kind) ? text.replaceAll('\n', ' ') : text;

const isUnusual = (amount: number | null): boolean => amount !== null && amount > UNUSUAL_WAN_YUAN;

/** One cell; the digits of a number split over several cells are joined, and that is said. */
function readCell(read: ReadRow, value: PlacedValue, findings: Finding[], joined: string[]): Cell {
  const { column, cells } = value;
  const variable = variableName(read.block, read.row, column);
  const text = cells.map(linedText).join(' ');
  const raw = cleanText(text);
  const source = cells[0]?.source ?? null;
  const kind = read.row.number ?? column.number ?? 'count';
  const most = mostOf(read.block.table, kind);
  const reading = readNumber(text, kind, unitOf(read, value));
  if (value.shared && reading.status === 'reported') {
    findings.push(ambiguousCell(variable, raw, 'shared'));
    return { variable, value: null, raw, status: 'ambiguous', source };
  }
  const { status, value: number, oddities, converted, doubt } = reading;
  if (status === 'unreadable') findings.push(unreadableCell(variable, raw));
  if (oddities.includes('lines')) joined.push(variable);
  if (doubt) findings.push(ambiguousCell(variable, raw, doubt));
  if (number !== null && oddities.length > 0) findings.push(malformedCell(variable, raw, number, oddities));
  if (number !== null && Math.abs(number) > most) findings.push(implausibleCell(variable, raw, most));
  if (kind === 'amount_10k_yuan' && isUnusual(number) && !/元/.test(`${raw}${unitOf(read, value) ?? ''}`))
    findings.push(unprintedUnit(variable, raw));
  if (number !== null && converted !== undefined) {
    findings.push(convertedCell(variable, raw, number, converted));
  } else if (number !== null) findings.push(...unitFindings(read, variable));
  return { variable, value: number, raw: status === 'blank' ? '' : raw, status, source };
}

/** Variables of the form rows that should stand between the rows read just before and after this one. */
function neighbours(rows: readonly ReadRow[], grid: number, row: number): readonly string[] {
  const inGrid = rows.filter((read) => read.printed.grid.index === grid);
  const before = inGrid.findLast((read) => read.printed.row < row);
  const after = inGrid.find((read) => read.printed.row > row);
  const block = before?.block ?? after?.block;
  if (!block || (before && after && before.block !== after.block)) return [];
  const from = before ? block.rows.indexOf(before.row) + 1 : 0;
  const to = after ? block.rows.indexOf(after.row) : block.rows.length;
  const taken = new Set(rows.map((read) => read.row.id));
  return block.rows
    .slice(from, Math.max(from, to))
    .filter((missing) => !taken.has(missing.id))
    .flatMap((missing) =>
      block.columns.filter(isVariableColumn).map((column) => variableName(block, missing, column)),
    );
}
