import { isSameBody } from '../../model/agency.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { Finding } from '../../model/finding.ts';
import type { ReportVersion, SeriesMember, YearCell, YearRecord } from '../../model/year-record.ts';
import { loadGazetteer } from '../../places/load-gazetteer.ts';
import { reorganisationsIn } from '../../places/reorganised.ts';
import { seriesKey } from '../../places/series-key.ts';
import { keyFindings, reportIdentity } from '../../store/finding-key.ts';
import { getExtraction } from '../../store/get-extraction.ts';
import { hasSuggestions, saveChecks, saveSuggestions } from '../../store/history/save-checks.ts';
import { changesBetween, seriesMembers, seriesPlace, yearRecord } from '../../store/history/series.ts';
import type { SeriesYear } from '../../store/load-extraction.ts';
import { replaceFindings } from '../../store/save-findings.ts';
import { versionsOf } from '../../store/settle-current.ts';
import type { Store } from '../../store/store.ts';
import { carriedFrom, carriedInto } from '../../validators/history/carry-over.ts';
import {
  checkHistory,
  HISTORY_VARIABLES,
  NEXT_VARIABLES,
  PREVIOUS_VARIABLES,
} from '../../validators/history/check-history.ts';
import { checkReorganised } from '../../validators/history/reorganised.ts';
import { rerankSuggestions } from '../../validators/history/rerank.ts';
import { checkReissued, checkSeries, type NoPrevious, neighbourOf } from '../../validators/history/series.ts';
import { checkTied, tieReason } from '../../validators/history/tied-versions.ts';
import { type ComparedYear, comparedYear, isRead, type ReadMember } from './compared-year.ts';

/** What was just loaded, where it is at hand: it need not be read again. */
export interface JustLoaded {
  readonly reportId: number;
  readonly extraction: Extraction;
  /** It was not stored before, so nothing is said of it yet. */
  readonly isNew: boolean;
}

/**
 * Checks a report against its neighbouring years, and each neighbour anew: whichever of them came last, all say the
 * same. Part of the caller's transaction.
 *
 * @param left - where the report stood before it was loaded again
 */
export function checkNeighbours(
  store: Store,
  reportId: number,
  { loaded, left }: { readonly loaded?: JustLoaded; readonly left?: SeriesYear | undefined } = {},
): void {
  const now = loaded ? placeOf(loaded.extraction) : seriesPlace(store, reportId);
  const moved = left && (left.series !== now?.series || left.year !== now?.year);
  if (moved) checkAround(store, left);
  if (now?.series) checkAround(store, now, loaded);
  else if (!loaded?.isNew) clear(store, reportId);
}

const placeOf = ({ report }: Extraction): SeriesYear => ({ series: seriesKey(report), year: report.year });

/**
 * The reports about a year, and the next ones after it, of which the checks depend on it; of the ones before, only the
 * order of suggestions does.
 */
function checkAround(store: Store, { series, year }: SeriesYear, loaded?: JustLoaded): void {
  if (series === null || year === null) return;
  const members = seriesMembers(store, series);
  const after = Math.min(...members.filter((member) => member.year > year).map((member) => member.year));
  for (const member of members) {
    const known = member.reportId === loaded?.reportId ? loaded : undefined;
    if (member.year === year || member.year === after) checkMember(store, members, member, known);
    else if (member.year === year - 1 && isRead(member)) rerank(store, members, member);
  }
}

function checkMember(
  store: Store,
  members: readonly SeriesMember[],
  self: SeriesMember,
  loaded?: JustLoaded,
): void {
  if (!isRead(self)) {
    if (!loaded?.isNew) clear(store, self.reportId);
    return;
  }
  const previous = neighbourOf(members, self, -1);
  const reorganisations = reorganisationsIn(loadGazetteer(), self.division, self.year);
  const before = comparedYear(store, members, self, -1, PREVIOUS_VARIABLES);
  const record = recordOf(store, self, before !== null, loaded);
  const { findings, checks } = checkHistory(record, before ?? (previous as NoPrevious));
  const all = [
    ...findings,
    ...checkSeries(members, self),
    ...checkReorganised(reorganisations, before !== null),
    ...checkVersions(store, members, self),
  ];
  if (!loaded?.isNew || all.length > 0) saveFindings(store, self, record, all);
  const previousId = before?.record.reportId ?? null;
  const counted = checks.map((check) => ({ ...check, previous: previousId }));
  saveChecks(store, self.reportId, counted, loaded?.isNew);
  rerank(store, members, self, before);
}

/** The cells that are compared: of the record at hand, or read; none when there is nothing to compare them with. */
function recordOf(store: Store, self: ReadMember, isCompared: boolean, loaded?: JustLoaded): YearRecord {
  if (!loaded || !isCompared) return yearRecord(store, self, isCompared ? HISTORY_VARIABLES : []);
  const { reportId, agency, place, year, form } = self;
  const cells = new Map<string, YearCell>();
  for (const cell of loaded.extraction.cells) if (COMPARED.has(cell.variable)) cells.set(cell.variable, cell);
  return { reportId, agency, place, year, form, cells };
}

const COMPARED: ReadonlySet<string> = new Set(HISTORY_VARIABLES);

/** The version in force against the newest of those it came after, and against those that no date puts before it. */
function checkVersions(store: Store, members: readonly SeriesMember[], self: SeriesMember): Finding[] {
  const isOther = (member: SeriesMember): boolean =>
    !member.current && member.year === self.year && isSameBody(member, self);
  if (!members.some(isOther)) return [];
  const [inForce, ...others] = versionsOf(store, self);
  if (inForce?.reportId !== self.reportId) return [];
  const changesFrom = ({ reportId }: ReportVersion) => changesBetween(store, reportId, self.reportId);
  const earlier = others.find((version) => tieReason(inForce, version) === null);
  const tied = others.flatMap((version) => {
    const reason = tieReason(inForce, version);
    return reason === null ? [] : [{ version, reason, changes: changesFrom(version) }];
  });
  const reissued = earlier ? checkReissued(others.length + 1, earlier, changesFrom(earlier)) : [];
  return [...reissued, ...checkTied(inForce, tied)];
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
  known?: ComparedYear | null,
): void {
  if (self.failed === 0 || !hasSuggestions(store, self.reportId)) return;
  const before = known === undefined ? comparedYear(store, members, self, -1, PREVIOUS_VARIABLES) : known;
  const next = comparedYear(store, members, self, 1, NEXT_VARIABLES);
  const carried = before?.doubt === null ? carriedInto(before.record) : new Map<string, number>();
  const followed = next?.doubt === null ? carriedFrom(next.record) : new Map<string, number>();
  const isKnown = carried.size + followed.size > 0;
  const extraction = isKnown ? getExtraction(store, self.reportId) : undefined;
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
