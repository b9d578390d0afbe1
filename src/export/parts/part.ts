import type { ListedReport } from '../../store/release/list-stored.ts';
import type { ReleaseData } from '../release-data.ts';

/** A report and what other reports and tables say of it. */
export interface PartReport {
  /** In this database. */
  readonly id: number;
  /** The code that the place has today, null where it has none or the code is unknown. */
  readonly divisionLatest: string | null;
  /** The place through its names and codes; null where it is not known. */
  readonly placeId: string | null;
  /** Null where place, body or year are not known. */
  readonly agencyId: string | null;
  /** Which version of this body's report about this year: 1 is the first. */
  readonly vintage: number;
  /** Day on which its publisher's site last had it; null while it does, or when that is not known. */
  readonly withdrawn: string | null;
  /** Of the record of the archive that holds its document; null where the archive is not at hand. */
  readonly warcRecord: string | null;
}

/** Consecutive reports of one year: what is read, encoded and written at a time. */
export interface Part {
  readonly year: number | null;
  readonly reports: readonly PartReport[];
}

/** What a thread must know to make the tables of a release. */
export interface ReleaseSetup {
  readonly data: ReleaseData;
}

/**
 * A row group of Parquet and some 50 MB of CSV. It decides about bytes of the release, so it is the same on every
 * machine, however many threads there are.
 */
const PART_REPORTS = 1000;

/** The reports in their order, cut where a year ends and after every thousand. */
export function cutParts(
  listed: readonly ListedReport[],
  describe: (report: ListedReport) => PartReport,
): Part[] {
  const parts: { readonly year: number | null; readonly reports: PartReport[] }[] = [];
  for (const report of listed) {
    const last = parts.at(-1);
    if (last && last.year === report.year && last.reports.length < PART_REPORTS)
      last.reports.push(describe(report));
    else parts.push({ year: report.year, reports: [describe(report)] });
  }
  return parts;
}
