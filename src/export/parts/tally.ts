import { CELL_STATUSES } from '../../model/status.ts';
import type { Batch, NumberColumn, SharedColumn, TextColumn } from '../batch.ts';
import { COMPUTED_STATUSES } from '../derive.ts';
import { DERIVED_VALUES } from '../tables/derived-values.ts';
import { FINDINGS } from '../tables/findings.ts';
import { indexOf, type ReportTable } from '../tables/report-table.ts';
import { REPORT_VALUES } from '../tables/report-values.ts';

/** What is counted of one variable in the reports of a part; added up, it gives every figure of the release. */
export interface VariableTally {
  /** By status, in the order of TALLIED: of all reports, and of those in force. */
  readonly all: readonly number[];
  readonly inForce: readonly number[];
  readonly withValue: number;
  /** Of the values used; infinite while there is none. */
  readonly least: number;
  readonly most: number;
  /** Of the values used, of reports in force, and of how many. */
  readonly sumInForce: number;
  readonly inForceWithValue: number;
}

export interface Tally {
  readonly variables: ReadonlyMap<string, VariableTally>;
  /** Findings by rule, of reports in force. */
  readonly rules: ReadonlyMap<string, number>;
}

export const TALLIED = [...CELL_STATUSES, ...COMPUTED_STATUSES] as const;
const PLACES: readonly (string | null)[] = TALLIED;

/** A version in force that is a report: what the figures of a year and the bands are about. */
export const isInForce = ({
  current,
  form,
}: {
  readonly current: number;
  readonly form: string | null;
}): boolean => current === 1 && form !== null;

/**
 * Counts the cells, computed variables and findings of the rows of a part: by the small numbers that stand for names
 * and statuses in their columns, since there are millions of them.
 */
export function tallyBatches(batches: ReadonlyMap<ReportTable, Batch>): Tally {
  return {
    // Printed and computed statuses are told apart by their place, so a variable of each kind has its own.
    variables: new Map(
      [REPORT_VALUES, DERIVED_VALUES].flatMap((table) => tallyValues(table, batches.get(table))),
    ),
    rules: tallyRules(batches.get(FINDINGS)),
  };
}

function tallyValues(table: ReportTable, batch: Batch | undefined): [string, VariableTally][] {
  if (!batch) return [];
  const { codes: variables, texts: names } = textColumn(table, batch, 'variable');
  const { codes: statuses, texts: words } = textColumn(table, batch, 'status');
  const { values } = numberColumn(table, batch, 'value');
  const placeOf = Int32Array.from(words, (word) => PLACES.indexOf(word));
  const width = TALLIED.length;
  const [all, inForce] = [new Int32Array(names.length * width), new Int32Array(names.length * width)];
  const [withValue, inForceWithValue] = [new Int32Array(names.length), new Int32Array(names.length)];
  const sums = new Float64Array(names.length);
  const least = new Float64Array(names.length).fill(Number.POSITIVE_INFINITY);
  const most = new Float64Array(names.length).fill(Number.NEGATIVE_INFINITY);
  eachReport(table, batch, (first, end, counts) => {
    for (let row = first; row < end; row++) {
      const variable = variables[row] as number;
      const place = variable * width + (placeOf[statuses[row] as number] as number);
      const value = values[row] as number;
      all[place] = (all[place] as number) + 1;
      if (counts) inForce[place] = (inForce[place] as number) + 1;
      if (Number.isNaN(value)) continue;
      withValue[variable] = (withValue[variable] as number) + 1;
      if (value < (least[variable] as number)) least[variable] = value;
      if (value > (most[variable] as number)) most[variable] = value;
      if (!counts) continue;
      sums[variable] = (sums[variable] as number) + value;
      inForceWithValue[variable] = (inForceWithValue[variable] as number) + 1;
    }
  });
  const at = (counts: Int32Array | Float64Array, variable: number): number => counts[variable] as number;
  const rowOf = (counts: Int32Array, variable: number): number[] => [
    ...counts.subarray(variable * width, (variable + 1) * width),
  ];
  return names.flatMap((name, variable): [string, VariableTally][] => {
    if (name === null) return [];
    const [ofAll, ofThose] = [rowOf(all, variable), rowOf(inForce, variable)];
    const range = { least: at(least, variable), most: at(most, variable) };
    const used = { withValue: at(withValue, variable), inForceWithValue: at(inForceWithValue, variable) };
    return [[name, { all: ofAll, inForce: ofThose, sumInForce: at(sums, variable), ...range, ...used }]];
  });
}

function tallyRules(batch: Batch | undefined): Map<string, number> {
  const rules = new Map<string, number>();
  if (!batch) return rules;
  const { codes, texts } = textColumn(FINDINGS, batch, 'rule');
  eachReport(FINDINGS, batch, (first, end, counts) => {
    if (!counts) return;
    for (let row = first; row < end; row++) {
      const rule = texts[codes[row] as number] ?? '';
      rules.set(rule, (rules.get(rule) ?? 0) + 1);
    }
  });
  return rules;
}

/** Where the rows of each report begin and end, and whether it counts. */
function eachReport(
  table: ReportTable,
  batch: Batch,
  see: (first: number, end: number, counts: boolean) => void,
): void {
  const [current, form] = [sharedColumn(table, batch, 'current'), sharedColumn(table, batch, 'form')];
  let first = 0;
  batch.rows.forEach((rows, report) => {
    const counts = isInForce({
      current: Number(current.values[report]),
      form: form.values[report] as string | null,
    });
    see(first, first + rows, counts);
    first += rows;
  });
}

const textColumn = (table: ReportTable, batch: Batch, name: string): TextColumn =>
  ofKind(batch.columns[indexOf(table.columns, name)], 'text');
const numberColumn = (table: ReportTable, batch: Batch, name: string): NumberColumn =>
  ofKind(batch.columns[indexOf(table.columns, name)], 'number');
const sharedColumn = (table: ReportTable, batch: Batch, name: string): SharedColumn =>
  ofKind(batch.columns[indexOf(table.columns, name)], 'shared');

function ofKind<Kind extends Batch['columns'][number]['kind']>(
  column: Batch['columns'][number] | undefined,
  kind: Kind,
): Extract<Batch['columns'][number], { readonly kind: Kind }> {
  if (column?.kind !== kind) throw new Error(`a column is ${column?.kind}, and not ${kind}`);
  return column as Extract<Batch['columns'][number], { readonly kind: Kind }>;
}
