import type { ArchiveProblem } from '../archive/archive-error.ts';
import type { Message } from '../model/finding.ts';
import type { CellStatus, Level, Severity } from '../model/status.ts';
import type { ImportOutcome } from '../pipeline/import-documents.ts';
import type { RecordLeftOut } from '../pipeline/warc-candidate.ts';
import { RULES } from '../rules/index.ts';
import { RESERVED_RULES } from '../rules/reserved-rules.ts';
import type { Verdict } from '../sources/check-source.ts';
import type { StoreProblem } from '../store/store-error.ts';
import type { CheckState } from './doctor/check.ts';
import { TEXTS } from './texts.ts';

export const SEVERITY_NAMES: Record<Severity, Message> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  question: { zh: '待定', en: 'question' },
  info: { zh: '提示', en: 'info' },
};

export const STATE_NAMES: Record<CheckState, Message> = {
  ok: { zh: '正常', en: 'ok' },
  info: { zh: '提示', en: 'info' },
  warn: { zh: '注意', en: 'warn' },
  fail: { zh: '失败', en: 'fail' },
};

export const OUTCOME_NAMES: Record<ImportOutcome, Message> = {
  inserted: { zh: '新存入', en: 'added' },
  updated: { zh: '已更新', en: 'updated' },
  unchanged: { zh: '未变', en: 'unchanged' },
  failed: { zh: '失败', en: 'failed' },
  skipped: { zh: '未处理', en: 'not taken' },
};

export const VERDICT_NAMES: Record<Verdict, Message> = {
  good: { zh: '正常', en: 'good' },
  some_failed: { zh: '部分失败', en: 'some failed' },
  too_few: { zh: '太少', en: 'too few' },
  too_many: { zh: '太多', en: 'too many' },
  unreachable: { zh: '无法访问', en: 'unreachable' },
};

export const RECORD_LEFT_OUT_NAMES: Record<RecordLeftOut, Message> = {
  other_record: { zh: '请求或抓取说明', en: 'requests and notes on the crawl' },
  revisit: { zh: '与先前相同的重复抓取', en: 'revisits, the same as an earlier record' },
  status: {
    zh: '服务器未返回正文（状态码不是 200）',
    en: 'answers without a document (status other than 200)',
  },
  other_kind: { zh: '图片、脚本等其他类型', en: 'pictures, scripts and other kinds' },
  not_a_report: { zh: '不是年度报告', en: 'no annual reports' },
  no_text: { zh: '没有文字、也没有报告页链接到的扫描件', en: 'scans without text that no report links to' },
  too_large: { zh: '超过大小限制', en: 'over the limit of size' },
  undecodable: { zh: '无法解压的内容', en: 'contents that cannot be decompressed' },
  truncated: { zh: '抓取时即不完整', en: 'cut off by the crawler' },
  damaged: { zh: '已损坏', en: 'damaged' },
};

export const LEVEL_NAMES: Record<Level, Message> = {
  province: { zh: '省级', en: 'province' },
  prefecture: { zh: '地级', en: 'prefecture' },
  county: { zh: '县级', en: 'county' },
  township: { zh: '乡级', en: 'township' },
};

/** The sign that stands in a table for a cell without a number, and what the legend says of it. */
export const STATUS_SIGNS: Record<
  Exclude<CellStatus, 'reported' | 'dash'>,
  { sign: string; legend: Message }
> = {
  blank: { sign: '', legend: TEXTS.legendBlank },
  absent: { sign: '·', legend: TEXTS.legendAbsent },
  ambiguous: { sign: '?', legend: TEXTS.legendAmbiguous },
  unreadable: { sign: '!', legend: TEXTS.legendUnreadable },
  no_table: { sign: '×', legend: TEXTS.legendNoTable },
};

/** Column headings that fit the narrow columns of a terminal; Chinese headings are short enough as printed. */
export const NARROW_HEADINGS: Readonly<Record<string, string>> = {
  natural_person: 'person',
  commercial_enterprise: 'busi-ness',
  research_institution: 're-search',
  public_welfare_org: 'wel-fare',
  legal_service_org: 'legal',
  other_org: 'other',
  total: 'total',
  upheld: 'uph.',
  corrected: 'corr',
  other: 'oth.',
  pending: 'pend',
};

/** A database that cannot be used, and what to do about it; the English words are those of the error itself. */
export const STORE_PROBLEMS_ZH: Record<StoreProblem, string> = {
  missing: '数据库不存在。请检查 --database，或先用 gongkai import 导入文件（会自动建立）。',
  exists: '文件已存在。请换一个名字：程序从不覆盖文件。',
  not_a_file: '不是文件。请用 --database 给出文件的路径。',
  empty_file: '文件是空的，不是数据库。如无其他用途，请把它移走；程序会在原处建立新的数据库。',
  not_a_database: '不是 SQLite 数据库。请用 --database 指定另一个文件；此文件未被改动。',
  foreign: '是其他程序的数据库。请用 --database 指定另一个文件；此文件未被改动。',
  corrupt: '数据库已损坏。请把它移走并从备份恢复，或用 gongkai reparse 从原始文件重建。',
  newer_schema: '由更新版本的 gongkai 写成。请使用该版本或更新的版本。',
  older_schema: '由旧版本写成。请先运行一次会写入的命令（如 gongkai import）完成升级。',
  changed_migration: '数据库的升级记录与本版本不符。请使用写成它的 gongkai 版本。',
  no_access: '无法读写。请检查文件及其所在目录的权限，目录也须可写。',
  broken_disk: '磁盘本身出错。请查看 dmesg，把文件移到另一块磁盘，并用 gongkai doctor 检查。',
  locked: '正被另一个程序使用。请等它结束，或停止该程序。',
  run_locked: '另一次运行尚未结束。请等它结束，或停止它。',
  disk_full: '磁盘已满。腾出空间后重新运行即可，已存入的内容不受影响。',
  pragma: '所在的文件系统不适合存放数据库。请放在本机磁盘上，不要放在网络盘上。',
  unknown_variable: '数据库中的变量表与本版本不符。请用会写入的命令（如 gongkai import）更新。',
  bad_input: '程序出错，不是数据库的问题，请报告此错误。',
};

/** What each rule demands, in words; a stored rule of another version has none here and is shown by its name. */
export const RULE_TITLES: Readonly<Record<string, Message>> = Object.fromEntries(
  Object.entries({ ...RULES, ...RESERVED_RULES }).map(([rule, { title }]) => [rule, title]),
);

/** An archive that cannot be used, and what to do about it. */
export const ARCHIVE_PROBLEMS_ZH: Record<ArchiveProblem, string> = {
  locked: '正被另一个进程写入。请等它结束，或停止该进程。',
  no_access: '无法读写。请检查 --archive 和该目录的权限。',
  broken_disk: '磁盘本身出错。请查看 dmesg，把存档移到另一块磁盘。',
  disk_full: '磁盘已满。腾出空间后重新运行即可，已保存的内容不受影响。',
  damaged: '文件已损坏。请从备份恢复该文件；其他记录仍可读取。',
  missing: '文件不存在，而数据库指向它。请检查 --archive 和其所在磁盘是否已挂载，或从备份恢复该文件。',
};
