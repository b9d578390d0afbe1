import {
  type Alarm,
  type CrawlCounts,
  NO_COUNTS,
  RunReport,
  type SourceResult,
} from '../../src/model/run-report.ts';
import { createRandom } from '../generate/random.ts';

const PROVINCES = ['11', '13', '22', '32', '33', '44', '51', '61'] as const;
const FAMILIES = [
  'trs',
  'jcms',
  'jpaas',
  'ucap',
  'gkmlpt',
  'kaipu',
  'boda',
  'openness',
  'lonsun',
  'generic',
] as const;

/** Made-up sources that failed, one a way to fail. */
const TROUBLE: readonly Partial<SourceResult>[] = [
  { outcome: 'failed', cause: 'dns', detail: 'www.jiahe.example: no address' },
  { outcome: 'failed', cause: 'challenge', detail: '加速乐: http://www.yongning.example/zfxxgknb/' },
  { outcome: 'failed', cause: 'no_reports', detail: 'http://www.anle.example/zfxxgknb/index.html' },
  { outcome: 'partly', cause: 'timeout', detail: null },
  { outcome: 'partly', cause: 'too_few', detail: '4 < 6' },
  { outcome: 'pending', cause: 'host_paused', detail: null },
];

/** A plausible run over made-up sources in eight provinces: failures, alarms, coverage. The same every time. */
export function makeRunReport(changes: Partial<RunReport> = {}): RunReport {
  const random = createRandom(20260131);
  const upTo = (most: number): number => Math.floor(random.next() * (most + 1));
  const sources = Array.from({ length: 48 }, (_, at): SourceResult => {
    const trouble = TROUBLE[Math.floor(at / 8)] ?? {};
    return sourceAt(at, at % 8 === 3 ? trouble : {}, upTo);
  });
  const totals = sumOf(sources.map(({ counts }) => counts));
  return RunReport.parse({
    ...{ schema: 1, run: 212, round: 212, command: 'run', resumed: [], exitCode: 6 },
    ...{ startedAt: '2026-01-31T18:30:04.120Z', finishedAt: '2026-01-31T21:14:51.007Z' },
    ...{ parserVersion: '7', programVersion: '0.1.0', totals, sources, alarms: ALARMS },
    ...{ requests: 1840, bytes: 214_958_080, loaded: { inserted: 31, updated: 4, unchanged: 2, failed: 0 } },
    checks: {
      'applications.balance': { pass: 224, fail: 3, not_evaluable: { no_table: 7, absent: 12 } },
      'challenges.total': { pass: 102, fail: 0, not_evaluable: {} },
      'narrative.mismatch': { pass: 310, fail: 9, not_evaluable: {} },
    },
    coverage: PROVINCES.flatMap((province, place) =>
      [2019, 2020, 2021, 2022, 2023, 2024, 2025].map((year) => {
        const reports = year === 2025 ? 3 + place * 2 : 60 + place * 35 + upTo(12);
        return { province, year, reports, before: reports - (year === 2025 ? 3 : upTo(6) === 6 ? -1 : 0) };
      }),
    ),
    causes: [
      { cause: 'dns', sources: 1, addresses: 0 },
      { cause: 'challenge', sources: 1, addresses: 3 },
      { cause: 'timeout', sources: 1, addresses: 2 },
    ],
    slowest: sources
      .slice(0, 10)
      .map(({ source, durationMs, requests }) => ({ source, durationMs, requests })),
    newReports: urls('2026/01/29', 31),
    changedReports: urls('2025/02/03', 4),
    vanishedReports: urls('2021/01/30', 2),
    storage: {
      ...{ databaseBytes: 1_610_612_736, walBytes: 4_194_304 },
      ...{ archiveBytes: 38_654_705_664, freeBytes: 214_748_364_800 },
    },
    ...changes,
  });
}

