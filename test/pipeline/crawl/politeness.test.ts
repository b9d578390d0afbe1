import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import * as faults from '../../sites/faults.ts';
import { noticeBoard, reportPath } from '../../sites/notice-board.ts';
import type { Fault, LogLine } from '../../sites/web.ts';
import { nightAfter, nightBed } from './night-bed.ts';

const DELAY_MS = 30;
/** Times are those of two ends of a connection, which see the same event a little apart. */
const SLACK_MS = 3;
const HOSTS = 6;
const START_MS = 300;

const gaps = (lines: readonly LogLine[]): number[] =>
  lines.slice(1).map((line, at) => line.start - (lines[at]?.end ?? Number.NaN));

test('one connection at a time, every pause kept and robots.txt obeyed: under retries, redirects and a restart', async () => {
  const boards = Array.from({ length: HOSTS }, (_, at) =>
    noticeBoard({ host: `www.h${at}.gov.cn`, id: `220382-h${at}`, years: [2021, 2022] }),
  );
  const [forbidding, broken, partly] = boards;
  const text = { type: 'text/plain' };
  forbidding!.pages.set('/robots.txt', { body: 'User-agent: *\nDisallow: /', ...text });
  partly!.pages.set('/robots.txt', { body: `User-agent: gongkai\nDisallow: ${reportPath(2021)}\n`, ...text });
  const moved: Fault = (_request, _answer, response) => {
    response.writeHead(302, { location: 'http://www.h4.gov.cn/zwgk/zfxxgknb/content_202201.html' }).end();
    return true;
  };
  const faultsOf = faults.faultsByAddress({
    [`www.h1.gov.cn/robots.txt`]: faults.instead({ status: 503, body: '' }),
    [`www.h3.gov.cn${reportPath(2021)}`]: faults.firstTimes(1, faults.reset),
    [`www.h4.gov.cn${reportPath(2021)}`]: faults.firstTimes(1, faults.truncated()),
    [`www.h5.gov.cn${reportPath(2022)}`]: moved,
  });
  const sources = boards.map(({ source }) => ({ ...source, hosts: ['www.h4.gov.cn'] }));
  const bed = await nightBed(
    boards.map(({ site }) => site),
    sources,
    faultsOf,
  );
  const politeness = { minDelayMs: DELAY_MS, minAddressDelayMs: 0, retries: 2 };
  const stop = new AbortController();
  const cut = await bed.run({
    politeness,
    signal: stop.signal,
    onSource: (_, done) => done === 3 && stop.abort(),
  });
  expect(cut.exitCode).toBe(11);
  // The least that a process takes to start.
  await sleep(START_MS);
  const report = await bed.run({ politeness });
  expect(report.resumed).toEqual([cut.run]);
  const causes = new Map(report.sources.map(({ source, cause, failedBy }) => [source, cause ?? failedBy]));
  expect([0, 1, 2].map((at) => causes.get(`220382-h${at}`))).toEqual(['robots', 'robots', { robots: 1 }]);

  await sleep(START_MS);
  await bed.run({ politeness, at: nightAfter(1) });
  const log = bed.requests();
  expect(bed.web.mostOpen()).toBe(1);
  const pathsOf = (at: number) =>
    new Set(log.filter(({ host }) => host === boards[at]?.site.host).map(({ path }) => path));
  expect([...pathsOf(0)]).toEqual(['/robots.txt']);
  expect([...pathsOf(1)]).toEqual(['/robots.txt']);
  expect(pathsOf(2).has(reportPath(2022))).toBe(true);
  expect(pathsOf(2).has(reportPath(2021))).toBe(false);
  expect(broken).toBeDefined();
  for (const { site } of boards) {
    const lines = log.filter(({ host }) => host === site.host);
    expect(lines[0]?.path).toBe('/robots.txt');
    expect(Math.min(...gaps(lines))).toBeGreaterThanOrEqual(DELAY_MS - SLACK_MS);
  }
  // All hosts are at one address: no two answers overlap anywhere.
  const inOrder = log.toSorted((one, other) => one.start - other.start);
  expect(Math.min(...gaps(inOrder))).toBeGreaterThanOrEqual(-SLACK_MS);
});
