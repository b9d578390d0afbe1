import type { Rule } from './rule.ts';

const SEE_PAGE = { zh: '对照原文', en: 'look at the page' };
const EARLIER = {
  zh: '须有同一机关上一年的报告',
  en: 'needs the report of the same agency about the year before',
};
const shared = { forms: ['2019', '2021'], counted: 'found', fault: 'publisher' } as const;

/** In the public contract, not evaluated by this release: a rule that is built moves to the table of its room. */
export const RESERVED_RULES = {
  'applications.carry_over': {
    title: { zh: '上年结转应与上年报告一致', en: 'carried in should be what the year before carried out' },
    why: {
      zh: '结转下年的申请就是下一年的上年结转',
      en: 'what one year carries out is what the next carries in',
    },
    demands: {
      zh: '本年的上年结转 = 上年报告的结转下年',
      en: '`carried_in` of a year = `carried_out` of the year before',
    },
    scope: 'column',
    severities: ['error'],
    needs: EARLIER,
    judge: EARLIER,
    ...shared,
  },
  'disclosure.in_force': {
    title: { zh: '现行有效件数应与上年衔接', en: 'in force should follow from the year before' },
    why: {
      zh: '现行有效的文件由上年有效的、本年制发和废止的决定',
      en: 'what is in force follows from what was, and what was issued and repealed',
    },
    demands: {
      zh: '现行有效 = 上年现行有效 + 本年制发 − 本年废止',
      en: '`in_force` = `in_force` of the year before + `issued` − `repealed`',
    },
    scope: 'row',
    severities: ['question'],
    needs: EARLIER,
    judge: EARLIER,
    ...shared,
  },
  'series.*': {
    title: { zh: '与历年相比', en: 'against its own years' },
    why: { zh: '一个机关的数很少骤变', en: "an agency's numbers seldom jump" },
    demands: { zh: '与本机关历年相比合情理', en: "plausible against the agency's own years" },
    scope: 'variable',
    severities: ['question'],
    judge: SEE_PAGE,
    ...shared,
  },
  'peer.*': {
    title: { zh: '与同类机关相比', en: 'against its peers' },
    why: { zh: '同类机关的数大致相当', en: 'agencies of one kind have numbers of one size' },
    demands: { zh: '与同类机关相比合情理', en: 'plausible against its peers' },
    scope: 'variable',
    severities: ['question'],
    judge: SEE_PAGE,
    ...shared,
  },
  'document.duplicate': {
    title: { zh: '重复的文件', en: 'duplicate document' },
    why: { zh: '同一份报告只计一次', en: 'a report counts once' },
    demands: { zh: '不与另一份文件相同', en: 'it is not the same as another document' },
    scope: 'document',
    severities: ['info'],
    judge: SEE_PAGE,
    ...shared,
  },
} as const satisfies Record<string, Rule>;
