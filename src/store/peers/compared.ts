import { hash } from 'node:crypto';
import { sql } from 'kysely';
import type { Claim } from '../../model/claim.ts';
import { build } from '../build.ts';
import { getRow, getRows, PARAMETER, type Prepared, prepare, prepareInsert, run } from '../run.ts';
import type { ComparisonRow, ReportRow } from '../schema.ts';
import type { Store } from '../store.ts';
import { variableBook } from '../variable-book.ts';

/** A report as it is compared with others. */
export type ComparedReport = Pick<
  ReportRow,
  'id' | 'series' | 'division' | 'agency' | 'place' | 'level' | 'year' | 'form' | 'current' | 'prose_print'
>;

/** What a report is compared with, by name; null: nothing of that kind. */
export interface Groups {
  readonly series: string | null;
  readonly peers: string | null;
  readonly whole: string | null;
}
export const GROUPS = ['series', 'peers', 'whole'] as const;

const FIELDS = [
  'id',
  'series',
  'division',
  'agency',
  'place',
  'level',
  'year',
  'form',
  'current',
  'prose_print',
] as const;
const toCompare = prepare(
  build.selectFrom('report').select(FIELDS).where(sql<boolean>`compared = 0`).orderBy('id'),
);
const reportById = prepare(build.selectFrom('report').select(FIELDS).where('id', '=', PARAMETER));
const setCompared = prepare(
  build.updateTable('report').set({ compared: PARAMETER }).where('id', '=', PARAMETER),
);
const comparisonOfReport = prepare(
  build.selectFrom('comparison').selectAll().where('report', '=', PARAMETER),
);
const deleteComparison = prepare(build.deleteFrom('comparison').where('report', '=', PARAMETER));
const insertComparison = prepareInsert('comparison', ['report', 'series', 'peers', 'whole', 'figures']);
const membersOf = {
  series: prepare(
    build
      .selectFrom('comparison')
      .innerJoin('report', 'report.id', 'comparison.report')
      .select('comparison.report')
      .where('report.series', '=', PARAMETER)
      .orderBy('comparison.report'),
  ),
  peers: prepare(
    build.selectFrom('comparison').select('report').where('peers', '=', PARAMETER).orderBy('report'),
  ),
  whole: prepare(
    build.selectFrom('comparison').select('report').where('whole', '=', PARAMETER).orderBy('report'),
  ),
};
type Numbers = Prepared<{ variable: number; value: number }>;
/** One query for each number of variables: they are looked up by key, not by reading all cells of the report. */
const numbersInForce = new Map<number, Numbers>();

function numbersQuery(count: number): Numbers {
  const known = numbersInForce.get(count);
  const made: Numbers = known ?? {
    sql: `SELECT c.variable, coalesce(k.value, c.value) AS value FROM cell c
      LEFT JOIN correction k ON k.report = c.report AND k.variable = c.variable
      WHERE c.report = ? AND c.variable IN (${Array(count).fill('?').join(', ')})
        AND coalesce(k.value, c.value) IS NOT NULL`,
  };
  numbersInForce.set(count, made);
  return made;
}
const printedNumbers = prepare(
  build
    .selectFrom('cell')
    .select(['variable', 'value'])
    .where('report', '=', PARAMETER)
    .where('value', 'is not', null)
    .orderBy('variable'),
);

const claimsOf = prepare(
  build
    .selectFrom('claim')
    .select(['variable', 'value', 'scope'])
    .where('report', '=', PARAMETER)
    .orderBy('position'),
);

/** Reports that changed since they were last compared, with those of other versions and those that are no report. */
export const reportsToCompare = (store: Store): ComparedReport[] => getRows(store, toCompare);
export const comparedReport = (store: Store, id: number): ComparedReport | undefined =>
  getRow(store, reportById, id);
export const comparisonOf = (store: Store, report: number): ComparisonRow | undefined =>
  getRow(store, comparisonOfReport, report);

/** The reports that are compared under a name. */
export const groupMembers = (store: Store, group: keyof Groups, name: string): number[] =>
  getRows(store, membersOf[group], name).map(({ report }) => report);

/** Numbers in force (corrected, else printed) of some variables of a report. */
export function numbersOf(store: Store, report: number, variables: readonly string[]): Map<string, number> {
  const { nameOf, findId } = variableBook(store);
  const ids = variables.flatMap((name) => findId(name) ?? []);
  if (ids.length === 0) return new Map();
  const rows = getRows(store, numbersQuery(ids.length), report, ...ids);
  return new Map(rows.map(({ variable, value }) => [nameOf(variable), value]));
}

/** Every number that a report prints, by variable. */
export function printedNumbersOf(store: Store, report: number): Map<string, number> {
  const { nameOf } = variableBook(store);
  return new Map(
    getRows(store, printedNumbers, report).map(({ variable, value }) => [nameOf(variable), value ?? 0]),
  );
}

/** What a report says in prose, in order. */
export function countsTold(store: Store, report: number): Pick<Claim, 'variable' | 'value' | 'scope'>[] {
  const { nameOf } = variableBook(store);
  return getRows(store, claimsOf, report).map(({ variable, value, scope }) => {
    return { variable: nameOf(variable), value, scope: scope === 'agency' ? 'agency' : 'other' };
  });
}

/** Keeps under which names a report is compared, and the digest of its numbers (`figures`: as text, see figuresText). */
export function saveComparison(store: Store, report: number, groups: Groups, figures: string | null): void {
  run(store, deleteComparison, report);
  const digest = figures === null ? null : digestOf(figures);
  run(store, insertComparison, report, groups.series, groups.peers, groups.whole, digest);
}

export function removeComparison(store: Store, report: number): void {
  run(store, deleteComparison, report);
}

export function markCompared(store: Store, report: number, compared = true): void {
  run(store, setCompared, compared ? 1 : 0, report);
}

const dataVersion: Prepared<{ data_version: number }> = { sql: 'PRAGMA data_version' };

/** Changes when somebody else has written: what was read before may be other by now. */
export const writtenByOthers = (store: Store): number => getRow(store, dataVersion)?.data_version ?? 0;

/** Enough of a SHA-256 that two of millions of reports never meet by chance. */
const digestOf = (figures: string): Uint8Array =>
  Buffer.from(hash('sha256', figures, 'hex').slice(0, 24), 'hex');
