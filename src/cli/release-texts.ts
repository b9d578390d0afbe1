import type { Move } from '../export/gates.ts';
import type { Message } from '../model/finding.ts';

const GATES: Readonly<Record<Move['gate'], Message>> = {
  reports: { zh: '报告数', en: 'reports' },
  divisions: { zh: '地方数', en: 'places' },
  fill_rate: { zh: '有数率', en: 'fill rate' },
  status_share: { zh: '状态占比', en: 'share of status' },
  anomaly_rate: { zh: '每份报告的问题', en: 'findings a report' },
  columns: { zh: '列', en: 'column' },
};

/** What the commands about releases say; a part of TEXTS. */
export const RELEASE_TEXTS = {
  optionTo: { zh: '发布目录；必须不存在或为空', en: 'folder of the release; must not exist, or be empty' },
  optionFormats: {
    zh: '格式，以逗号分隔：csv、parquet、xlsx、sqlite、stata',
    en: 'formats with commas between: csv, parquet, xlsx, sqlite, stata',
  },
  optionSince: {
    zh: '前一版的目录：列出变更，并核对变动是否在限度之内',
    en: 'folder of the release before: changes are listed, and moves held against the bands',
  },
  optionDoi: { zh: '为本版预留的 DOI', en: 'DOI that was reserved for this release' },
  wrongDoi: (doi: string) => ({
    zh: `${doi} 不是 DOI：应如 10.5281/zenodo.123`,
    en: `${doi} is no DOI: write it like 10.5281/zenodo.123`,
  }),
  optionGates: { zh: '变动限度文件', en: 'file with the bands' },
  argumentReport: {
    zh: '报告：数据库中的编号，或发布数据中的 report_id（原文 SHA-256 的前 16 位或更多）',
    en: 'the report: its number in the database, or report_id of a release (16 or more digits of the sha256)',
  },
  argumentVariable: { zh: '变量名', en: 'name of the variable' },
  exportSummary: { zh: '生成数据集的一个版本', en: 'write a release of the dataset' },
  exportDescription: {
    zh: '把数据库写成一个可引用的版本：长表、宽表、变量手册、变更和校验和。同样的数据逐字节相同；失败时什么也不留下。',
    en: 'Writes the database as a release that can be cited: long and wide tables, codebook, changes, checksums. The same data gives the same bytes; a failure leaves nothing.',
  },
  exportExample: {
    zh: '例如：\n  gongkai export --to releases/2 --since releases/1',
    en: 'Example:\n  gongkai export --to releases/2 --since releases/1',
  },
  exportNoSources: (dir: string) => ({
    zh: `没有来源目录 ${dir}：没有报告的地方一律记为“未收集”`,
    en: `no registry at ${dir}: every place without a report counts as not collected`,
  }),
  verifyCellSummary: { zh: '用归档的原文核对一个数', en: 'check one number against the archived document' },
  verifyCellDescription: {
    zh: '从归档中重新读取一个数，与所存的比较。不改变任何内容。',
    en: 'Reads one number again from the archive and compares it with what is stored. Changes nothing.',
  },
  verifyCellExample: {
    zh: '例如：\n  gongkai verify-cell 1 applications.received_new.total',
    en: 'Example:\n  gongkai verify-cell 1 applications.received_new.total',
  },
  unknownFormats: (names: string, allowed: string) => ({
    zh: `没有格式 ${names}；可选：${allowed}`,
    en: `there is no format ${names}; choose ${allowed}`,
  }),
  toMissing: { zh: '用 --to 指定发布目录', en: 'name the folder of the release with --to' },
  exported: (to: string, version: string, reports: number, files: number) => ({
    zh: `${to}：版本 ${version}，现行报告 ${reports} 份，${files} 个文件`,
    en: `${to}: version ${version}, ${reports} reports in force, ${files} files`,
  }),
  exportedChanges: (rows: number) => ({
    zh: `与前一版相比，${rows} 行有变化，见 CHANGES.md`,
    en: `${rows} rows changed since the release before, see CHANGES.md`,
  }),
  releaseNotEmpty: (to: string) => ({
    zh: `${to} 不是空的：已发布的版本从不覆盖，请换一个目录`,
    en: `${to} is not empty: a release is never overwritten, choose another folder`,
  }),
  releaseMissing: (since: string) => ({
    zh: `${since} 中没有可比较的版本（statistics.json 和 csv/report_values.csv）`,
    en: `there is no release to compare with in ${since} (statistics.json and csv/report_values.csv)`,
  }),
  releaseStopped: (to: string) => ({
    zh: `已停止，${to} 没有写出`,
    en: `stopped, ${to} was not written`,
  }),
  releaseAmbiguous: (id: string) => ({
    zh: `两份原文的 SHA-256 以同样的 ${id} 开头，无法区分`,
    en: `two documents have a sha256 that begins with ${id}: they could not be told apart`,
  }),
  gateFailed: (to: string) => ({
    zh: `变动超出限度，没有发布 ${to}；前一版不变。`,
    en: `figures moved beyond their bands, ${to} was not published; the release before stays.`,
  }),
  gateBreaches: { zh: '超出限度的：', en: 'Beyond their bands:' },
  gateMoves: { zh: '变动最大的：', en: 'The largest moves:' },
  gateMove: ({ gate, of, before, after, move, band }: Move) => {
    const figures = `${of}: ${before} → ${after} (${move > 0 ? '+' : ''}${move}; ±${band})`;
    return { zh: `  ${GATES[gate].zh} ${figures}`, en: `  ${GATES[gate].en} ${figures}` };
  },
  unknownReport: (id: string) => ({
    zh: `没有报告 ${id}：用 gongkai reports 查看`,
    en: `there is no report ${id}: see gongkai reports`,
  }),
  wrongReport: (id: string) => ({
    zh: `报告应为数据库中的编号，或 16 位以上的小写十六进制数，而不是 ${id}`,
    en: `a report is a number of the database, or 16 or more small hexadecimal digits, not ${id}`,
  }),
  unknownVariable: (name: string) => ({
    zh: `没有变量 ${name}：见 docs/codebook.md`,
    en: `there is no variable ${name}: see docs/codebook.md`,
  }),
  notArchived: (id: string) => ({
    zh: `报告 ${id} 的原文没有归档，无法核对`,
    en: `the document of report ${id} is not in the archive: it cannot be checked`,
  }),
  cellEqual: { zh: '相同', en: 'equal' },
  cellDifferent: { zh: '不同', en: 'different' },
  cellStored: { zh: '所存：', en: 'stored: ' },
  cellRead: { zh: '重读：', en: 'read:   ' },
};
