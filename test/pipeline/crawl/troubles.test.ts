import { expect, test } from 'vitest';
import type { FetchCause } from '../../../src/model/exchange.ts';
import { CHALLENGE_PAGE } from '../../sites/challenged-first.ts';
import * as faults from '../../sites/faults.ts';
import { LIST_PATH, type NoticeBoard, noticeBoard, reportPath } from '../../sites/notice-board.ts';
import type { Fault } from '../../sites/web.ts';
import { contentOf, expectBalance, inThisThread, nightAfter, nightBed, storedReports } from './night-bed.ts';

const GIB = 1024 ** 3;
const DIVISIONS = ['220382', '220303', '220322', '220323', '220402', '220421', '220422', '220502'];
const boardAt = (at: number, years: readonly number[] = [2022]): NoticeBoard =>
  noticeBoard({
    host: `www.h${at}.gov.cn`,
    years,
    id: `${DIVISIONS[at % DIVISIONS.length]}-h${at}`,
    place: `双辽市`,
  });

/** Of every page of a host, robots.txt aside. */
const onPages =
  (host: string, fault: Fault): Fault =>
  (request, ...rest) =>
    request.host === host && request.path !== '/robots.txt' && fault(request, ...rest);

const FAULTS: Readonly<Record<string, readonly [Fault, FetchCause]>> = {
  silence: [faults.silence, 'timeout'],
  reset: [faults.reset, 'reset'],
  'reset in the body': [faults.resetInBody, 'reset'],
  drip: [faults.drip(200), 'timeout'],
  'a body cut short': [faults.truncated(), 'truncated'],
  'chunks without an end': [faults.chunkedEarlyEnd(), 'truncated'],
  'no HTTP': [faults.noHttp, 'protocol'],
  bomb: [faults.bomb('gzip', 80 * 1024 * 1024), 'too_large'],
  'not the encoding it says': [
    faults.instead({ headers: { 'content-encoding': 'gzip' }, body: 'x' }),
    'bad_encoding',
  ],
  'status 404': [faults.instead({ status: 404, body: 'x' }), 'gone'],
  'status 403': [faults.instead({ status: 403, body: 'x' }), 'forbidden'],
  'status 429': [faults.instead({ status: 429, headers: { 'retry-after': '0' }, body: '' }), 'throttled'],
  'status 500': [faults.instead({ status: 500, body: 'x' }), 'server_error'],
  'a challenge as 200': [faults.instead({ body: CHALLENGE_PAGE }), 'challenge'],
  'round in a circle': [
    faults.instead({ status: 302, headers: { location: LIST_PATH }, body: '' }),
    'redirect_loop',
  ],
};

test('each fault of a host has its cause in the report, and the other hosts are done', {
  timeout: 120_000,
}, async () => {
  const names = Object.keys(FAULTS);
  const broken = names.map((_, at) => boardAt(at));
  const sound = [boardAt(90, [2021]), boardAt(91, [2022])];
  const boards = [...broken, ...sound];
  const all = names.map((name, at) => onPages(`www.h${at}.gov.cn`, FAULTS[name]![0]));
  const bed = await nightBed(
    boards.map(({ site }) => site),
    boards.map(({ source }) => source),
    (...request) => all.some((fault) => fault(...request)),
  );
  const report = await bed.run({
    concurrency: 32,
    limits: { idleMs: 400, totalMs: 800 },
    politeness: { retries: 0 },
  });
  const causeOf = (board: NoticeBoard) =>
    report.sources.find(({ source }) => source === board.source.id)?.cause;
  expect(names.map((name, at) => [name, causeOf(broken[at]!)])).toEqual(
    names.map((name) => [name, FAULTS[name]![1]]),
  );
  expect(report.sources.filter(({ outcome }) => outcome === 'done').map(({ source }) => source)).toEqual(
    sound.map(({ source }) => source.id),
  );
  expect(report).toMatchObject({ exitCode: 6, totals: { new: 2, vanished: 0 } });
  expectBalance(report);
  const failed = report.alarms.filter(({ kind }) => kind === 'source_failed');
  expect(failed.map(({ about }) => about).toSorted()).toEqual(
    broken.map(({ source }) => source.id).toSorted(),
  );
});

