import type { Operands, Rule } from './rule.ts';

/**
 * Blank cells and placeholders count as nothing, because that is how publishers print a zero; a table that is not
 * there, a number whose cell is not certain and a cell that cannot be read do not.
 */
const OPERANDS = {
  blocking: ['no_table', 'ambiguous', 'unreadable'],
  zero: ['blank', 'dash'],
  zeroUnlessMissed: ['absent'],
} as const satisfies Operands;

const NEEDS = {
  zh: '等式每一边至少印有一个数字；空格和占位符按无计；没有读不出、不确定或缺表的格',
  en: 'at least one printed number on each side; blank cells and placeholders count as nothing; no cell is unreadable, uncertain or without its table',
};
const MILDER = {
  zh: '数额较小的一边有空格时为警告：可能只是漏填；或者第二种读法读出的数不同',
  en: 'a warning when an empty cell on the smaller side could make up the difference, or when a second reading of the document gives other numbers',
};
const JUDGE = {
  zh: '先看第二种读法是否也是这些数（数据中为 `confirmed`）：是，才是报告自己的矛盾；再对照原文，看建议的改动哪一个说得通',
  en: "look first whether a second reading gives the same numbers (`confirmed` in the data): only then is the contradiction the report's own; then see on the page which of the suggested changes makes sense",
};

const shared = { counted: 'equation', needs: NEEDS, operands: OPERANDS, fault: 'publisher' } as const;
const printed = { ...shared, severities: ['error', 'warning'], milder: MILDER, judge: JUDGE } as const;

/** Identities of the forms; what they compute stands in src/forms. */
export const IDENTITY_RULES = {
  'applications.balance': {
    title: {
      zh: '新收加上年结转应等于办结加结转下年',
      en: 'received and carried in should equal processed and carried out',
    },
    why: {
      zh: '表三表头印有此勾稽关系：第一项加第二项之和，等于第三项加第四项之和（国办公开办函〔2019〕60号、〔2021〕30号）',
      en: 'printed in the head of the table: the first and second item add up to the third and fourth (notices 国办公开办函〔2019〕60号 and 〔2021〕30号)',
    },
    demands: {
      zh: '新收 + 上年结转 = 办理总计 + 结转下年，逐列核对',
      en: '`received_new` + `carried_in` = `total_processed` + `carried_out`, for each column',
    },
    forms: ['2019', '2021'],
    scope: 'column',
    ...printed,
  },
  'applications.row_total': {
    title: { zh: '各类申请人之和应等于总计', en: 'applicants should add up to the total' },
    why: {
      zh: '每件申请的申请人只属于六类之一，最后一列是它们的合计',
      en: 'each application comes from one of the six kinds of applicants, and the last column is their total',
    },
    demands: {
      zh: '六类申请人之和 = 总计，逐行核对',
      en: 'the six applicant columns add up to `total`, for each row',
    },
    forms: ['2019', '2021'],
    scope: 'row',
    ...printed,
  },
  'applications.result_total': {
    title: { zh: '各项办理结果之和应等于总计', en: 'results should add up to the total' },
    why: {
      zh: '每件办结的申请只记一种结果，（七）总计是（一）至（六）各项之和',
      en: 'each application that was dealt with has one result, and (7) is the total of (1) to (6)',
    },
    demands: {
      zh: '各项办理结果之和 = （七）总计，逐列核对',
      en: 'the results add up to `total_processed`, for each column',
    },
    forms: ['2019', '2021'],
    scope: 'column',
    ...printed,
  },
  'challenges.total': {
    title: { zh: '各项结果之和应等于总计', en: 'outcomes should add up to the total' },
    why: {
      zh: '每件复议或诉讼不是已有一种结果，就是尚未审结',
      en: 'each case has one outcome or is still pending',
    },
    demands: {
      zh: '维持 + 纠正 + 其他 + 尚未审结 = 总计，逐组核对',
      en: '`upheld` + `corrected` + `other` + `pending` = `total`, for each group',
    },
    forms: ['2019', '2021'],
    scope: 'group',
    ...printed,
  },
  'statistics.total': {
    title: { zh: '各分项之和应等于总数', en: 'parts should add up to the total' },
    why: {
      zh: '2014 年的统计表（国办发〔2014〕32号）把分项列在总数之下，但没有印明勾稽关系',
      en: 'the table of 2014 (国办发〔2014〕32号) sets the parts below their total, but prints no rule that they add up',
    },
    demands: {
      zh: '统计表（2013–2018）中各分项之和 = 总数',
      en: 'in the statistics table of 2013–2018 the parts add up to their total',
    },
    forms: ['2014'],
    scope: 'total',
    ...shared,
    severities: ['warning'],
    judge: {
      zh: '统计表允许有未列出的分项，对照原文',
      en: 'the table may leave parts out: look at the page',
    },
  },
} as const satisfies Record<string, Rule>;

export type IdentityRuleId = keyof typeof IDENTITY_RULES;
