import type { FormId } from '../../model/status.ts';
import type { SeriesMember, YearRecord } from '../../model/year-record.ts';
import { keyFindings, reportIdentity } from '../../store/finding-key.ts';
import { getExtraction } from '../../store/get-extraction.ts';
import { hasSuggestions, saveChecks, saveSuggestions } from '../../store/history/save-checks.ts';
import { changesBetween, seriesMembers, seriesPlace, yearRecord } from '../../store/history/series.ts';
import { replaceFindings } from '../../store/save-findings.ts';
import type { Store } from '../../store/store.ts';
import { carriedFrom, carriedInto } from '../../validators/history/carry-over.ts';
import { checkHistory, HISTORY_VARIABLES } from '../../validators/history/check-history.ts';
import { rerankSuggestions } from '../../validators/history/rerank.ts';
import { checkReissued, checkSeries, type NoPrevious, neighbourOf } from '../../validators/history/series.ts';

/** What stands in a series from a year on: a report may have left it since. */
export interface SeriesYear {
  readonly series: string | null;
  readonly year: number | null;
}

/**
 * Checks a report against its neighbouring years, and each neighbour anew: whichever of them came last, all say the
 * same. Part of the caller's transaction.
 *
 * @param left - where the report stood before it was loaded again
 */
export function checkNeighbours(store: Store, reportId: number, left?: SeriesYear): void {
  const now = seriesPlace(store, reportId);
  const moved = left && (left.series !== now?.series || left.year !== now?.year);
  if (moved) checkAround(store, left);
  if (now?.series) checkAround(store, now);
  else clear(store, reportId);
}

function checkAround(store: Store, { series, year }: SeriesYear): void {
  if (series === null || year === null) return;
  const members = seriesMembers(store, series);
  const before = Math.max(...members.filter((member) => member.year < year).map((member) => member.year));
  const after = Math.min(...members.filter((member) => member.year > year).map((member) => member.year));
  for (const member of members) {
    if ([before, year, after].includes(member.year)) checkMember(store, members, member);
  }
}

type Read = SeriesMember & { readonly form: FormId };
const isRead = (member: SeriesMember): member is Read => member.current && member.form !== null;

function checkMember(store: Store, members: readonly SeriesMember[], self: SeriesMember): void {
  if (!isRead(self)) {
    clear(store, self.reportId);
    return;
  }
  const previous = neighbourOf(members, self, -1);
  const before = compared(store, previous);
  const record = yearRecord(store, self, before ? HISTORY_VARIABLES : []);
  const { findings, checks } = checkHistory(record, before ?? (previous as NoPrevious));
  const series = [...checkSeries(members, self), ...checkVersions(store, members, self)];
  saveFindings(store, self, record, [...findings, ...series]);
  const previousId = before?.record.reportId ?? null;
  saveChecks(
    store,
    self.reportId,
    checks.map((check) => ({ ...check, previous: previousId })),
  );
  rerank(store, members, self, before);
}

interface Compared {
  readonly record: YearRecord;
  readonly sure: boolean;
}

function compared(store: Store, neighbour: ReturnType<typeof neighbourOf>): Compared | null {
  if (typeof neighbour === 'string' || !isRead(neighbour.member)) return null;
  return { record: yearRecord(store, neighbour.member, HISTORY_VARIABLES), sure: neighbour.sure };
}

/** The version in force against the one that it took the place of: the newest of the others. */
function checkVersions(store: Store, members: readonly SeriesMember[], self: SeriesMember) {
  const older = members.filter(
    (member) => !member.current && member.year === self.year && member.agency === self.agency,
  );
  const [earlier] = older.toSorted(
    (a, b) => (b.published ?? '').localeCompare(a.published ?? '') || b.reportId - a.reportId,
  );
  if (!earlier) return [];
  return checkReissued(older.length + 1, earlier, changesBetween(store, earlier.reportId, self.reportId));
}

function saveFindings(
  store: Store,
  self: SeriesMember,
  { cells }: YearRecord,
  findings: Parameters<typeof keyFindings>[0],
): void {
  const printed = [...cells.values()].map((cell) => ({ ...cell, source: null }));
  const keyed = keyFindings(findings, reportIdentity(self, ''), printed);
  replaceFindings(store, self.reportId, keyed, 'history');
}

/** Suggestions of a report that contradicts itself, in the order that its neighbours speak for. */
function rerank(
  store: Store,
  members: readonly SeriesMember[],
  self: SeriesMember,
  before: Compared | null,
): void {
  if (!hasSuggestions(store, self.reportId)) return;
  const next = compared(store, neighbourOf(members, self, 1));
  const carried = before?.sure ? carriedInto(before.record) : new Map<string, number>();
  const followed = next?.sure ? carriedFrom(next.record) : new Map<string, number>();
  const known = carried.size + followed.size > 0;
  const extraction = known ? getExtraction(store, self.reportId) : undefined;
  saveSuggestions(
    store,
    self.reportId,
    extraction ? rerankSuggestions(extraction, { carried, followed }) : new Map(),
  );
}

function clear(store: Store, reportId: number): void {
  replaceFindings(store, reportId, [], 'history');
  saveChecks(store, reportId, []);
  saveSuggestions(store, reportId, new Map());
}
