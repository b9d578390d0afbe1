import type { Message } from '../model/finding.ts';
import { VERDICTS, type Verdict } from './status.ts';

/** Why a verdict was given: one of few codes, so that they can be counted. */
export interface Reason {
  readonly code: string;
  readonly of: Verdict;
  readonly name: Message;
}

/** In the order in which they are offered. A code that was used is never given another meaning: add one instead. */
export const REASONS: readonly Reason[] = [
  { code: 'misprint', of: 'publisher_error', name: { zh: '数字印错', en: 'a number is misprinted' } },
  { code: 'left_out', of: 'publisher_error', name: { zh: '漏填', en: 'a number was left out' } },
  {
    code: 'wrong_total',
    of: 'publisher_error',
    name: { zh: '合计未更新', en: 'a total was not brought up to date' },
  },
  {
    code: 'wrong_cell',
    of: 'publisher_error',
    name: { zh: '填错行或列', en: 'it stands in the wrong row or column' },
  },
  { code: 'wrong_unit', of: 'publisher_error', name: { zh: '单位弄错', en: 'the wrong unit' } },
  {
    code: 'prose_differs',
    of: 'publisher_error',
    name: { zh: '正文与表格不符', en: 'prose and tables differ' },
  },
  {
    code: 'other_count',
    of: 'publisher_error',
    name: { zh: '口径与上年不同', en: 'counted otherwise than the year before' },
  },
  { code: 'misread_number', of: 'parser_error', name: { zh: '数字读错', en: 'a number was misread' } },
  {
    code: 'misplaced',
    of: 'parser_error',
    name: { zh: '行列对错', en: 'read into the wrong row or column' },
  },
  { code: 'missed_table', of: 'parser_error', name: { zh: '表格未读出', en: 'a table was not read' } },
  { code: 'misread_prose', of: 'parser_error', name: { zh: '正文理解有误', en: 'prose was misunderstood' } },
  { code: 'wrong_place', of: 'parser_error', name: { zh: '地方或年度认错', en: 'the wrong place or year' } },
  { code: 'explained', of: 'not_an_error', name: { zh: '报告中已说明', en: 'the report explains it' } },
  { code: 'other_scope', of: 'not_an_error', name: { zh: '统计范围不同', en: 'another scope' } },
  { code: 'real_change', of: 'not_an_error', name: { zh: '确有变化', en: 'it really changed' } },
  { code: 'rule_too_strict', of: 'not_an_error', name: { zh: '规则过严', en: 'the rule is too strict' } },
  { code: 'unreadable', of: 'unsure', name: { zh: '原文看不清', en: 'the page cannot be read' } },
  { code: 'no_evidence', of: 'unsure', name: { zh: '看不到原文', en: 'the page cannot be seen' } },
  { code: 'ask', of: 'unsure', name: { zh: '须问发布机关', en: 'the publisher must be asked' } },
];

export const reasonsOf = (verdict: Verdict): readonly Reason[] => REASONS.filter(({ of }) => of === verdict);
export const findReason = (code: string): Reason | undefined => REASONS.find((one) => one.code === code);

/** Whether a code may stand beside a verdict; none may always. */
export const fits = (verdict: Verdict, code: string | null | undefined): boolean =>
  !code || findReason(code)?.of === verdict;

export const VERDICT_NAMES: Readonly<Record<Verdict, Message>> = {
  publisher_error: { zh: '报告有误', en: "publisher's error" },
  parser_error: { zh: '读取有误', en: "our reader's error" },
  not_an_error: { zh: '并非错误', en: 'not an error' },
  unsure: { zh: '不能确定', en: 'unsure' },
};

export const isVerdict = (text: string): text is Verdict => VERDICTS.some((one) => one === text);
