import type { Level } from '../../model/status.ts';

/** How the checks of a report came out: at least one failed, all that could be made held, none could be made. */
export const CHECK_STATES = ['failed', 'held', 'open'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** What reports are narrowed by: one of each list given. An empty list is no filter. */
export interface ReportFilter {
  /** A division code or its first digits. */
  readonly place?: string;
  /** 0: not known. */
  readonly year?: readonly number[];
  /** Empty text: none. */
  readonly form?: readonly string[];
  readonly level?: readonly (Level | '')[];
  readonly checks?: readonly CheckState[];
  /** A part of the agency's name. */
  readonly agency?: string;
  /** With the versions that are no longer in force. */
  readonly versions?: boolean;
}

export const REPORT_FACETS = ['year', 'form', 'level', 'checks', 'province'] as const;
export type ReportFacet = (typeof REPORT_FACETS)[number];

const CHECKS = "iif(r.failed > 0, 'failed', iif(r.passed > 0, 'held', 'open'))";
/** What a report is counted under, as the triggers of the schema have it. */
export const REPORT_COLUMNS: Readonly<Record<ReportFacet, string>> = {
  year: 'coalesce(r.year, 0)',
  form: "coalesce(r.form, '')",
  level: "coalesce(r.level, '')",
  checks: CHECKS,
  province: "substr(coalesce(r.division, ''), 1, 2)",
};
