import type { Cell } from './cell.ts';
import type { FormId } from './status.ts';

/** What checks across years know of a report: who and when, and the cells that they compare. */
export interface YearRecord {
  readonly reportId: number;
  readonly agency: string;
  readonly place: string | null;
  readonly year: number;
  readonly form: FormId;
  /** Variable → its cell, without its place. */
  readonly cells: ReadonlyMap<string, YearCell>;
}
export type YearCell = Omit<Cell, 'source'>;

/** A report of a series: enough to say what stands beside what. */
export interface SeriesMember {
  readonly reportId: number;
  readonly division: string;
  readonly agency: string;
  readonly place: string | null;
  readonly year: number;
  readonly form: FormId | null;
  readonly published: string | null;
  /** Its own checks that failed: without any it has no suggestions either. */
  readonly failed: number;
  /** In force among the versions of one report. */
  readonly current: boolean;
}

/** A variable whose number or status differs between two versions of a report; null: no number. */
export interface ChangedValue {
  readonly variable: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** One of the versions of a report, and what says when it was issued or had. */
export interface ReportVersion {
  readonly reportId: number;
  readonly published: string | null;
  /** Day on which it was first fetched; null: it was at hand. */
  readonly night: string | null;
  /** Its address, else its file. */
  readonly name: string | null;
}