test('with most hosts out of reach the run says that the network is down, and nothing is missing', async () => {
  let down = false;
  const boards = Array.from({ length: 10 }, (_, at) => boardAt(at, [2023]));
  const bed = await nightBed(
    boards.map(({ site }) => site),
    boards.map(({ source }) => source),
    (...request) => down && faults.reset(...request),
  );
  expect((await bed.run()).exitCode).toBe(0);
  const content = contentOf(bed);
  down = true;
  const report = await bed.run({ at: nightAfter(1), politeness: { retries: 0 } });
  expect(report).toMatchObject({ exitCode: 8, totals: { vanished: 0, changed: 0 }, vanishedReports: [] });
  expect(report.alarms.map(({ kind }) => kind)).toEqual(['network_down']);
  expectBalance(report);
  expect(contentOf(bed)).toEqual(content);
  down = false;
  const next = await bed.run({ at: nightAfter(2) });
  expect(next).toMatchObject({ exitCode: 0, totals: { same: 10, new: 0, vanished: 0 } });
  expect(next.alarms).toMatchObject([{ kind: 'network_down', state: 'over' }]);
});

test('with a canary that answers, a platform that many sites share is down, and the rest of the night is done', async () => {
  const boards = Array.from({ length: 12 }, (_, at) => boardAt(at, [2023]));
  const bed = await nightBed(
    boards.map(({ site }) => site),
    boards.map(({ source }) => source),
    (request, ...rest) => /h[0-8]\.gov/.test(request.host) && faults.reset(request, ...rest),
  );
  const options = { politeness: { retries: 0 }, concurrency: 1 };
  const report = await bed.run({ ...options, askCanaries: async () => true });
  expect(report).toMatchObject({ exitCode: 6, totals: { new: 3 } });
  expect(report.alarms.filter(({ kind }) => kind === 'source_failed')).toHaveLength(9);
});

test('a report whose attachment fails is not read without it', async () => {
  const link = '<p><a href="/uploadfile/nb.docx">附件：双辽市2022年政府信息公开工作年度报告.docx</a></p>';
  const board = noticeBoard({ host: 'www.board.gov.cn', years: [2021] });
  board.publish(2022, 1, link);
  const file = boardAt(0);
  board.pages.set('/uploadfile/nb.docx', file.pages.get(reportPath(2022))!);
  let broken = false;
  const bed = await nightBed([board.site], [board.source], (request, ...rest) =>
    broken && request.path === '/uploadfile/nb.docx'
      ? faults.instead({ status: 500, body: '' })(request, ...rest)
      : false,
  );
  await bed.run();
  const content = contentOf(bed);
  broken = true;
  const night = await bed.run({ at: nightAfter(1) });
  expect(night.sources[0]).toMatchObject({ parsed: 0, counts: { same: 2, changed: 0 } });
  expect(contentOf(bed)).toEqual(content);
});

test('a page that says "see the attachment" is no lack of a report when the attachment cannot be had', async () => {
  const board = noticeBoard({ host: 'www.board.gov.cn', years: [2021, 2022] });
  const page = board.pages.get(reportPath(2022))!;
  const body = String(page.body).replace(
    /<div class="view-content">[\s\S]*<\/div><\/div>/,
    '<div class="view-content"><p>报告全文见附件。</p><p><a href="/uploadfile/nb.html">附件：2022年政府信息公开工作年度报告</a></p><iframe src="/frames/nb.html"></iframe></div></div>',
  );
  board.pages.set(reportPath(2022), { body });
  board.pages.set('/frames/nb.html', page);
  let broken = true;
  const bed = await nightBed([board.site], [board.source], (request, ...rest) =>
    broken && request.path.startsWith('/frames/')
      ? faults.instead({ status: 500, body: '' })(request, ...rest)
      : false,
  );
  const first = await bed.run();
  expect(first.sources[0]).toMatchObject({
    counts: { new: 1, failed: 1, skipped: 0 },
    failedBy: { server_error: 1 },
  });
  broken = false;
  expect((await bed.run({ at: nightAfter(1) })).totals).toMatchObject({ failed: 0, skipped: 0 });
  expect(storedReports(bed).map(({ year }) => year)).toEqual([2021, 2022]);
});

