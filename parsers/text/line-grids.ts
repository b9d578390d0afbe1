import { meaningsOf } from '../labels/label-index.ts';
import { cleanText } from '../normalise-label.ts';
import { type DrawnTable, findDrawnTables } from './drawn-table.ts';
import { isRuleLine } from './rule-lines.ts';
import { BARS } from './tokens.ts';

/** What stands between two bars of a line, blanks around it left out. */
export interface Field {
  readonly start: number;
  readonly end: number;
}

/**
 * A stretch of lines; `grid` holds its fields when they print a table whole, else it is null. A row with more or fewer
 * fields than the others stands in other columns, nobody knows which.
 */
export interface Stretch {
  readonly from: number;
  /** Behind the last character, without its line end. */
  readonly to: number;
  readonly line: number;
  readonly grid: readonly (readonly Field[])[] | null;
  /** Where lines around its cells draw it. */
  readonly drawn?: DrawnTable;
}

interface Line {
  readonly from: number;
  /** Behind the last character, without its line end. */
  readonly to: number;
  readonly line: number;
  /** Empty on a line of prose, null on one that is only drawn between rows. */
  readonly fields: readonly Field[] | null;
}

/**
 * Flattened text → its stretches, in order. Neighbouring lines with the same number of fields, some of them blank before
 * a label, are a table whose merged cells were written once, with a blank field for each other place that they cover
 * (Markdown, box drawings, spreadsheets): there a blank says which column a number stands in, as in no other layout.
 */
export function findLineGrids(text: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let lines = linesOf(text);
  for (const drawn of findDrawnTables(text)) {
    const { from, to } = drawn;
    stretches.push(
      ...stretchesOf(
        text,
        lines.filter((line) => line.to < from),
      ),
    );
    stretches.push({
      from,
      to,
      line: lines.find((line) => line.from === from)?.line ?? 0,
      grid: null,
      drawn,
    });
    lines = lines.filter((line) => line.from > to);
  }
  return [...stretches, ...stretchesOf(text, lines)];
}

function stretchesOf(text: string, lines: readonly Line[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const run of withRaggedRows(runsOf(lines))) {
    const stretch = stretchOf(text, run);
    const last = stretches.at(-1);
    if (last?.grid === null && stretch.grid === null)
      stretches[stretches.length - 1] = { ...last, to: stretch.to };
    else stretches.push(stretch);
  }
  return stretches;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let from = 0; from <= text.length; ) {
    const newline = text.indexOf('\n', from);
    const to = newline === -1 ? text.length : newline;
    const fields = isRuleLine(text, from, to) ? null : fieldsOf(text, from, to);
    lines.push({ from, to, line: lines.length, fields });
    from = to + 1;
  }
  return lines;
}

/** Between bars, else between tabs, else between the commas of a CSV file, which are none in quotes (RFC 4180, 2). */
function fieldsOf(text: string, from: number, to: number): readonly Field[] {
  const line = text.slice(from, to);
  const bar = [...BARS].some((character) => line.includes(character));
  const tab = !bar && line.includes('\t');
  const isPart = (character: string): boolean =>
    bar ? BARS.has(character) : character === (tab ? '\t' : ',');
  const fields: Field[] = [];
  let start = from;
  let quoted = false;
  for (let at = from; at <= to; at++) {
    if (!bar && !tab && text[at] === '"') quoted = !quoted;
    if (at < to && (quoted || !isPart(text[at] ?? ''))) continue;
    fields.push(trimmed(text, start, at));
    start = at + 1;
  }
  return fields.length > 1 ? fields : [];
}

/** Neighbouring lines of as many fields; those that are only drawn are of the run around them. */
function runsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const runs: Line[][] = [];
  let width = -1;
  for (const line of lines) {
    const own = line.fields?.length ?? width;
    const run = own === width ? runs.at(-1) : undefined;
    if (run) run.push(line);
    else runs.push([line]);
    width = own;
  }
  return runs;
}

