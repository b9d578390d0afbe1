import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { EXIT_CODES } from '../src/cli/exit-codes.ts';
import { LOGS_KEPT } from '../src/cli/run-log-file.ts';
import { ALARM_KINDS, SKIP_REASONS, SOURCE_CAUSES, SOURCE_OUTCOMES } from '../src/model/run-report.ts';
import { END_CAUSES, LOG_CAUSES, LOG_EVENTS, LogLine } from '../src/pipeline/crawl/run-log.ts';
import { renderMetrics } from '../src/runs/render-metrics.ts';
import { serviceOf } from '../src/runs/services.ts';
import { makeRunReport } from './runs/made-report.ts';

const page = readFileSync(resolve(import.meta.dirname, '../docs/operations.md'), 'utf8');

/** Cells of the rows of a section's table, by the names in their first cell. */
function rowsOf(heading: string): Map<string, readonly string[]> {
  const section = page.split(/^#{2,3} /m).find((part) => part.startsWith(heading)) ?? '';
  const rows = [...section.matchAll(/^\| (`.*) \|$/gm)].map(([, row = '']) => row.split(' | '));
  return new Map(
    rows.flatMap(([first = '', ...rest]) =>
      [...first.matchAll(/`([^`]+)`/g)].map(([, name = '']): [string, readonly string[]] => [name, rest]),
    ),
  );
}

test.each([
  ['Alarms', ALARM_KINDS],
  ['Why an address failed', SOURCE_CAUSES],
  ['Why an address was skipped', SKIP_REASONS],
  ['What ends a run early', END_CAUSES],
] as const)(
  '%s: each has a row that says what it means and what to do, and no other has',
  (heading, names) => {
    const rows = rowsOf(heading);
    expect([...rows.keys()].toSorted()).toEqual([...names].toSorted());
    for (const [name, [meaning = '', remedy = '']] of rows) {
      expect(meaning.length, name).toBeGreaterThan(3);
      expect(remedy.length, name).toBeGreaterThan(3);
    }
  },
);

test('every cause, event and field of the log is explained', () => {
  const explained = [
    ...['Alarms', 'Why an address failed', 'Why an address was skipped', 'What ends a run early'].flatMap(
      (heading) => [...rowsOf(heading).keys()],
    ),
  ];
  const section = page.split(/^## /m).find((part) => part.startsWith('The log')) ?? '';
  const named = [...section.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  expect(LOG_CAUSES.filter((cause) => !explained.includes(cause) && !named.includes(cause))).toEqual([]);
  expect(LOG_EVENTS.filter((event) => !named.includes(event))).toEqual([]);
  expect(Object.keys(LogLine.shape).filter((field) => !named.includes(field))).toEqual([]);
  expect(page).toContain(`those of the last ${LOGS_KEPT} runs are kept`);
});

test('every outcome of a source is explained', () => {
  for (const outcome of SOURCE_OUTCOMES) expect(page).toContain(`| \`${outcome}\` |`);
});

test('every metric is named, and no other', () => {
  const written = new Set(renderMetrics(makeRunReport(), '2026-01-31T00:00:00Z').match(/^gongkai_[a-z_]+/gm));
  const named = new Set(page.match(/`gongkai_[a-z_]+/g)?.map((name) => name.slice(1)));
  expect([...named].toSorted()).toEqual([...written].toSorted());
});

test('the services that are named are the ones that are known', () => {
  const hosts = ['slack.com', 'feishu.cn', 'larksuite.com', 'qyapi.weixin.qq.com', 'dingtalk.com'];
  for (const host of hosts) {
    expect(page).toContain(`\`${host}\``);
    expect(serviceOf(`https://${host}/`)).toBeDefined();
  }
});

test('exit codes that are named exist', () => {
  const codes = [...page.matchAll(/(?:ends? (?:the run |at once )?with|Exit codes) (\d+)/g)].map(([, code]) =>
    Number(code),
  );
  expect(codes.length).toBeGreaterThan(4);
  expect(codes.filter((code) => !Object.values(EXIT_CODES).some((known) => known === code))).toEqual([]);
});
