import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../../src/web/app.tsx';
import { REPORT_COLUMN_IDS } from '../../../src/web/explore/report-columns.tsx';
import { ReportQuery } from '../../../src/web/explore/report-query.ts';
import { addressOf } from '../../../src/web/explore/state.ts';
import { query } from '../../store/temp-store.ts';
import { openTools } from '../open-tools.ts';
import { loadExplorable, PROCESSED, RECEIVED } from './make-explorable.ts';

const SEED = 20_260_301;
const { tools, close, told } = openTools();
const app = buildApp(tools);
beforeAll(() => loadExplorable(tools.writer));
afterAll(close);

const ask = (path: string) => app.request(`http://localhost${path}`);
const text = async (path: string): Promise<string> => (await ask(path)).text();
const csv = async (path: string): Promise<string[][]> =>
  (await text(path))
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));

const PAGES = [
  ['/reports', ''],
  ['/reports', '?place=22&year=2021&sort=failed'],
  ['/coverage', ''],
  ['/coverage', '?place=22'],
  ['/divisions/220382', ''],
  [`/divisions/220382/${encodeURIComponent('政府')}`, ''],
  ['/places', '?q=sl'],
  ['/variables', ''],
  [`/variables/${RECEIVED}`, ''],
  ['/rules', ''],
  ['/rules/applications.balance', ''],
  ['/runs', ''],
] as const;

test.each(PAGES)(
  '%s%s is a page, JSON and CSV, and the CSV has as many rows as it says',
  async (path, search) => {
    const [page, json, rows] = await Promise.all([
      ask(path + search),
      ask(`${path}.json${search}`),
      ask(`${path}.csv${search}`),
    ]);
    expect([page.status, json.status, rows.status, told]).toEqual([200, 200, 200, []]);
    expect(await json.json()).toBeTypeOf('object');
    const lines = (await rows.text()).trimEnd().split('\n');
    expect(Number(rows.headers.get('x-total-rows'))).toBe(lines.length - 1);
  },
);

const queries = fc.record(
  {
    place: fc.constantFrom('22', '2203', '220382'),
    year: fc.subarray([2018, 2019, 2021, 2024], { minLength: 1 }),
    form: fc.subarray(['2014', '2019', '2021', 'none'] as const, { minLength: 1 }),
    level: fc.subarray(['county', 'prefecture', 'none'] as const, { minLength: 1 }),
    checks: fc.subarray(['failed', 'held', 'open'] as const, { minLength: 1 }),
    agency: fc.constantFrom('机关1', '政府', '=&?#', ' 双辽'),
    versions: fc.constant('all' as const),
    sort: fc.constantFrom('year', 'place', 'failed', 'published'),
    column: fc.subarray([...REPORT_COLUMN_IDS], { minLength: 1 }),
    page: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: [] },
);

/** As the app reads an address. */
function stateOf(address: string): ReportQuery {
  const { searchParams } = new URL(address, 'http://localhost');
  const read = [...new Set(searchParams.keys())].map((name) => {
    const values = searchParams.getAll(name);
    return [name, values.length === 1 ? values[0] : values];
  });
  return ReportQuery.parse(Object.fromEntries(read));
}

test('every state of the list of reports is in its address, and comes back from it', () =>
  fc.assert(
    fc.property(queries, (query) => {
      const state = ReportQuery.parse(query);
      expect(stateOf(addressOf('/reports', state))).toEqual(state);
    }),
    { seed: SEED, numRuns: 200 },
  ));

test('an address shows the rows that its JSON and CSV have, in the same order', () =>
  fc.assert(
    fc.asyncProperty(queries, async (query) => {
      const address = addressOf('/reports', { ...query, column: ['agency'], page: 1 });
      const { rows } = (await (await ask(address.replace('/reports', '/reports.json'))).json()) as {
        rows: { id: number }[];
      };
      const wanted = rows.map(({ id }) => String(id));
      const shown = [...(await text(address)).matchAll(/<td><a href="\/reports\/(\d+)"/g)].map(
        ([, id]) => id,
      );
      expect(shown).toEqual(wanted);
      const lines = await csv(address.replace('/reports', '/reports.csv'));
      expect(lines.slice(1).map(([id]) => id)).toEqual(wanted);
    }),
    { seed: SEED, numRuns: 12 },
  ));

test('without a page the CSV has every row, each once', async () => {
  const lines = (await csv('/reports.csv')).slice(1);
  expect(lines).toHaveLength(66);
  expect(new Set(lines.map(([id]) => id)).size).toBe(66);
});

