import type { Finding } from '../../model/finding.ts';
import type { CellStatus } from '../../model/status.ts';
import type { CellPlace } from '../places/decode-places.ts';
import type { ReportsView } from '../schema.ts';

export type { CellPlace };

/** One variable of one report as it is stored; `value` is what is used: corrected, else reported, else imputed. */
export interface StoredCell {
  readonly variable: string;
  readonly reported: number | null;
  readonly status: CellStatus;
  readonly imputed: number | null;
  readonly corrected: number | null;
  readonly value: number | null;
  readonly raw: string | null;
  readonly place: CellPlace | null;
}

export interface StoredFinding extends Finding {
  readonly key: string;
  /** From 0: of the report alone, then of its years, peers and corrections. */
  readonly position: number;
}

/** What a release says of a report itself. */
export const REPORT_COLUMNS = [
  ...(['report_id', 'sha256', 'year', 'division', 'agency', 'place', 'level', 'form', 'current'] as const),
  ...(['published', 'title', 'period_start', 'period_end', 'passed', 'failed', 'not_evaluable'] as const),
  ...(['form_score', 'kind', 'byte_length', 'url', 'parser_version'] as const),
  ...(['archive_file', 'archive_offset', 'archive_length'] as const),
] as const satisfies readonly (keyof ReportsView)[];

/** A report with all that is stored of it, cells in the order of the names of their variables. */
export interface StoredReport {
  readonly report: Pick<ReportsView, (typeof REPORT_COLUMNS)[number]>;
  readonly cells: readonly StoredCell[];
  readonly findings: readonly StoredFinding[];
}
