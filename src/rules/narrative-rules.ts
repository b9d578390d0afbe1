import type { Rule } from './rule.ts';

const ALL_FORMS = ['2014', '2019', '2021'] as const;

/** Prose against tables, and prose against itself. */
export const NARRATIVE_RULES = {
  'narrative.mismatch': {
    title: { zh: '正文与表格应一致', en: 'text and table should agree' },
    why: {
      zh: '《政府信息公开条例》第五十条要求年报说明各项情况；正文与表格说的是同一年、同一机关的同一件事',
      en: 'the Regulations on Open Government Information, article 50, list what a report tells; text and tables speak of the same agency and year',
    },
    demands: { zh: '正文所说的数 = 表中的数', en: 'a count told in prose is that of the table' },
    forms: ALL_FORMS,
    scope: 'variable',
    counted: 'claim',
    severities: ['warning', 'question'],
    milder: {
      zh: '句子另有口径（区政府办、各部门、备案、一个机关报告中的“全市”）、正文别处与表一致、或等于表中几个数的组合时，列为待定',
      en: 'a question when the sentence may have another scope (an office of the government, its departments, filing, 全市 in the report of one office), is told rightly elsewhere, or a known combination of the table gives it',
    },
    needs: {
      zh: '表中有这个数，或能由各部分相加得出',
      en: "the table's number, or all parts of which it is the sum",
    },
    judge: { zh: '看那句话数的是什么、哪个范围', en: 'read what the sentence counts, and of whom' },
    fault: 'publisher',
  },
  'narrative.arithmetic': {
    title: { zh: '正文中的数字应算得通', en: 'figures in the text should compute' },
    why: {
      zh: '增长率、占比和分项之和由同一句话里的数算出',
      en: 'a rate of growth, a share and a sum of parts follow from the counts of the same sentence',
    },
    demands: {
      zh: '一句话里的增长率、占比、逐项列出的分项与其总数算得通',
      en: 'a growth rate, a share, or a full list of parts told in one sentence computes',
    },
    forms: ALL_FORMS,
    scope: 'claim',
    counted: 'sentence',
    severities: ['question'],
    needs: {
      zh: '同一句话里写明了算式的每一个数',
      en: 'every number of the calculation in the same sentence',
    },
    judge: {
      zh: '看这句话的数字是否四舍五入，或另有分项',
      en: 'see whether the sentence rounds, or leaves a part out',
    },
    fault: 'publisher',
  },
} as const satisfies Record<string, Rule>;
