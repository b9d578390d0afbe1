import { SEVERITIES } from '../../src/model/status.ts';
import { RULE_IDS } from '../../src/rules/index.ts';
import { bodiesIn, FIRST_YEAR, LAST_YEAR } from './made-bodies.ts';
import { NIGHTS } from './made-runs.ts';
import { pick } from './random.ts';

/** A route of the review app, and addresses of it as people come to ask for them. */
export interface Question {
  readonly route: string;
  readonly ask: (random: () => number) => string;
}

const bodies = bodiesIn(LAST_YEAR);
const STATUSES = ['open', 'changed', 'publisher_error', 'unsure', 'all'];
const VARIABLES = [
  'applications.received_new.total',
  'applications.granted.natural_person',
  'challenges.reconsideration.total',
  'disclosure.regulations.in_force',
];

/** A filter of some parts, each of which is there half of the time; some leave nothing at all. */
function filter(random: () => number, parts: Readonly<Record<string, () => string | number>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (random() < 0.5) search.append(name, String(value()));
  return search.toString();
}

function place(random: () => number): string {
  const { division } = pick(random, bodies);
  return pick(random, [division.slice(0, 2), division.slice(0, 2), division.slice(0, 4), division]);
}
const year = (random: () => number): number =>
  FIRST_YEAR + Math.floor(random() * (LAST_YEAR - FIRST_YEAR + 1));

const findings = (random: () => number): string =>
  filter(random, {
    rule: () => pick(random, RULE_IDS),
    severity: () => pick(random, SEVERITIES),
    status: () => pick(random, STATUSES),
    year: () => year(random),
    form: () => pick(random, ['2014', '2019', '2021']),
    place: () => place(random),
    page: () => 1 + Math.floor(random() * 40),
  });

const reports = (random: () => number): string =>
  filter(random, {
    place: () => place(random),
    year: () => year(random),
    form: () => pick(random, ['2014', '2019', '2021']),
    level: () => pick(random, ['province', 'prefecture', 'county']),
    checks: () => pick(random, ['failed', 'held', 'open']),
    sort: () => pick(random, ['year', 'place', 'failed', 'published']),
    page: () => 1 + Math.floor(random() * 40),
  });

/** Every list, facet and page that has to be quick, by what it is asked with. */
export const questions = (reportCount: number, findingCount: number): readonly Question[] => [
  { route: '/', ask: () => '/' },
  { route: '/findings', ask: () => '/findings' },
  { route: '/findings?…', ask: (random) => `/findings?${findings(random)}` },
  { route: '/findings/:id', ask: (random) => `/findings/${1 + Math.floor(random() * findingCount)}` },
  { route: '/reports', ask: () => '/reports' },
  { route: '/reports?…', ask: (random) => `/reports?${reports(random)}` },
  {
    route: '/reports?agency=…',
    ask: (random) =>
      `/reports?agency=${encodeURIComponent(pick(random, ['教育', '双辽', '政府办公室', '海淀区', '无此机关']))}`,
  },
  { route: '/reports/:id', ask: (random) => `/reports/${1 + Math.floor(random() * reportCount)}` },
  { route: '/coverage', ask: () => '/coverage' },
  {
    route: '/coverage?place=…',
    ask: (random) => `/coverage?place=${pick(random, bodies).division.slice(0, random() < 0.5 ? 2 : 4)}`,
  },
  { route: '/divisions/:code', ask: (random) => `/divisions/${pick(random, bodies).division}` },
  {
    route: '/divisions/:code/:agency',
    ask: (random) => `/divisions/${pick(random, bodies).division}/${encodeURIComponent('政府')}`,
  },
  {
    route: '/places?q=…',
    ask: (random) =>
      `/places?q=${encodeURIComponent(pick(random, ['sl', 'chong', '双辽', '2203', 'haidian', '新区']))}`,
  },
  { route: '/variables', ask: () => '/variables' },
  { route: '/variables/:name', ask: (random) => `/variables/${pick(random, VARIABLES)}` },
  {
    route: '/variables/:name?…',
    ask: (random) =>
      `/variables/${pick(random, VARIABLES)}?place=${place(random).slice(0, 2)}&year=${year(random)}`,
  },
  { route: '/rules', ask: () => '/rules' },
  { route: '/rules/:id', ask: (random) => `/rules/${pick(random, RULE_IDS)}` },
  { route: '/runs', ask: () => '/runs' },
  { route: '/runs?page=…', ask: (random) => `/runs?page=${1 + Math.floor(random() * 20)}` },
  { route: '/runs/:id', ask: (random) => `/runs/${1 + Math.floor(random() * NIGHTS)}` },
];