/** A row between rows of another width lost a field, or got one: it is of their table, and nobody knows its columns. */
function withRaggedRows(runs: readonly (readonly Line[])[]): readonly (readonly Line[])[] {
  const joined: (readonly Line[])[] = [];
  for (const run of runs) {
    const above = joined.at(-2);
    const ragged = joined.at(-1);
    if (above && ragged && isRagged(ragged, above, run)) joined.splice(-2, 2, [...above, ...ragged, ...run]);
    else joined.push(run);
  }
  return joined;
}

const isRagged = (between: readonly Line[], above: readonly Line[], below: readonly Line[]): boolean =>
  between.length === 1 && widthOf(between) > 1 && widthOf(above) > 1 && widthOf(above) === widthOf(below);

const widthOf = (run: readonly Line[]): number => run.find(({ fields }) => fields)?.fields?.length ?? 0;

function stretchOf(text: string, lines: readonly Line[]): Stretch {
  const first = lines[0] as Line;
  const rows = lines.flatMap(({ fields }) => (fields ? [fields] : []));
  const table = rows.length < FEWEST_ROWS ? [] : withoutFrame(text, rows);
  const isWhole =
    table.some((row) => hasCovered(text, row)) || isCommaTable(text, table) || isStatistics(text, table);
  const grid = isWhole ? table : null;
  return { from: first.from, to: (lines.at(-1) as Line).to, line: first.line, grid };
}

const FEWEST_ROWS = 3;

function trimmed(text: string, from: number, to: number): Field {
  const raw = text.slice(from, to);
  const start = from + raw.length - raw.replace(/^\s*"?\s*/, '').length;
  return { start, end: Math.max(start, to - (raw.length - raw.replace(/\s*"?\s*$/, '').length)) };
}

/** The bars around a table make a blank field at each end of every row. */
function withoutFrame(text: string, rows: readonly (readonly Field[])[]): readonly (readonly Field[])[] {
  const isFrame = (at: number): boolean => rows.every((row) => isBlankField(text, row.at(at)));
  const from = isFrame(0) ? 1 : 0;
  const to = isFrame(-1) ? -1 : undefined;
  return rows.map((row) => row.slice(from, to));
}

const isBlankField = (text: string, field: Field | undefined): boolean =>
  field === undefined || cleanText(text.slice(field.start, field.end)) === '';

/**
 * Whether a label stands behind a blank field, or once more behind itself: the place of a cell that reaches there from the
 * left or from above. A row that is padded with blanks is not one whose cells were written into each place: there a label
 * that stands twice is printed twice.
 */
function hasCovered(text: string, row: readonly Field[]): boolean {
  const isPadded = isBlankField(text, row.at(-1));
  return row.some((field, index) => {
    const before = row[index - 1];
    if (before === undefined || !LABEL.test(textOf(text, field))) return false;
    return isBlankField(text, before) || (!isPadded && textOf(text, before) === textOf(text, field));
  });
}

const LABEL = /\p{Script=Han}{2}/u;
const textOf = (text: string, { start, end }: Field): string => text.slice(start, end);

/**
 * Commas part the fields of a table where labels of the form stand before them, perhaps behind a running number;
 * elsewhere they are prose, or in a number.
 */
function isCommaTable(text: string, rows: readonly (readonly Field[])[]): boolean {
  const labelled = rows.filter((row) => {
    const [first, second] = row;
    if (!first || !second || text.slice(first.end, second.start).trim().replaceAll('"', '') !== ',')
      return false;
    const label = RUNNING_NUMBER.test(textOf(text, first)) ? second : first;
    return meaningsOf(textOf(text, label)).length > 0;
  });
  return labelled.length >= FEWEST_ROWS;
}

/** Rows before the header: the title and who fills it in, with a blank field for each other column. */
const MOST_ROWS_ABOVE = 5;

/** The statistics table merges no cells: under its header a blank field is a blank cell. */
const isStatistics = (text: string, rows: readonly (readonly Field[])[]): boolean =>
  rows
    .slice(0, MOST_ROWS_ABOVE)
    .some(
      (row) =>
        row.length > 1 &&
        row.every((field) => !isBlankField(text, field)) &&
        row.some((field) =>
          meaningsOf(textOf(text, field)).some(
            ({ kind, block }) => kind === 'corner' && block.table === 'statistics',
          ),
        ),
    );

const RUNNING_NUMBER = /^\d{1,3}$/;
