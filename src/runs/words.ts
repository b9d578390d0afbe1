import type { Message } from '../model/finding.ts';
import { ALARM_KINDS, type Alarm, type SourceResult } from '../model/run-report.ts';
import { plain } from './plain.ts';

/** What a run report says to a person, in both languages. */
export const RUN_WORDS = {
  title: { zh: '夜间运行报告', en: 'Nightly run report' },
  run: { zh: '运行', en: 'Run' },
  done: { zh: '完成', en: 'done' },
  resumed: { zh: '接着做完了被中断的运行', en: 'went on with runs that were cut off:' },
  sources: { zh: '来源', en: 'sources' },
  addresses: { zh: '报告地址', en: 'report addresses' },
  new: { zh: '新增', en: 'new' },
  changed: { zh: '其中更改', en: 'of these changed' },
  same: { zh: '未变', en: 'same' },
  notDue: { zh: '其中未到期、未询问', en: 'of these not due, not asked' },
  skipped: { zh: '略过', en: 'skipped' },
  failed: { zh: '失败', en: 'failed' },
  pending: { zh: '未处理', en: 'pending' },
  vanished: { zh: '消失', en: 'vanished' },
  requests: { zh: '请求', en: 'requests' },
  stored: { zh: '入库', en: 'stored' },
  updated: { zh: '更新', en: 'updated' },
  undelivered: { zh: '没有送达的消息', en: 'Messages not delivered' },
  alarms: { zh: '需要关注', en: 'To look at' },
  noAlarms: { zh: '没有需要关注的事', en: 'nothing to look at' },
  nights: { zh: '夜', en: 'nights' },
  over: { zh: '已恢复', en: 'over' },
  causes: { zh: '失败原因', en: 'What went wrong' },
  coverage: { zh: '各省报告数', en: 'Reports by province' },
  rules: { zh: '规则核对', en: 'Checks by rule' },
  rule: { zh: '规则', en: 'Rule' },
  ruleHeld: { zh: '相符', en: 'held' },
  ruleFailed: { zh: '不符', en: 'failed' },
  ruleOpen: { zh: '无法核对', en: 'open' },
  ruleOpenBecause: { zh: '无法核对的原因', en: 'Left open because' },
  newReports: { zh: '新增的报告', en: 'New reports' },
  changedReports: { zh: '更改的报告', en: 'Changed reports' },
  vanishedReports: { zh: '消失的报告', en: 'Vanished reports' },
  slowest: { zh: '最慢的来源', en: 'Slowest sources' },
  source: { zh: '来源', en: 'Source' },
  outcome: { zh: '结果', en: 'Outcome' },
  cause: { zh: '原因', en: 'Cause' },
  year: { zh: '年度', en: 'Year' },
  province: { zh: '省份', en: 'Province' },
  reports: { zh: '报告', en: 'Reports' },
  before: { zh: '上次', en: 'Before' },
  storage: { zh: '存储', en: 'Storage' },
  database: { zh: '数据库', en: 'database' },
  archive: { zh: '原始文件', en: 'archive' },
  free: { zh: '剩余空间', en: 'free' },
  seconds: { zh: '秒', en: 's' },
  minutes: { zh: '分钟', en: 'min' },
  hours: { zh: '小时', en: 'h' },
  chinaTime: { zh: '北京时间', en: 'China time' },
  balance: { zh: '报告地址的去向', en: 'What became of the report addresses' },
  discovered: { zh: '找到', en: 'found' },
  besides: { zh: '另有', en: 'Besides:' },
  skippedBecause: { zh: '略过的是', en: 'Skipped:' },
  trouble: { zh: '需要查看的来源', en: 'Sources with trouble' },
  goodSources: { zh: '正常的来源', en: 'Sources without trouble' },
  noTrouble: { zh: '所有来源都已完成', en: 'every source is done' },
  recovered: { zh: '已恢复', en: 'Over' },
  firstTime: { zh: '新', en: 'new' },
  exitCode: { zh: '退出码', en: 'exit code' },
  all: { zh: '合计', en: 'All' },
  sinceLastGood: {
    zh: '小字为与上一次正常运行相比的增减',
    en: 'small figures: change since the last run that ended well',
  },
  longest: { zh: '用时', en: 'Time' },
  reportNumber: { zh: '份', en: 'reports' },
  versions: { zh: '版本', en: 'versions' },
  parser: { zh: '解析器', en: 'parser' },
  wal: { zh: '预写日志', en: 'write-ahead log' },
  fetched: { zh: '取得', en: 'fetched' },
} as const satisfies Readonly<Record<string, Message>>;

