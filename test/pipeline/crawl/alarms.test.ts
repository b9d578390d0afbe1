import { expect, test } from 'vitest';
import { NO_COUNTS, type RunReport, type SourceResult } from '../../../src/model/run-report.ts';
import type { Source } from '../../../src/model/source-entry.ts';
import { type AlarmFacts, isNews, raiseAlarms } from '../../../src/pipeline/crawl/alarms.ts';

const GIB = 1024 ** 3;

const source = (id: string, level: Source['level'] = 'county'): Source => ({
  ...{ id, name: `源${id}`, division: id.slice(0, 6), level, family: 'trs' },
  ...{ lists: ['http://a.gov.cn/'], patterns: [], pages: [], hosts: [], years: { from: 2008 } },
  ...{ assertions: { min: 1, max: 9 }, scripts: false, checked: null },
});

const result = (id: string, change: Partial<SourceResult> = {}): SourceResult => ({
  ...{ source: id, name: `源${id}`, division: id.slice(0, 6), family: 'trs', outcome: 'done', cause: null },
  ...{ detail: null, counts: NO_COUNTS, skippedBy: {}, failedBy: {}, requests: 1, bytes: 1, durationMs: 1 },
  ...{ parsed: 0, doubtful: 0, loaded: { inserted: 0, updated: 0, unchanged: 0, failed: 0 } },
  ...change,
});

const facts = (change: Partial<AlarmFacts> = {}): AlarmFacts => ({
  ...{ sources: [], results: [], years: new Map(), now: new Date('2024-06-01T12:00:00Z'), before: null },
  ...{
    networkDown: false,
    endsWell: true,
    partial: false,
    died: [],
    room: { freeBytes: 1024 ** 4, leastBytes: GIB },
  },
  ...change,
});

const reportWith = (alarms: RunReport['alarms'], sources: SourceResult[] = []): RunReport =>
  ({ alarms, sources }) as unknown as RunReport;

const failing = result('220382', { outcome: 'failed', cause: 'dns', detail: 'no such host' });

test('a lasting alarm is told the first night, again every seventh, and when it is over', () => {
  let before: RunReport | null = null;
  const states = Array.from({ length: 15 }, () => {
    const alarms = raiseAlarms(facts({ sources: [source('220382')], results: [failing], before }));
    before = reportWith(alarms);
    return alarms.map(({ kind, state, nights }) => [kind, state, nights]);
  });
  expect(states.flat().map(([, state]) => state)).toEqual([
    ...['first', 'still', 'still', 'still', 'still', 'still', 'again'],
    ...['still', 'still', 'still', 'still', 'still', 'still', 'again', 'still'],
  ]);
  const healed = facts({ sources: [source('220382')], results: [result('220382')], before });
  const over = raiseAlarms(healed);
  expect(over).toMatchObject([{ kind: 'source_failed', about: '220382', state: 'over', nights: 15 }]);
  expect(over.every(isNews)).toBe(true);
  expect(raiseAlarms({ ...healed, before: reportWith(over) })).toEqual([]);
});

test('nothing is over of what tonight could not tell: a source not reached, another part of the registry, no network', () => {
  const before = reportWith(raiseAlarms(facts({ sources: [source('220382')], results: [failing] })));
  const both = [source('220382'), source('220300')];
  const pending = result('220382', { outcome: 'pending', cause: 'aborted' });
  const other = result('220300');
  expect(raiseAlarms(facts({ sources: both, results: [pending, other], before }))).toEqual([]);
  expect(
    raiseAlarms(facts({ sources: [source('220300')], results: [other], before, partial: true })),
  ).toEqual([]);
  const offline = raiseAlarms(facts({ sources: both, results: [failing, other], before, networkDown: true }));
  expect(offline.map(({ kind, state }) => [kind, state])).toEqual([['network_down', 'first']]);
  // Taken out of the registry: the whole run knows it no more.
  expect(raiseAlarms(facts({ sources: [source('220300')], results: [other], before }))).toMatchObject([
    { about: '220382', state: 'over' },
  ]);
});

test('what happened in one night is told once, and is not over the night after', () => {
  const losing = result('220382', { counts: { ...NO_COUNTS, vanished: 2 } });
  const night = { sources: [source('220382')], results: [losing], died: [7] };
  const told = raiseAlarms(facts(night));
  expect(told.map(({ kind, state }) => [kind, state])).toEqual([
    ['died', 'first'],
    ['vanished', 'first'],
  ]);
  const after = { ...night, results: [result('220382')], died: [], before: reportWith(told) };
  expect(raiseAlarms(facts(after))).toEqual([]);
});

test('an alarm says in words why a source failed, and exactly what', () => {
  const [alarm] = raiseAlarms(facts({ sources: [source('220382')], results: [failing] }));
  expect(alarm).toMatchObject({
    zh: '源220382（220382）抓取失败：找不到该主机的地址（no such host）',
    en: '源220382 (220382) failed: the host has no address (no such host)',
  });
  const few = result('220382', { outcome: 'partly', cause: 'too_few', detail: '2 < 5' });
  expect(raiseAlarms(facts({ sources: [source('220382')], results: [few] }))).toMatchObject([
    { kind: 'too_few', zh: '源220382（220382）报告少于预期（2 < 5）' },
  ]);
});

