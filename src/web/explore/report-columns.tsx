import type { Child } from 'hono/jsx';
import type { Message } from '../../model/finding.ts';
import { type Language, SEVERITIES } from '../../model/status.ts';
import type { ReportLine, ReportSort } from '../../store/explore/list-report-lines.ts';
import { SEVERITY_MARKS } from '../parts/badge.tsx';
import { EXPLORE, LEVEL_NAMES } from '../texts/explore.ts';
import { SEVERITY_NAMES } from '../texts/review.ts';

type Value = string | number | null;

/** A column of the list of reports: what it shows, and what it is as data. */
export interface ReportColumn {
  readonly name: Message;
  readonly value: (row: ReportLine) => Value;
  readonly show?: (row: ReportLine, lang: Language) => Child;
  readonly figure?: true;
  readonly sort?: ReportSort;
}

const findingCount = ({ findings }: ReportLine): number =>
  SEVERITIES.reduce((sum, severity) => sum + findings[severity], 0);

export const REPORT_COLUMN_IDS = [
  'year',
  'place',
  'agency',
  'title',
  'level',
  'form',
  'published',
  'passed',
  'failed',
  'open',
  'findings',
  'versions',
  'division',
] as const;
export type ReportColumnId = (typeof REPORT_COLUMN_IDS)[number];
export const USUAL_COLUMNS: readonly ReportColumnId[] = [
  'year',
  'place',
  'agency',
  'form',
  'published',
  'failed',
  'open',
  'findings',
];

export const REPORT_COLUMNS: Readonly<Record<ReportColumnId, ReportColumn>> = {
  year: { name: EXPLORE.year, value: ({ year }) => year, sort: 'year' },
  place: {
    name: EXPLORE.place,
    value: ({ place }) => place,
    sort: 'place',
    show: ({ place, division }) =>
      division === null ? (place ?? '—') : <a href={`/divisions/${division}`}>{place ?? division}</a>,
  },
  agency: {
    name: EXPLORE.agency,
    value: ({ agency }) => agency,
    show: ({ id, agency, title, current }, lang) => (
      <>
        <a href={`/reports/${id}`}>{agency ?? title ?? `#${id}`}</a>
        {!current && <small class="quiet"> {EXPLORE.replaced[lang]}</small>}
      </>
    ),
  },
  title: {
    name: EXPLORE.title,
    value: ({ title }) => title,
    show: ({ id, title }) => <a href={`/reports/${id}`}>{title ?? `#${id}`}</a>,
  },
  level: {
    name: EXPLORE.level,
    value: ({ level }) => level,
    show: ({ level }, lang) => LEVEL_NAMES[(level ?? '') as keyof typeof LEVEL_NAMES][lang],
  },
  form: { name: EXPLORE.form, value: ({ form }) => form },
  published: { name: EXPLORE.published, value: ({ published }) => published, sort: 'published' },
  passed: { name: EXPLORE.passed, value: ({ passed }) => passed, figure: true },
  failed: {
    name: EXPLORE.failed,
    value: ({ failed }) => failed,
    figure: true,
    sort: 'failed',
    show: ({ failed }) => (failed === 0 ? '0' : <b class="bad">{failed}</b>),
  },
  open: { name: EXPLORE.open, value: ({ notEvaluable }) => notEvaluable, figure: true },
  findings: {
    name: EXPLORE.findings,
    value: findingCount,
    show: ({ id, findings }, lang) => (
      <a class="tally" href={`/findings?report=${id}&status=all`}>
        {SEVERITIES.filter((severity) => findings[severity] > 0).map((severity) => (
          <span class={`mark severity-${severity}`} title={SEVERITY_NAMES[severity][lang]}>
            <span aria-hidden="true">{SEVERITY_MARKS[severity]}</span>
            <span class="unseen">{SEVERITY_NAMES[severity][lang]}</span> {findings[severity]}
          </span>
        ))}
        {SEVERITIES.every((severity) => findings[severity] === 0) && '0'}
      </a>
    ),
  },
  versions: {
    name: EXPLORE.versions,
    value: ({ current }) => (current ? 'current' : 'replaced'),
    show: ({ current }, lang) => (current ? EXPLORE.current : EXPLORE.replaced)[lang],
  },
  division: { name: EXPLORE.division, value: ({ division }) => division },
};
