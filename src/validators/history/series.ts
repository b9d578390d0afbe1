import { isSameBody } from '../../model/agency.ts';
import type { Finding } from '../../model/finding.ts';
import type { ChangedValue, ReportVersion, SeriesMember } from '../../model/year-record.ts';
import { makeFinding } from '../../rules/make-finding.ts';

/** The report of the year before, and whether it is of the same body for sure. */
export interface Previous {
  readonly member: SeriesMember;
  readonly sure: boolean;
}

/** Why a report has none. */
export const NO_PREVIOUS_REASONS = ['no_previous', 'several_previous'] as const;
export type NoPrevious = (typeof NO_PREVIOUS_REASONS)[number];

const isInForce = ({ current, form }: SeriesMember): boolean => current && form !== null;

/** The reports in force of another year of the same series, those of surely the same body if there are any. */
function reportsOf(members: readonly SeriesMember[], self: SeriesMember, year: number): SeriesMember[] {
  const ofYear = members.filter((member) => member.year === year && isInForce(member));
  const same = ofYear.filter((member) => isSameBody(member, self));
  return same.length > 0 ? same : ofYear;
}

/**
 * The report that a report is compared with: of the year before or the year after. It is sure when its agency has the
 * same name (agencyKey) and there is only one of it; of several of the same name the newest is taken, and of several
 * of other names none.
 */
export function neighbourOf(
  members: readonly SeriesMember[],
  self: SeriesMember,
  offset: -1 | 1,
): Previous | NoPrevious {
  const candidates = reportsOf(members, self, self.year + offset);
  const newest = candidates.toSorted(byPublished)[0];
  if (!newest) return 'no_previous';
  const same = isSameBody(newest, self);
  if (!same && candidates.length > 1) return 'several_previous';
  return { member: newest, sure: same && candidates.length === 1 };
}

function byPublished(a: SeriesMember, b: SeriesMember): number {
  const [first, second] = [a.published ?? '', b.published ?? ''];
  return first === second ? b.reportId - a.reportId : first < second ? 1 : -1;
}

/** Years of the series that are missing right before this report, and reports beside it that a government's office may have made for it. */
export function checkSeries(members: readonly SeriesMember[], self: SeriesMember): Finding[] {
  return [...gapBefore(members, self), ...doublesOf(members, self)];
}

function gapBefore(members: readonly SeriesMember[], self: SeriesMember): Finding[] {
  const before = members.filter((member) => member.year < self.year && isInForce(member));
  const last = Math.max(...before.map(({ year }) => year));
  if (before.length === 0 || last === self.year - 1) return [];
  const [from, to] = [last + 1, self.year - 1];
  const years = from === to ? String(from) : `${from}–${to}`;
  return [
    makeFinding({
      rule: 'series.gap',
      scope: 'series',
      severity: 'question',
      message: {
        zh: `该机关 ${years} 年度的报告缺失（之前有 ${last} 年度）`,
        en: `the reports of this agency about ${years} are missing (there is one about ${last})`,
      },
    }),
  ];
}

function doublesOf(members: readonly SeriesMember[], self: SeriesMember): Finding[] {
  const doubles = members.filter(
    (member) =>
      member.reportId !== self.reportId &&
      member.year === self.year &&
      isInForce(member) &&
      !isSameBody(member, self),
  );
  if (doubles.length === 0) return [];
  const names = [...new Set(doubles.map(({ agency }) => agency))].toSorted().join('、');
  return [
    makeFinding({
      rule: 'series.duplicate',
      scope: 'series',
      severity: 'question',
      message: {
        zh: `${self.year} 年度另有 ${doubles.length} 份报告，署名 ${names}，可能与本报告是同一机关的`,
        en: `there are ${doubles.length} more reports about ${self.year}, under the name ${names}, which may be of the same body`,
      },
    }),
  ];
}

/** Differences shown in the message; all of their variables are in the finding. */
const SHOWN = 5;

/**
 * What a version in force changed against the version before it; nothing when they print the same numbers, as pages
 * do that only carry another visitor counter.
 */
export function checkReissued(
  versions: number,
  earlier: Pick<ReportVersion, 'published'>,
  changes: readonly ChangedValue[],
): Finding[] {
  if (changes.length === 0) return [];
  const shown = changes
    .slice(0, SHOWN)
    .map(({ variable, before, after }) => `${variable} ${before ?? '—'} → ${after ?? '—'}`)
    .join('; ');
  const more = changes.length > SHOWN ? '; …' : '';
  const dated = earlier.published === null ? '' : ` (${earlier.published})`;
  return [
    makeFinding({
      rule: 'series.reissued',
      scope: 'report',
      severity: 'info',
      message: {
        zh: `报告有 ${versions} 个版本，现行版本与前一版${dated}相比有 ${changes.length} 个数不同：${shown}${more}`,
        en: `there are ${versions} versions; the one in force differs from the one before${dated} in ${changes.length} numbers: ${shown}${more}`,
      },
      variables: changes.map(({ variable }) => variable),
    }),
  ];
}
