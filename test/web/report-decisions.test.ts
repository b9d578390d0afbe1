import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { correct } from '../../src/store/review/correct.ts';
import { type Decide, decide } from '../../src/store/review/decide.ts';
import { getFinding, lookUpCell } from '../../src/store/review/get-finding.ts';
import { buildApp } from '../../src/web/app.tsx';
import { importFiles } from './evidence/import-files.ts';
import { logInAs } from './log-in-as.ts';
import { openTools } from './open-tools.ts';

const NAME = 'html-anomaly-several-29.html';
const AT = '2026-03-01T04:00:00Z';
/** The name under which `logInAs` makes it. */
const LEAD = 'the-lead';

const { tools, close } = openTools();
const app = buildApp(tools);
let report = 0;
let ids: readonly number[] = [];
let headers: Readonly<Record<string, string>> = {};

interface Shown {
  readonly findings: readonly {
    readonly id: number;
    readonly review: object;
    readonly variables: string[];
  }[];
}

beforeAll(async () => {
  const bytes = readFileSync(join(import.meta.dirname, '../fixtures/generated', NAME));
  report = (await importFiles(tools, { [NAME]: bytes }))[NAME] ?? 0;
  const { findings } = (await (await app.request(`http://localhost/reports/${report}.json`)).json()) as Shown;
  ids = findings.filter(({ variables }) => variables.length > 0).map(({ id }) => id);
  headers = { ...logInAs('lead', tools), 'accept-language': 'en' };
});
afterAll(close);

function say(finding: number, verdict: Decide['verdict'], more: Partial<Decide> = {}): void {
  const seen = getFinding(tools.writer, finding, LEAD)?.seen ?? { version: 0, signature: '' };
  const request = `request ${finding} ${verdict}`;
  decide(tools.writer, {
    ...{ findingId: finding, author: LEAD, at: AT, verdict, seen, request, doubleShare: 0 },
    ...more,
  });
}

const open = async () =>
  load(await (await app.request(`http://localhost/reports/${report}`, { headers })).text());

test('each finding of a report says where it stands, in which role who decided it, when, why and with what note', async () => {
  const [decided = 0, twice = 0, none] = ids;
  say(decided, 'publisher_error', { reason: 'misprint', note: '少一件' });
  say(twice, 'not_an_error', { doubleShare: 1, reason: 'explained' });
  const page = await open();
  const outcome = (finding: number | undefined): string =>
    page(`#finding-${finding} .outcome`).first().text().replace(/\s+/g, ' ');
  expect(outcome(decided)).toMatch(/publisher's error ?a number is misprinted ?Lead, 2026-03-01 ?少一件$/i);
  expect(outcome(twice)).not.toMatch(/explain|not an error/);
  expect(outcome(none)).toMatch(/open/i);
});

test('a number that was corrected stands beside what is printed in each finding about it', async () => {
  const [finding = 0] = ids;
  const variable = getFinding(tools.writer, finding, LEAD)?.variables[0] ?? '';
  const cell = lookUpCell(tools.writer, report, variable)?.cell;
  const corrected = correct(tools.writer, {
    ...{ reportId: report, reason: '正文为 4242', author: LEAD, at: AT, request: 'request of a correction' },
    changes: [{ variable, value: 4242, seen: { printed: cell?.raw ?? null, version: 0 } }],
  });
  expect(corrected).toMatchObject({ outcome: 'saved' });
  const lines = (await open())(`#finding-${finding} .corrected-lines`);
  expect(lines.find('.printed').first().text()).toBe(cell?.raw);
  expect(lines.find('.corrected').first().text()).toBe('4242');
  expect(lines.text()).toContain('正文为 4242');
});
