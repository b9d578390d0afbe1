import { join } from 'node:path';
import { csvLines, splitRecord } from './csv-lines.ts';
import { csvField } from './formats/csv.ts';
import { openOutput } from './formats/output-file.ts';
import { columnsIn } from './release-table.ts';
import { REPORT_VALUES } from './tables/report-values.ts';

/** Why a row changed, told by which of its columns differ: the first that does decides. */
const REASONS: readonly (readonly [reason: string, columns: readonly string[]])[] = [
  ['human_correction', ['corrected']],
  ['read_anew', ['reported', 'status', 'imputed', 'value', 'value_source']],
  ['report_read_anew', ['division', 'year', 'form']],
  ['version_in_force', ['current']],
  ['withdrawn', ['withdrawn']],
  ['findings_changed', ['flags']],
];
const OTHER_REASON = 'evidence_moved';
export const CHANGE_REASONS = [
  ...REASONS.map(([reason]) => reason),
  OTHER_REASON,
  'added',
  'removed',
] as const;

const names = columnsIn(REPORT_VALUES, 'csv').map(({ name }) => name);
export const CHANGE_COLUMNS = ['op', 'reason', 'old_status', 'old_value', ...names] as const;
const at = (name: string): number => names.indexOf(name);
const [YEAR, DIVISION, REPORT, VARIABLE] = [at('year'), at('division'), at('report_id'), at('variable')];
const [STATUS, VALUE] = [at('status'), at('value')];

/** The order of the rows: digits, letters, dots and underscores all stand behind the comma. */
const keyOf = (row: readonly string[]): string =>
  [row[YEAR], row[DIVISION], row[REPORT], row[VARIABLE]].join(',');

/**
 * Compares the long table with that of the release before and writes every row that differs to `changes.csv`: `add`
 * and `change` hold the new row, `remove` the old one. Both are in the same order, so memory stays flat.
 *
 * @param values - the long table as CSV; undefined when nothing is compared
 * @param before - that of the release before
 * @returns reason → rows
 */
export function writeChanges(
  dir: string,
  values: string | undefined,
  before: string | undefined,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const file = openOutput(join(dir, 'changes.csv'));
  file.write(`${CHANGE_COLUMNS.join(',')}\n`);
  try {
    if (values !== undefined && before !== undefined)
      for (const { op, reason, row, was } of differences(before, values)) {
        counts.set(reason, (counts.get(reason) ?? 0) + 1);
        const told = [op, reason, was?.[STATUS] ?? '', was?.[VALUE] ?? '', ...row];
        file.write(`${told.map(csvField).join(',')}\n`);
      }
  } finally {
    file.close();
  }
  return counts;
}

interface Difference {
  readonly op: 'add' | 'change' | 'remove';
  readonly reason: string;
  readonly row: readonly string[];
  readonly was?: readonly string[];
}

/** Goes down both files side by side; what is written alike is passed over without being taken apart. */
function* differences(before: string, after: string): Generator<Difference> {
  const [olds, news] = [csvLines(before), csvLines(after)];
  const oldHead = splitRecord(olds.next().value ?? '');
  news.next();
  const sameHead = oldHead.join() === names.join();
  const oldRow = arrange(oldHead);
  let [old, now] = [olds.next().value, news.next().value];
  while (old !== undefined || now !== undefined) {
    if (sameHead && old === now) {
      [old, now] = [olds.next().value, news.next().value];
      continue;
    }
    const was = old === undefined ? undefined : oldRow(splitRecord(old));
    const row = now === undefined ? undefined : splitRecord(now);
    if (was && (!row || keyOf(was) < keyOf(row))) {
      yield { op: 'remove', reason: 'removed', row: was, was };
      old = olds.next().value;
    } else if (row && (!was || keyOf(row) < keyOf(was))) {
      yield { op: 'add', reason: 'added', row };
      now = news.next().value;
    } else if (was && row) {
      const reason = reasonOf(was, row);
      if (reason !== null) yield { op: 'change', reason, row, was };
      [old, now] = [olds.next().value, news.next().value];
    }
  }
}

/** Columns that the release before had not are empty in it: every row then is a change. */
function arrange(head: readonly string[]): (record: readonly string[]) => string[] {
  const places = names.map((name) => head.indexOf(name));
  return (record) => places.map((place) => record[place] ?? '');
}

function reasonOf(old: readonly string[], row: readonly string[]): string | null {
  const differing = new Set(names.filter((_, index) => old[index] !== row[index]));
  if (differing.size === 0) return null;
  return REASONS.find(([, of]) => of.some((name) => differing.has(name)))?.[0] ?? OTHER_REASON;
}