function sourceAt(at: number, trouble: Partial<SourceResult>, upTo: (most: number) => number): SourceResult {
  const province = PROVINCES[at % PROVINCES.length];
  const division = `${province}${String(1 + (at % 9)).padStart(2, '0')}${String(21 + at).slice(0, 2)}`;
  const failed = trouble.outcome === 'partly' ? 2 : 0;
  const none = trouble.outcome === 'failed';
  const parts = none
    ? { new: 0, same: 0, skipped: 0, failed: 0, pending: trouble.outcome === 'pending' ? 9 : 0 }
    : {
        new: upTo(3),
        same: 6 + upTo(30),
        skipped: upTo(8),
        failed,
        pending: trouble.outcome === 'pending' ? 9 : 0,
      };
  const discovered = Object.values(parts).reduce((sum, part) => sum + part, 0);
  return {
    ...{
      source: division,
      name: `${'甲乙丙丁戊己庚辛'[at % 8]}${'和宁平安昌顺'[Math.floor(at / 8)]}县`,
      division,
    },
    family: FAMILIES[at % FAMILIES.length] ?? 'generic',
    ...{ outcome: 'done', cause: null, detail: null },
    counts: { ...NO_COUNTS, ...parts, discovered },
    skippedBy: parts.skipped > 0 ? { notice: parts.skipped } : {},
    failedBy: failed > 0 ? { timeout: failed } : {},
    ...{ requests: discovered + 4, bytes: discovered * 90_000, durationMs: (discovered + 4) * 3_600 },
    ...{
      parsed: parts.new,
      doubtful: 0,
      loaded: { inserted: parts.new, updated: 0, unchanged: 0, failed: 0 },
    },
    ...trouble,
  };
}

const sumOf = (all: readonly CrawlCounts[]): CrawlCounts =>
  Object.fromEntries(
    (Object.keys(NO_COUNTS) as (keyof CrawlCounts)[]).map((name) => [
      name,
      all.reduce((sum, counts) => sum + counts[name], 0),
    ]),
  ) as CrawlCounts;

const urls = (day: string, count: number): string[] =>
  Array.from(
    { length: count },
    (_, at) => `http://www.jiahe.example/zfxxgknb/${day}/art_${48_000 + at}.html`,
  );

const alarm = (kind: Alarm['kind'], about: string, zh: string, en: string, nights: number): Alarm => ({
  ...{ kind, about, zh, en, nights },
  state: nights === 1 ? 'first' : nights % 7 === 0 ? 'again' : 'still',
});

const ALARMS: readonly Alarm[] = [
  alarm(
    'died',
    'run 211',
    '第 211 次运行没有正常结束，本次已接着做完',
    'run 211 ended without a word; this one went on from there',
    1,
  ),
  alarm(
    'source_failed',
    '220321',
    '丁和县（220321）抓取失败：dns: www.jiahe.example: no address',
    '丁和县 (220321) failed: dns: www.jiahe.example: no address',
    1,
  ),
  alarm(
    'source_failed',
    '320329',
    '丁宁县（320329）抓取失败：challenge: 加速乐',
    '丁宁县 (320329) failed: challenge: 加速乐',
    14,
  ),
  ...Array.from({ length: 11 }, (_, at) =>
    alarm(
      'overdue',
      `3303${20 + at}`,
      `戊平县（3303${20 + at}）的 2025 年度报告已过公布期限，仍未见到`,
      `戊平县 (3303${20 + at}): the report about 2025 was due by law and is not there`,
      3,
    ),
  ),
  alarm(
    'vanished',
    '440125',
    '己安县（440125）有 2 份报告从网站上消失',
    '己安县 (440125): 2 reports are not on the site any more',
    1,
  ),
  {
    ...{ kind: 'family_drift', about: 'ucap', nights: 2, state: 'over' },
    zh: 'ucap 系统的网页有 14/40 份读不完整：可能是网站改版，请先检查解析',
    en: 'ucap: 14/40 reports were not read whole; the system may have changed its pages, look at the parser first',
  },
];
