import {
  type FormBlock,
  type FormColumn,
  type FormRow,
  isVariableColumn,
  type Label,
  variableName,
} from '../../src/forms/form.ts';
import { CATALOGUE, labelKeys } from '../labels/label-index.ts';
import { cleanText, normaliseLabel } from '../normalise-label.ts';

/**
 * Flattened text read without rebuilding its rows: the second way to its numbers. The text is words and runs of
 * numbers; a run is a row when there are as many numbers as the header has columns and all words between it and the
 * run before are the label of a row of that header. Bars and line ends count for nothing, so a row with a blank cell is not found
 * rather than guessed.
 *
 * @returns the number of each variable that was found once only, or with the same number each time
 */
export function readRuns(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, Set<number>>();
  let open: Place | null = null;
  for (const { words, numbers } of cutIntoRuns(text)) {
    const place: Place | null = (open && rowUnder(open, words)) ?? underHeader(words);
    if (place === null) {
      if (words.length > LONGEST_ROW) open = null;
      continue;
    }
    open = place;
    for (const [variable, number] of numbersOf(place, numbers))
      found.set(variable, (found.get(variable) ?? new Set()).add(number));
  }
  return new Map(
    [...found].flatMap(([variable, [number, other]]) =>
      number !== undefined && other === undefined ? [[variable, number] as const] : [],
    ),
  );
}

/** A row under its header; null where the header stands above numbers that no row of it has (a heading's dashes). */
interface Place {
  readonly header: Header;
  readonly row: FormRow | null;
}

function numbersOf(
  { header: { block, columns }, row }: Place,
  numbers: Run['numbers'],
): readonly (readonly [variable: string, number: number])[] {
  if (row === null || columns.length !== numbers.length) return [];
  return columns.flatMap((column, at) => {
    const number = numbers[at] ?? null;
    return number === null || !isVariableColumn(column)
      ? []
      : [[variableName(block, row, column), number] as const];
  });
}

interface Run {
  /** The words before it, without blanks, points and ordinals. */
  readonly words: string;
  /** Null for a placeholder. */
  readonly numbers: readonly (number | null)[];
}

/** Words longer than any row's label are prose: the table above has ended. */
const LONGEST_ROW = 60;
/** Of words before a run only so much can be a header. */
const LONGEST_HEADER = 400;
const NUMBER = /^[-+−]?\d+(?:\.\d+)?$/;
const GROUPED = /^[-+−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const PLACEHOLDER = /^(?:[-‐‑–—―/]+|无)$/;

function cutIntoRuns(text: string): readonly Run[] {
  const runs: { words: string; numbers: (number | null)[] }[] = [];
  let words = '';
  let behindNumber = false;
  for (const printed of text.split(/[\s|｜]+/)) {
    const word = cleanText(printed);
    if (word === '') continue;
    const number = numberOf(word.normalize('NFKC'));
    if (number === undefined)
      words = (behindNumber ? '' : words.slice(-LONGEST_HEADER)) + normaliseLabel(word);
    else if (behindNumber) runs.at(-1)?.numbers.push(number);
    else runs.push({ words, numbers: [number] });
    behindNumber = number !== undefined;
  }
  return runs;
}

/** Undefined for a word; null for a placeholder. */
function numberOf(word: string): number | null | undefined {
  if (PLACEHOLDER.test(word)) return null;
  if (!NUMBER.test(word) && !GROUPED.test(word)) return undefined;
  return Number(word.replace('−', '-').replaceAll(',', ''));
}

/** A header as it may be printed, alone and with the label of the first row behind it. */
interface Header {
  readonly block: FormBlock;
  readonly columns: readonly FormColumn[];
  readonly withFirstRow: RegExp;
  readonly row: RegExp;
}

function underHeader(words: string): Place | null {
  for (const header of headers()) {
    const match = header.withFirstRow.exec(words);
    if (match) return { header, row: rowNamed(header.block, match.groups?.['row'] ?? '', null) };
  }
  return null;
}

function rowUnder({ header, row: last }: Place, words: string): Place | null {
  const label = words === '' ? undefined : header.row.exec(words)?.groups?.['row'];
  const row = label === undefined ? null : rowNamed(header.block, label, last);
  return row && { header, row };
}

/** A label that several rows have (其他) means the one that the form prints next, or none. */
function rowNamed({ rows }: FormBlock, label: string, last: FormRow | null): FormRow | null {
  const named = rows.filter((row) => (label === '' ? row.zh === '' : labelKeys(row).includes(label)));
  if (named.length === 1) return named[0] ?? null;
  const next = last ? rows[rows.indexOf(last) + 1] : undefined;
  return next && named.includes(next) ? next : null;
}

let known: readonly Header[] | null = null;

/** The widest first: 2021's only column ends the header of 2019's three. */
function headers(): readonly Header[] {
  known ??= CATALOGUE.flatMap(headersOf).sort((a, b) => b.columns.length - a.columns.length);
  return known;
}

/** With and without the columns that some publishers add; flat, or level by level: columns without a group first. */
function headersOf(block: FormBlock): readonly Header[] {
  const usual = block.columns.filter(isVariableColumn);
  const withExtra = block.columns.filter((column) => isVariableColumn(column) || column.extra);
  return [usual, ...(withExtra.length > usual.length ? [withExtra] : [])].flatMap((columns) => {
    const levels = [...columns.filter(({ group }) => !group), ...columns.filter(({ group }) => group)];
    return [columns, levels].map((order) => makeHeader(block, columns, order));
  });
}

/** 1, 二: what is left of an ordinal that stands apart from its label. */
const ORDINAL = '[一二三四五六七八九十\\d]{0,2}';

function makeHeader(block: FormBlock, columns: readonly FormColumn[], order: readonly FormColumn[]): Header {
  const roles = block.columns.filter(({ role }) => role);
  const between = anyOf([...block.columnGroups, ...roles, ...(block.corner ? [block.corner] : [])]);
  const groups = block.rowGroups.length > 0 ? `(?:${ORDINAL}${anyOf(block.rowGroups)})*` : '';
  const units = new Set(block.rows.flatMap(({ printedUnit }) => printedUnit ?? []));
  const unit = units.size > 0 ? `(?:${[...units].join('|')})?` : '';
  const named = block.rows.filter(({ zh }) => zh !== '');
  const row = `${groups}${ORDINAL}(?<row>${anyOf(named)})${unit}$`;
  const printed = order.map((column) => anyOf([column])).join(`${between}*`);
  return {
    block,
    columns,
    withFirstRow: new RegExp(`${printed}${between}*(?:${row}|${groups}$)`),
    row: new RegExp(`^${row}`),
  };
}

/** The longest first: 其他 is the beginning of 其他组织. */
function anyOf(labels: readonly Label[]): string {
  const keys = [...new Set(labels.flatMap(labelKeys))].sort((a, b) => b.length - a.length);
  return keys.length === 0 ? '(?:)' : `(?:${keys.join('|')})`;
}
