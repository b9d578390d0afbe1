import type { Message } from '../../model/finding.ts';
import type { Severity } from '../../model/status.ts';
import type { Texts } from './text.ts';

export const SEVERITY_TEXTS: Readonly<Record<Severity, Message>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '可疑', en: 'warning' },
  question: { zh: '待判', en: 'question' },
  info: { zh: '提示', en: 'info' },
};

/** A shape for each severity: none is told by its colour alone. */
export const SEVERITY_MARKS: Readonly<Record<Severity, string>> = {
  error: '▲',
  warning: '◆',
  question: '●',
  info: '○',
};

export const REPORT = {
  untitled: { zh: '未识别标题的报告', en: 'a report without a title' },
  agency: { zh: '机关', en: 'Agency' },
  place: { zh: '地区', en: 'Place' },
  year: { zh: '年度', en: 'Year' },
  form: { zh: '格式', en: 'Form' },
  noForm: { zh: '未识别', en: 'not recognised' },
  published: { zh: '公布', en: 'Published' },
  captured: { zh: '存档时间', en: 'Archived' },
  address: { zh: '原网址', en: 'Original address' },
  file: { zh: '原文件名', en: 'File name' },
  bytes: { zh: '字节', en: 'bytes' },
  kind: { zh: '文件类型', en: 'Kind of file' },
  archived: { zh: '存档位置', en: 'In the archive' },
  unknown: { zh: '不详', en: 'not known' },
  provenance: { zh: '来源', en: 'Provenance' },
  checks: (passed: number, failed: number, open: number) => ({
    zh: `核对：${passed} 项通过，${failed} 项不符，${open} 项无法核对`,
    en: `Checks: ${passed} hold, ${failed} fail, ${open} could not be made`,
  }),

  tables: { zh: '表格', en: 'Tables' },
  noTables: { zh: '没有识别出任何一版格式的表格。', en: 'No table of any form was recognised.' },
  showBefore: (year: number) => ({ zh: `显示 ${year} 年数值`, en: `Show ${year}` }),
  hideBefore: (year: number) => ({ zh: `隐藏 ${year} 年数值`, en: `Hide ${year}` }),
  noBefore: { zh: '上一年度的报告尚未收录', en: 'No report about the year before' },

  chosen: { zh: '所选单元格', en: 'The chosen cell' },
  choose: {
    zh: '点选表中的数字，原文中的对应单元格即被标出。',
    en: 'Choose a number in the tables: its cell in the original is lit.',
  },
  findingChosen: { zh: '所选问题', en: 'The chosen finding' },
  variable: { zh: '变量', en: 'Variable' },
  placeIn: { zh: '原文位置', en: 'Place in the original' },
  table: (table: number, row: number, column: number) => ({
    zh: `表 ${table} 第 ${row} 行第 ${column} 列`,
    en: `table ${table}, row ${row}, column ${column}`,
  }),
  onPage: (page: number) => ({ zh: `第 ${page} 页`, en: `page ${page}` }),
  characters: (start: number, end: number) => ({
    zh: `字符 ${start}–${end}`,
    en: `characters ${start}–${end}`,
  }),
  confidence: (percent: number) => ({ zh: `识别把握 ${percent}%`, en: `read with ${percent}% certainty` }),
  noPlace: { zh: '无', en: 'none' },
  correctedBy: (author: string, date: string) => ({ zh: `${author}，${date}`, en: `${author}, ${date}` }),

  findings: { zh: '问题', en: 'Findings' },
  noFindings: { zh: '没有发现问题。', en: 'Nothing was found.' },
  moreFindings: (shown: number, total: number) => ({
    zh: `共 ${total} 条，此处显示前 ${shown} 条。`,
    en: `${total} in all; the first ${shown} are shown.`,
  }),
  show: { zh: '标出', en: 'Light' },
  judge: { zh: '核对', en: 'Judge' },
  rule: { zh: '规则', en: 'Rule' },
  about: { zh: '涉及', en: 'About' },
  outcomeOpen: { zh: '无法核对', en: 'could not be checked' },

  claims: { zh: '文字中的数字', en: 'Numbers told in prose' },
  noClaims: {
    zh: '正文中没有读出可与表格对照的数字。',
    en: 'No number that a table prints too was read in the prose.',
  },
  claimText: { zh: '原文', en: 'Words' },
  claimValue: { zh: '文字', en: 'Prose' },
  tableValue: { zh: '表格', en: 'Table' },
  agrees: { zh: '相符', en: 'agrees' },
  differs: { zh: '不符', en: 'differs' },
  notComparable: { zh: '无从对照', en: 'cannot be compared' },
  otherScope: { zh: '口径不同', en: 'of another scope' },

  versions: { zh: '版本', en: 'Versions' },
  current: { zh: '现行', en: 'in force' },
  thisOne: { zh: '本页', en: 'this page' },
  otherFiles: { zh: '本报告的文件', en: 'Files of this report' },
  numbersFrom: { zh: '数字出自此文件', en: 'the numbers are from this one' },
} as const satisfies Texts;
