import type { Rule } from './rule.ts';

const FORM_BASIS = {
  zh: '年报格式（国办公开办函〔2019〕60号、〔2021〕30号）规定了表格及其行列',
  en: 'the form of the report (国办公开办函〔2019〕60号, 〔2021〕30号) fixes the tables, their rows and their columns',
};
const lookup = {
  forms: ['2014', '2019', '2021'],
  scope: 'table',
  counted: 'found',
  fault: 'publisher',
} as const;
const shared = { forms: ['2014', '2019', '2021'], scope: 'table', counted: 'table' } as const;

/** Whether the tables of the form are there, whole and understood. */
export const TABLE_RULES = {
  'table.missing': {
    title: { zh: '缺少表格', en: 'table missing' },
    why: FORM_BASIS,
    demands: { zh: '格式规定的每张表都印出', en: 'each table of the form is printed' },
    ...shared,
    severities: ['warning'],
    judge: {
      zh: '看原文是没有印出，还是图片或附件',
      en: 'see whether the page leaves it out, or shows it as an image or attachment',
    },
    fault: 'publisher',
  },
  'table.incomplete': {
    title: { zh: '表格不完整', en: 'table incomplete' },
    why: FORM_BASIS,
    demands: { zh: '格式规定的行和列都印出', en: 'all rows and columns of the form are printed' },
    ...shared,
    severities: ['warning'],
    judge: {
      zh: '是发布者删去，还是改了名称而未被识别（同时有 table.unmapped）',
      en: 'see whether the publisher dropped them or renamed them (then table.unmapped stands beside it)',
    },
    fault: 'publisher',
  },
  'table.unmapped': {
    title: { zh: '表格中有未识别的行或列', en: 'row or column not recognised' },
    why: {
      zh: '表中每个印出的数都要有去处，不默默丢弃',
      en: 'each printed number of a table has to go somewhere: none is dropped in silence',
    },
    demands: { zh: '每一行、每一列都有变量接收', en: 'a variable takes each row and column' },
    ...shared,
    severities: ['warning', 'info'],
    milder: {
      zh: '多印的一列（小计）、一组各行之和，以及规定的表格之外另印的表格，为提示',
      en: "info for a column more (a subtotal), for a row that is the sum of its group's, and for a table beside the form's own",
    },
    judge: {
      zh: '如是已有项目的新写法，加为别名（docs/adding-a-label.md）',
      en: 'if it is a known item in new words, add the label (docs/adding-a-label.md)',
    },
    fault: 'either',
  },
  'table.header_missing': {
    title: { zh: '表头缺失', en: 'header missing' },
    why: {
      zh: '没有表头，列的含义只能按格式的次序推定',
      en: "without a header what a column means is only known by the form's order",
    },
    demands: { zh: '表格有可辨认的表头', en: 'the table has a readable header' },
    ...shared,
    severities: ['warning'],
    judge: { zh: '对照原文的列序', en: 'compare the order of the columns with the page' },
    fault: 'either',
  },
  'table.header_differs': {
    title: { zh: '重复的表头不一致', en: 'repeated header differs' },
    why: {
      zh: '续页的列应与首页相同；不同时可能串列',
      en: 'the columns of a later page should be those of the first; where they differ, numbers may be in the wrong column',
    },
    demands: { zh: '续页重复的表头与首页相同', en: 'a header repeated on a later page is that of the first' },
    ...shared,
    severities: ['info'],
    judge: { zh: '对照原文的列名', en: 'compare the names of the columns with the page' },
    fault: 'publisher',
  },
  'table.duplicate': {
    title: { zh: '同一行印了两次', en: 'a row printed twice' },
    why: {
      zh: '同一行只应有一个数；两个不同的数无法取舍',
      en: 'a row has one number a cell; of two different ones none can be chosen',
    },
    demands: { zh: '每一行只印一次', en: 'each row is printed once' },
    ...shared,
    severities: ['warning', 'info'],
    milder: {
      zh: '两次数字相同，或合并的一行是各分行之和，为提示',
      en: 'info when the numbers agree, or the one row is the sum of its parts',
    },
    judge: {
      zh: '数字不同时，看哪一份是后来更正的',
      en: 'where they differ, see which one was corrected later',
    },
    fault: 'publisher',
  },
  'lookup.applied': {
    title: { zh: '一个标签按对照读取', en: 'a label was read by a lookup' },
    why: {
      zh: '印出的标签与读作的行列都要留下',
      en: 'both stay known: the label that is printed and the row or column it was taken for',
    },
    demands: {
      zh: 'data/lookups 中经审阅的对照适用于本机关，报告印有这个标签',
      en: 'a reviewed lookup in data/lookups is made for this body, and the report prints its label',
    },
    ...lookup,
    severities: ['info'],
    judge: {
      zh: '只供核对：看原文这个标签是否确指此项',
      en: 'to be checked only: see whether the label means this item',
    },
  },
  'lookup.failed': {
    title: { zh: '一条标签对照不再适用', en: 'a lookup no longer fits' },
    why: { zh: '对照只对它所见的表格成立', en: 'a lookup holds only for the tables it was made for' },
    demands: {
      zh: '印有 data/lookups 中的标签，但由它读不出数字，或格式中它另有所指；错在对照，不在报告',
      en: 'a label of data/lookups is printed, but nothing is read by it or the form means something else by it: the data is at fault, not the report',
    },
    ...lookup,
    severities: ['error'],
    judge: { zh: '看原文，再修改或删去这条对照', en: 'see the page, then change or remove the lookup' },
  },
  'lookup.unused': {
    title: { zh: '一条标签对照没有用上', en: 'a lookup is of no use' },
    why: { zh: '没有用上的对照会掩盖原文已改', en: 'a lookup without use hides that the source was changed' },
    demands: {
      zh: '报告没有印出对照中的标签，或者不用对照也能识别',
      en: 'the report does not print the label of a lookup, or the label is understood without it',
    },
    ...lookup,
    severities: ['warning'],
    judge: { zh: '改正年份，或删去这条对照', en: 'mend its years or remove it' },
  },
} as const satisfies Record<string, Rule>;