test('a parser that breaks at a page costs that page, and the next night tries again', async () => {
  const board = boardAt(0, [2021, 2022]);
  const bed = await nightBed([board.site], [board.source]);
  let broken = true;
  const parser = {
    ...inThisThread,
    extractReport: async (documents: Parameters<typeof inThisThread.extractReport>[0]) => {
      if (broken && documents[0]?.origin.url?.includes('2022')) throw new Error('broken');
      return inThisThread.extractReport(documents);
    },
  };
  expect((await bed.run({ parser })).sources[0]).toMatchObject({
    parsed: 2,
    doubtful: 1,
    loaded: { failed: 1, inserted: 1 },
  });
  broken = false;
  expect((await bed.run({ parser })).sources[0]).toMatchObject({
    parsed: 1,
    loaded: { failed: 0, inserted: 1 },
  });
});

test('a run that reaches its time is resumable, and goes on with what is left', async () => {
  const boards = Array.from({ length: 6 }, (_, at) => boardAt(at));
  const bed = await nightBed(
    boards.map(({ site }) => site),
    boards.map(({ source }) => source),
  );
  const budget = new AbortController();
  const first = await bed.run({
    concurrency: 1,
    budget: budget.signal,
    onSource: (_, done) => done === 2 && budget.abort(),
  });
  expect(first.exitCode).toBe(10);
  expect(first.sources.map(({ outcome }) => outcome)).toEqual(['done', 'done', ...Array(4).fill('pending')]);
  expectBalance(first);
  const before = bed.requests().map(({ host }) => host);
  const second = await bed.run({ concurrency: 1 });
  expect(second).toMatchObject({ exitCode: 0, round: first.round, resumed: [first.run], totals: { new: 6 } });
  // What was found before the cut is in the report of the night.
  expect(second.newReports).toHaveLength(6);
  const hosts = new Set(bed.requests().map(({ host }) => host));
  expect([...hosts].filter((host) => before.includes(host) && !host.includes('h2'))).toEqual([]);
});

test('a disk that fills up pauses the run before a write fails, and the next goes on when there is room', async () => {
  const boards = Array.from({ length: 6 }, (_, at) => boardAt(at, [2023]));
  const bed = await nightBed(
    boards.map(({ site }) => site),
    boards.map(({ source }) => source),
  );
  let freeBytes = 6 * GIB;
  const settings = {
    concurrency: 1,
    room: () => ({ freeBytes, leastBytes: 5 * GIB }),
    onSource: (_: unknown, done: number) => {
      if (done === 2) freeBytes = 5 * GIB - 1;
    },
  };
  const first = await bed.run(settings);
  expect(first).toMatchObject({ exitCode: 3, totals: { failed: 0, vanished: 0 } });
  expect(first.sources.map(({ outcome }) => outcome)).toEqual(['done', 'done', ...Array(4).fill('pending')]);
  expect(first.alarms).toMatchObject([{ kind: 'disk_low', state: 'first' }]);
  expectBalance(first);
  bed.requests();
  const still = await bed.run({ ...settings, at: nightAfter(1) });
  expect(still).toMatchObject({ exitCode: 3, round: first.round, alarms: [{ state: 'still', nights: 2 }] });
  expect(bed.requests()).toEqual([]);
  const last = await bed.run({ at: nightAfter(2) });
  expect(last).toMatchObject({
    ...{ exitCode: 0, round: first.round, resumed: [1, 2], totals: { new: 6 } },
    alarms: [{ kind: 'disk_low', state: 'over' }],
  });
});

