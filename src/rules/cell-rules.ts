import type { Rule } from './rule.ts';

const shared = { forms: ['2014', '2019', '2021'], scope: 'variable', counted: 'cell' } as const;

/** What a single cell prints. */
export const CELL_RULES = {
  'cell.malformed': {
    title: { zh: '数字写法不规范', en: 'number not written as one' },
    why: {
      zh: '格式规定每格填写一个数；其他写法可能掩盖误填',
      en: 'the form demands one plain number a cell; another way of writing may hide a slip',
    },
    demands: {
      zh: '数字写成数字：不是 00、１２、22（其中修订16件）',
      en: 'a number is written as one: not 00, １２, 22（其中修订16件）',
    },
    ...shared,
    severities: ['warning', 'info'],
    milder: {
      zh: '全角和千位分隔符不影响数值，为提示',
      en: 'full width and thousands separators cannot change the number: info',
    },
    judge: {
      zh: '对照原文，看读出的数是不是所印的数',
      en: 'see on the page that the number is the one meant',
    },
    fault: 'publisher',
  },
  'cell.unreadable': {
    title: { zh: '单元格读不出数字', en: 'cell holds no number' },
    why: { zh: '格式规定填写数字', en: 'the form demands a number' },
    demands: {
      zh: '格中印的是数字、空白或占位符',
      en: 'the cell prints a number, nothing, or a placeholder',
    },
    ...shared,
    severities: ['warning'],
    judge: { zh: '对照原文', en: 'look at the page' },
    fault: 'publisher',
  },
  'cell.ambiguous': {
    title: { zh: '数字或其所在的格不确定', en: 'a number or its column not certain' },
    why: {
      zh: '转换时丢失了空格、图像识别没有把握、同一行印了两次，或一格中的数字可能是几个数，宁可没有数，不可有错数',
      en: 'blanks were lost on the way, the picture was not read surely, a row is printed twice, or the digits of a cell may be several numbers: rather no number than a wrong one',
    },
    demands: {
      zh: '每个数字及其所在的格可以确定',
      en: 'each number and its cell are certain',
    },
    ...shared,
    scope: 'row',
    severities: ['warning'],
    judge: {
      zh: '用保留了表格的版本（HTML）重新读取；算术能唯一确定的，推算的数标在旁边（数据中为 `imputed`）',
      en: 'read a version that kept its table (HTML); what arithmetic proves stands beside it as deduced (`imputed` in the data)',
    },
    fault: 'parser',
  },
  'cell.implausible': {
    title: { zh: '数字大得不可能', en: 'number beyond the possible' },
    why: {
      zh: '超过全国总数的数不会是一个机关的数：多半是漏了小数点、两个数连在一起，或单位有误',
      en: 'a number above that of the whole country is not that of one body: a point was lost, two numbers ran together, or the unit is another',
    },
    demands: {
      zh: '数在可能的范围之内（src/forms/bounds.ts）',
      en: 'the number is within what is possible (src/forms/bounds.ts)',
    },
    ...shared,
    severities: ['warning'],
    judge: {
      zh: '对照原文；所印的数照录，不作改动',
      en: 'look at the page; the number is kept as it is printed',
    },
    fault: 'either',
  },
  'cell.disputed': {
    title: { zh: '两种读法读出的数不同', en: 'two ways of reading give different numbers' },
    why: {
      zh: '不经表格、按文字次序再读一遍，这一格得到另一个数：在归咎于报告之前，读取本身存疑',
      en: 'read a second time in the order of its text, without the table, the document gives another number for the cell: the reading is in doubt before the report is',
    },
    demands: {
      zh: '等式不符时，所涉各格两种读法一致',
      en: 'where an equation fails, both ways of reading agree on its cells',
    },
    ...shared,
    counted: 'found',
    severities: ['warning'],
    judge: {
      zh: '对照原文：表格读取有误时请报告，原文确有矛盾时按该规则处理',
      en: 'look at the page: if the table was read wrongly, report it; if the page contradicts itself, judge that rule',
    },
    fault: 'parser',
  },
  'cell.unit': {
    title: { zh: '单位与格式不同', en: 'another unit' },
    why: {
      zh: '格式规定了单位；印的是另一单位时必须换算才能比较，不能换算的只能照录',
      en: 'the form fixes the unit; another one must be converted before numbers compare, and where none can be the number is kept as it is',
    },
    demands: { zh: '印的单位与格式相同', en: "the unit is the form's" },
    ...shared,
    severities: ['info', 'question'],
    milder: { zh: '已换算的只供参考', en: 'one that was converted is only told of' },
    judge: {
      zh: '确认换算无误，或这一行确是表格中的那一项；raw 为印刷原文',
      en: "see that the conversion is right, or that the row is the form's; raw holds the printed text",
    },
    fault: 'publisher',
  },
} as const satisfies Record<string, Rule>;