export const OUTCOME_WORDS: Readonly<Record<SourceResult['outcome'], Message>> = {
  done: { zh: '完成', en: 'done' },
  partly: { zh: '部分完成', en: 'partly done' },
  failed: { zh: '失败', en: 'failed' },
  pending: { zh: '未处理', en: 'pending' },
};

/** What each kind of alarm is about, as the heading over its alarms. */
export const ALARM_WORDS: Readonly<Record<Alarm['kind'], Message>> = {
  source_failed: { zh: '来源抓取失败', en: 'Sources that failed' },
  too_few: { zh: '报告少于预期', en: 'Fewer reports than expected' },
  too_many: { zh: '报告多于预期', en: 'More reports than expected' },
  stuck_list: { zh: '列表翻页无效', en: 'Lists that do not turn their pages' },
  overdue: { zh: '逾期未公布', en: 'Overdue reports' },
  family_drift: { zh: '发布系统可能改版', en: 'Publishing systems that may have changed' },
  vanished: { zh: '报告从网站上消失', en: 'Reports that vanished from their site' },
  network_down: { zh: '断网', en: 'No network' },
  died: { zh: '上次运行中断', en: 'A run that was cut off' },
  stale: { zh: '太久没有正常运行', en: 'No good run for too long' },
  disk_low: { zh: '磁盘空间不足', en: 'Little disk space' },
  damaged: { zh: '原始文件损坏', en: 'Damage in the archive' },
};

/** What concerns the whole run first, then what concerns one source. */
const WHOLE_RUN: readonly Alarm['kind'][] = [
  'network_down',
  'disk_low',
  'damaged',
  'died',
  'stale',
  'family_drift',
];
export const ALARM_ORDER: readonly Alarm['kind'][] = [
  ...WHOLE_RUN,
  ...ALARM_KINDS.filter((kind) => !WHOLE_RUN.includes(kind)),
];

/** How a run ended, by its exit code (contracts.md, section 1); the numbers are those of the command line. */
const END_WORDS: Readonly<Record<number, Message>> = {
  0: { zh: '全部完成', en: 'all done' },
  3: { zh: '磁盘将满，暂停；腾出空间后下次接着做', en: 'disk all but full, paused; the next run goes on' },
  6: { zh: '完成，部分来源失败', en: 'done, some sources failed' },
  8: { zh: '断网', en: 'no network' },
  10: { zh: '到时停止，下次接着做', en: 'time budget reached, the next run goes on' },
  11: { zh: '被停止，下次接着做', en: 'stopped, the next run goes on' },
};

/** What a run is at, by the stage that it entered last. */
const STAGE_WORDS: Readonly<Record<string, Message>> = {
  started: { zh: '刚开始', en: 'just begun' },
  crawl: { zh: '抓取', en: 'fetching' },
  compare: { zh: '比较各份报告', en: 'comparing reports' },
  report: { zh: '写运行报告', en: 'writing its report' },
  archived: { zh: '从原始文件补记', en: 'known from the archive alone' },
};

/** How far a run without an exit code came: it goes on, or a later one found that it ended without a word. */
export function unendedWords({
  finishedAt,
  stage,
}: {
  finishedAt: string | null;
  stage: string | null;
}): Message {
  const at = STAGE_WORDS[stage ?? ''] ?? { zh: plain(stage ?? '?'), en: plain(stage ?? '?') };
  return finishedAt === null
    ? { zh: `进行中（${at.zh}）`, en: `under way (${at.en})` }
    : { zh: `中断（${at.zh}）`, en: `cut off (${at.en})` };
}

export const endWords = (exitCode: number): Message =>
  END_WORDS[exitCode] ?? { zh: `退出码 ${exitCode}`, en: `exit code ${exitCode}` };