test('in the middle of a source too, the pause leaves the rest of it for later', async () => {
  const board = boardAt(0, [2020, 2021, 2022]);
  const bed = await nightBed([board.site], [board.source]);
  let fetches = 0;
  const paused = await bed.run({ room: () => ({ freeBytes: ++fetches < 4 ? GIB : 0, leastBytes: GIB }) });
  expect(paused).toMatchObject({ exitCode: 3, sources: [{ outcome: 'pending', cause: 'aborted' }] });
  expect(paused.totals.pending).toBeGreaterThan(0);
  expectBalance(paused);
  expect(await bed.run()).toMatchObject({ exitCode: 0, totals: { new: 3, pending: 0 } });
});

test('asked to stop when all is done, there is nothing to go on with', async () => {
  const board = boardAt(0);
  const bed = await nightBed([board.site], [board.source]);
  const stop = new AbortController();
  const first = await bed.run({ signal: stop.signal, onSource: () => stop.abort() });
  expect(first.exitCode).toBe(0);
  const second = await bed.run({ at: nightAfter(1) });
  expect(second).toMatchObject({ round: 2, resumed: [], totals: { same: 1 } });
});

test('a stopped run does not wait for a parser', async () => {
  const board = boardAt(0);
  const bed = await nightBed([board.site], [board.source]);
  const stop = new AbortController();
  const parser = { ...inThisThread, extractReport: () => new Promise<never>(() => stop.abort()) };
  const stopped = await bed.run({ signal: stop.signal, parser });
  expect(stopped).toMatchObject({ exitCode: 11, totals: { pending: 1, new: 0 } });
  expectBalance(stopped);
  expect(await bed.run()).toMatchObject({ exitCode: 0, resumed: [1], totals: { new: 1 } });
});

test('a report that two sources lead to is dealt with once a night, and vanishes for none', async () => {
  const board = noticeBoard({ host: 'www.board.gov.cn' });
  const other = { ...board.source, id: '220300', division: '220300' };
  const bed = await nightBed([board.site], [board.source, other]);
  const shares: unknown[] = [];
  for (const [at, sources] of [
    [0, [board.source, other]],
    [1, [other, board.source]],
    [2, [board.source, other]],
  ] as const) {
    const night = await bed.run({ at: nightAfter(at), sources });
    expect(night).toMatchObject({
      exitCode: 0,
      totals: { discovered: 4, skipped: 2, vanished: 0, changed: 0 },
    });
    expect(bed.requests().filter(({ path }) => path === reportPath(2022))).toHaveLength(1);
    shares.push(Object.fromEntries(night.sources.map(({ source, skippedBy }) => [source, skippedBy])));
  }
  expect(shares).toEqual([shares[0], shares[0], shares[0]]);
  // The first one leaves the registry: the other has them all from then on.
  const last = await bed.run({ at: nightAfter(3), sources: [other] });
  expect(last.sources[0]).toMatchObject({
    loaded: { inserted: 0 },
    counts: { skipped: 0, failed: 0, vanished: 0 },
  });
});

test('a run of one year says nothing about the others', async () => {
  const board = noticeBoard({ host: 'www.board.gov.cn', years: [2020, 2021, 2022] });
  const source = { ...board.source, assertions: { min: 3, max: 3 } };
  const bed = await nightBed([board.site], [source]);
  await bed.run();
  const one = await bed.run({ at: nightAfter(1), year: 2021, partial: true });
  expect(one.sources[0]).toMatchObject({ outcome: 'done', counts: { discovered: 1, same: 1, vanished: 0 } });
  expect((await bed.run({ at: nightAfter(2) })).totals).toMatchObject({ same: 3, vanished: 0 });
});
