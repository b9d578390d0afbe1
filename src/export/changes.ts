import { join } from 'node:path';
import { csvRecords } from './csv-lines.ts';
import { csvField } from './formats/csv.ts';
import { guardText } from './formats/guard-text.ts';
import { openOutput } from './formats/output-file.ts';
import { columnsIn, type Sink, type Value } from './release-table.ts';
import { REPORT_VALUES } from './tables/report-values.ts';

/** Why a row changed, told by which of its columns differ: the first that does decides. */
const REASONS: readonly (readonly [reason: string, columns: readonly string[]])[] = [
  ['human_correction', ['corrected']],
  ['read_anew', ['reported', 'status', 'imputed', 'value', 'value_source']],
  ['report_read_anew', ['division', 'year', 'form']],
  ['version_in_force', ['current']],
  ['findings_changed', ['flags']],
];
const OTHER_REASON = 'evidence_moved';
export const CHANGE_REASONS = [
  ...REASONS.map(([reason]) => reason),
  OTHER_REASON,
  'added',
  'removed',
] as const;

export interface ChangeCounts {
  /** Reason → rows. */
  readonly counts: ReadonlyMap<string, number>;
}

const columns = columnsIn(REPORT_VALUES, 'csv');
const names = columns.map(({ name }) => name);
export const CHANGE_COLUMNS = ['op', 'reason', 'old_status', 'old_value', ...names] as const;
const at = (name: string): number => names.indexOf(name);
const [YEAR, DIVISION, REPORT, VARIABLE] = [at('year'), at('division'), at('report_id'), at('variable')];
const [STATUS, VALUE] = [at('status'), at('value')];

/** The order of the rows: digits, letters, dots and underscores all stand behind the comma. */
const keyOf = (row: readonly string[]): string =>
  [row[YEAR], row[DIVISION], row[REPORT], row[VARIABLE]].join(',');

/**
 * Compares the rows that pass with those of the release before and writes every row that differs to `changes.csv`:
 * `add` and `change` hold the new row, `remove` the old one. Both are in the same order, so memory stays flat.
 *
 * @param since - folder of the release before
 */
export function changesSink(dir: string, since: string | undefined): Sink & ChangeCounts {
  const counts = new Map<string, number>();
  const file = openOutput(join(dir, 'changes.csv'));
  file.write(`${CHANGE_COLUMNS.join(',')}\n`);
  const before = since === undefined ? undefined : oldRows(join(since, 'csv', `${REPORT_VALUES.name}.csv`));
  let old = before?.next().value;
  const tell = (op: string, reason: string, row: readonly string[], was?: readonly string[]): void => {
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
    file.write(`${[op, reason, was?.[STATUS] ?? '', was?.[VALUE] ?? '', ...row].map(csvField).join(',')}\n`);
  };
  const passOver = (key: string | null): void => {
    while (old && (key === null || keyOf(old) < key)) {
      tell('remove', 'removed', old, old);
      old = before?.next().value;
    }
  };
  return {
    counts,
    write: (values) => {
      if (!before) return;
      const row = columns.map(({ at: index, free }) => toText(values[index] ?? null, free === true));
      passOver(keyOf(row));
      if (!old || keyOf(old) !== keyOf(row)) {
        tell('add', 'added', row);
        return;
      }
      const reason = reasonOf(old, row);
      if (reason !== null) tell('change', reason, row, old);
      old = before.next().value;
    },
    close: () => {
      passOver(null);
      file.close();
    },
  };
}

function* oldRows(file: string): Generator<string[], undefined> {
  const records = csvRecords(file);
  const head = records.next().value ?? [];
  // Columns that the release before had not are empty in it: every row then is a change.
  const places = names.map((name) => head.indexOf(name));
  for (const record of records) yield places.map((place) => record[place] ?? '');
}

function reasonOf(old: readonly string[], row: readonly string[]): string | null {
  const differing = new Set(names.filter((_, index) => old[index] !== row[index]));
  if (differing.size === 0) return null;
  return REASONS.find(([, of]) => of.some((name) => differing.has(name)))?.[0] ?? OTHER_REASON;
}

/** A value as the CSV holds it, before quoting. */
function toText(value: Value, free: boolean): string {
  if (value === null) return '';
  return free && typeof value === 'string' ? guardText(value) : String(value);
}
