import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../../src/web/app.tsx';
import { query } from '../../store/temp-store.ts';
import { openTools } from '../open-tools.ts';
import { loadExplorable } from './make-explorable.ts';

const { tools, close } = openTools();
const app = buildApp(tools);
const ask = async (path: string): Promise<string> =>
  (await app.request(`http://localhost${path}`, { headers: { 'accept-language': 'en' } })).text();
const reportOf = (year: number): number =>
  query<{ id: number }>(tools.writer, "SELECT id FROM report WHERE division = '220382' AND year = ?", year)[0]
    ?.id ?? 0;

/** The pages of a report, each with the rounds in which it was answered with 404. */
function publish(year: number, ...rounds: readonly number[]): void {
  const { sqlite } = tools.writer;
  const page = sqlite.prepare(
    `INSERT INTO page (source, role, url, checked_at, outcome, gone_rounds, first_round, seen_round)
      VALUES ('a', 'report', ?, ?, ?, ?, 1, 1)`,
  );
  for (const [at, gone] of rounds.entries()) {
    const url = `http://a.example/${year}/${at}`;
    const { lastInsertRowid } = page.run(
      url,
      `2026-03-0${at + 1}T20:00:00Z`,
      gone > 0 ? 'vanished' : 'new',
      gone,
    );
    sqlite
      .prepare(
        "INSERT INTO parsed (page, unit, parser_version, outcome, report) VALUES (?, ?, '1', 'loaded', ?)",
      )
      .run(lastInsertRowid, url, reportOf(year));
  }
}

beforeAll(() => {
  loadExplorable(tools.writer);
  publish(2021, 2, 2);
  publish(2022, 2, 0);
  publish(2023, 1);
});
afterAll(close);

test('a report that its site has no more says so, with the last day on which it was there', async () => {
  expect(await ask(`/reports/${reportOf(2021)}`)).toContain(
    'Its site has it no more; it was last there on 2026-03-02',
  );
  expect(JSON.parse(await ask(`/reports/${reportOf(2021)}.json`)).report).toMatchObject({
    ...{ withdrawn: true, last_seen: '2026-03-02' },
  });
});

test.each([
  ['that another page still gives', 2022],
  ['that was gone for one round', 2023],
  ['that was never crawled', 2024],
])('a report %s is not said to be withdrawn', async (_, year) => {
  expect(await ask(`/reports/${reportOf(year)}`)).not.toContain('Its site has it no more');
  expect(JSON.parse(await ask(`/reports/${reportOf(year)}.json`)).report).toMatchObject({
    ...{ withdrawn: false, last_seen: null },
  });
});

test('the page of a place marks its reports that are withdrawn', async () => {
  const page = await ask('/divisions/220382');
  expect(page.match(/Its site has it no more/g)).toHaveLength(2);
  expect(page).toContain('† the site has the report no more');
  const rows = (await ask('/divisions/220382.csv')).trim().split('\n');
  expect(rows.filter((row) => row.endsWith(',1,2026-03-02'))).toHaveLength(1);
  expect(rows.filter((row) => row.endsWith(',0,'))).toHaveLength(5);
  expect(await ask('/divisions/220300')).not.toContain('†');
});