const SERIES = `/divisions/220382/${encodeURIComponent('政府')}`;
const CHOSEN = `?variable=${RECEIVED}&variable=${PROCESSED}`;

test('a chart has exactly the points of its CSV: a number is a dot, anything else a mark of its kind, and never a zero', async () => {
  const [header, ...rows] = await csv(`${SERIES}.csv${CHOSEN}`);
  expect(header?.slice(0, 4)).toEqual(['year', 'variable', 'value', 'status']);
  expect(rows).toHaveLength(14);
  const page = await text(`${SERIES}${CHOSEN}&lang=en`);
  const svg = page.slice(page.indexOf('<svg aria-hidden="true" viewBox'), page.indexOf('</svg></div>'));
  const tips = [...svg.matchAll(/<title>(\d{4}) ([^<]*): ([^<:]*)<\/title>/g)].map(
    ([, year, , said]) => `${year} ${said}`,
  );
  const words: Record<string, string> = {
    blank: 'blank',
    dash: 'placeholder',
    unreadable: 'unreadable',
    ambiguous: 'uncertain cell',
    no_table: 'no table',
    other_form: 'form without it',
    no_report: 'no report',
  };
  const wanted = rows.map(
    ([year, , value, status]) => `${year} ${value === '' ? words[status ?? ''] : value}`,
  );
  expect(tips.toSorted()).toEqual(wanted.toSorted());
  expect(rows.filter(([year]) => year === '2020').map(([, , value, status]) => [value, status])).toEqual([
    ['', 'no_report'],
    ['', 'no_report'],
  ]);
});

test('a line is broken where there is no number', async () => {
  const page = await text(`${SERIES}?variable=${PROCESSED}`);
  const line = /<g[^>]*aria-label="line"[^>]*>.*?<path[^>]* d="([^"]*)"/s.exec(page)?.[1] ?? '';
  // 2019 and 2024 have a number and no neighbour with one: two points, and no line between them.
  expect(line.match(/M/g)).toHaveLength(2);
  expect(line).not.toMatch(/L\d+[^MZ]*,\d+[^MZ]*L/);
});

test('the same address draws the same chart', async () => {
  const draw = async () =>
    (await text(`/variables/${RECEIVED}?place=22&scale=log`)).match(/<svg.*?<\/svg>/gs)?.join();
  expect(await draw()).toBe(await draw());
});

test('the distribution of a variable counts what gives a number of all that could, and starts its axis where it says', async () => {
  const page = await text(`/variables/${RECEIVED}?lang=en`);
  expect(page).toContain('54 of 65 reports give a number');
  expect(page).toContain('the vertical axis starts at 0');
  const rows = await csv(`/variables/${RECEIVED}.csv`);
  const column = (name: string) => rows[0]?.indexOf(name) ?? -1;
  const of2020 = rows.find(([year]) => year === '2020');
  expect(of2020?.[column('n')]).toBe('10');
  expect(rows.find(([year]) => year === '2022')?.[column('dash')]).toBe('1');
});

test('coverage says of how many places there is a report, of how many there were', async () => {
  const rows = (await csv('/coverage.csv?place=22')).map((row) => row.join());
  expect(rows).toContain('2203,四平市,2021,2,6,7');
  expect(rows.filter((row) => row.startsWith('2201,'))[0]).toMatch(/^2201,长春市,2018,0,1\d,0$/);
});

test('no page of these says anything inline that Content-Security-Policy would refuse', async () => {
  for (const [path, search] of PAGES)
    expect(await text(path + search), path).not.toMatch(/<style|\sstyle=|<script(?! type="module" src)/);
});

test('beside a cell of a finding, the number of the year before leads to where it was printed', async () => {
  const idOf = (table: string, year: number) =>
    query<{ id: number }>(
      tools.writer,
      `SELECT ${table}.id FROM report LEFT JOIN finding ON finding.report = report.id
        WHERE report.division = '220382' AND report.year = ?`,
      year,
    )[0]?.id;
  expect(await text(`/findings/${idOf('finding', 2023)}`)).toContain(
    `href="/reports/${idOf('report', 2022)}?cell=${RECEIVED}"`,
  );
});

test('what is unknown is answered 404: a place, a body, a variable, a rule, a run', async () => {
  const paths = [
    '/divisions/999999',
    '/divisions/220382/nobody',
    '/variables/no.such',
    '/rules/no.rule',
    '/runs/9',
  ];
  expect(await Promise.all(paths.map(async (path) => (await ask(path)).status))).toEqual(
    paths.map(() => 404),
  );
});