test('damage in the archive is told of by its place', () => {
  const damages = [{ file: 'gongkai-000001.warc.gz', offset: 77, reason: 'damaged', part: 3 } as const];
  expect(raiseAlarms(facts({ damages }))).toMatchObject([
    { kind: 'damaged', about: 'gongkai-000001.warc.gz 77', state: 'first' },
  ]);
});

test.each([
  ['2024-01-31T15:00:00Z', '220382-jiaoyuju', 2022], // 31 January in China still
  ['2024-01-31T16:30:00Z', '220382-jiaoyuju', 2023], // 1 February in China
  ['2024-03-31T15:00:00Z', '220382', 2022],
  ['2024-03-31T16:30:00Z', '220382', 2023],
])('at %s the report of %s that is due is the one about %i', (now, id, due) => {
  const at = (years: number[]) =>
    raiseAlarms(
      facts({ sources: [source(id)], now: new Date(now), years: new Map([[id, new Set(years)]]) }),
    ).map(({ kind, zh }) => [kind, zh.match(/\d{4}(?= 年度)/)?.[0]]);
  expect(at([2021, due])).toEqual([]);
  expect(at([due - 2])).toEqual([['overdue', String(due)]]);
});

test('a source that never gave a report is not overdue, nor is one whose years have ended', () => {
  const ended = { ...source('220382'), years: { from: 2008, to: 2020 } };
  expect(raiseAlarms(facts({ sources: [source('220382')] }))).toEqual([]);
  expect(raiseAlarms(facts({ sources: [ended], years: new Map([['220382', new Set([2020])]]) }))).toEqual([]);
});

test('a family of which far more is doubtful than before has drifted; a few, or always as many, has not', () => {
  const night = (parsed: number, doubtful: number) => [result('220382', { parsed, doubtful })];
  const kinds = (now: SourceResult[], before: SourceResult[] = night(40, 2)) =>
    raiseAlarms(facts({ results: now, before: reportWith([], before) })).map(({ kind, about }) => [
      kind,
      about,
    ]);
  expect(kinds(night(20, 12))).toEqual([['family_drift', 'trs']]);
  expect(kinds(night(9, 9))).toEqual([]);
  expect(kinds(night(20, 4))).toEqual([]);
  expect(kinds(night(20, 12), night(40, 22))).toEqual([]);
});

test('three days without a run that ended well are told of, however the nights between ended', () => {
  const before = { ...reportWith([]), run: 7, finishedAt: '2024-05-29T12:00:00Z' };
  const stale = (change: Partial<AlarmFacts>) =>
    raiseAlarms(facts({ before, endsWell: false, ...change })).filter(({ kind }) => kind === 'stale');
  expect(stale({})).toMatchObject([
    { about: 'run', en: 'no run has ended well for 3 days (the last one was run 7)' },
  ]);
  expect(stale({ now: new Date('2024-06-01T11:59:59Z') })).toEqual([]);
  expect(stale({ endsWell: true })).toEqual([]);
  expect(stale({ partial: true })).toEqual([]);
  expect(stale({ before: null })).toEqual([]);
  const [alarm] = stale({});
  expect(raiseAlarms(facts({ lasting: [alarm!] }))).toMatchObject([{ kind: 'stale', state: 'over' }]);
});

test('a disk is told of before it stops a night, and says so when it does', () => {
  const words = (freeBytes: number) =>
    raiseAlarms(facts({ room: { freeBytes, leastBytes: 4 * GIB } })).map(({ en }) => en);
  expect(words(8 * GIB)).toEqual([]);
  expect(words(7 * GIB)).toEqual(['the disk has 7.0 GiB left; below 4.0 GiB nothing more is fetched']);
  expect(words(3 * GIB)[0]).toMatch(
    /^the disk has 3\.0 GiB left, less than 4\.0 GiB: nothing more is fetched/,
  );
});

test('a run that died, a full disk, counts out of bounds and what vanished are told of', () => {
  const counts = { ...NO_COUNTS, vanished: 2 };
  const results = [
    result('220382', { outcome: 'partly', cause: 'too_few', detail: '1 < 5' }),
    result('220300', { outcome: 'partly', cause: 'too_many', detail: '9 > 5', counts }),
  ];
  const alarms = raiseAlarms(
    facts({ results, died: [7], room: { freeBytes: 5 * GIB, leastBytes: 4 * GIB } }),
  );
  expect(alarms.map(({ kind, about }) => [kind, about])).toEqual([
    ...[
      ['died', 'run 7'],
      ['disk_low', 'disk'],
      ['too_few', '220382'],
    ],
    ...[
      ['too_many', '220300'],
      ['vanished', '220300'],
    ],
  ]);
  expect(alarms.every(({ zh, en, state }) => zh !== '' && en !== '' && state === 'first')).toBe(true);
});
