import type { Rule } from './rule.ts';

/**
 * Rules over several reports, or over reviewed data. What they find is worded as what was met with; what counts as
 * unlikely is in validators/peers/thresholds.ts.
 */
export const CROSS_RULES = {
  'applications.carry_over': {
    title: {
      zh: '上年结转应等于上年报告的结转下年',
      en: 'carried in should equal what the year before carried out',
    },
    why: {
      zh: '结转下年的申请就是下一年的上年结转',
      en: 'what one year carries out is what the next carries in',
    },
    demands: {
      zh: '本年的上年结转 = 同一机关上年报告的结转下年，逐列核对；无论先收到哪一年的报告',
      en: "`carried_in` of a year = `carried_out` of the same body's report of the year before, for each column, whichever is loaded first",
    },
    forms: ['2019', '2021'],
    scope: 'column',
    counted: 'found',
    severities: ['error', 'warning', 'question'],
    milder: {
      zh: '有空格参与时为警告；两份报告署名不同、未必是同一机关或口径，或者区划在本年有合并、析置时为待定',
      en: 'a warning when an empty cell took part; a question when the two reports are headed differently and may be of two bodies or scopes, or when the area changed by a merge or split',
    },
    judge: {
      zh: '看哪一年的报告与自身的勾稽关系不符；有空格时为警告；署名不同、未必是同一口径时为待定',
      en: 'see which of the two reports contradicts itself; a warning when an empty cell took part, a question when the two are headed differently and may count different things',
    },
    fault: 'publisher',
  },
  'disclosure.in_force': {
    title: { zh: '现行有效件数应与上年相接', en: 'documents in force should follow from the year before' },
    why: {
      zh: '现行有效的文件由上年有效的、本年制发和废止的决定',
      en: 'what is in force follows from what was, and from what was issued and repealed',
    },
    demands: {
      zh: '现行有效 = 上年现行有效 + 本年制发 − 本年废止',
      en: '`in_force` = `in_force` of the year before + `issued` − `repealed`',
    },
    forms: ['2021'],
    scope: 'row',
    counted: 'found',
    severities: ['warning', 'question'],
    milder: {
      zh: '两份报告署名不同、未必是同一机关，或者区划在本年有合并、析置时为待定',
      en: 'a question when the two reports are headed differently and may be of two bodies, or when the area changed by a merge or split',
    },
    judge: {
      zh: '文件到期自动失效、机构改革后重新统计也会造成差额',
      en: 'documents that end by their own term, or a count made anew after a reform, make a difference too',
    },
    fault: 'publisher',
  },
  'series.reorganised': {
    title: { zh: '区划在本年有调整', en: 'the area of the place changed' },
    why: {
      zh: '合并或析置之后是另一片区域，上年的数字未必可比',
      en: 'after a merge or a split it is another area, and the year before is hardly comparable',
    },
    demands: {
      zh: '报告年度内有 data/divisions 所记的合并或析置；更名、换代码不算，系列照旧',
      en: 'data/divisions has a merge or split in the year of the report; a new name or code alone is none, the series goes on',
    },
    forms: ['2014', '2019', '2021'],
    scope: 'series',
    counted: 'found',
    severities: ['info'],
    judge: { zh: '比较历年时注意', en: 'mind it when years are compared' },
    fault: 'either',
  },
  'series.gap': {
    title: { zh: '历年报告有缺', en: 'a year is missing' },
    why: {
      zh: '《政府信息公开条例》第四十九条：年报每年公布',
      en: 'the Regulations on Open Government Information, article 49: a report is published every year',
    },
    demands: {
      zh: '同一机关的报告中间缺少一年或几年',
      en: 'between two reports of the same body one or more years are missing',
    },
    forms: ['2014', '2019', '2021'],
    scope: 'series',
    counted: 'found',
    severities: ['question'],
    judge: {
      zh: '看该年报告是没有发布，还是没有收集到',
      en: 'see whether it was never published, or only not collected',
    },
    fault: 'publisher',
  },
  'series.duplicate': {
    title: { zh: '同一年度有两份报告', en: 'two reports about one year' },
    why: { zh: '一个机关一年只有一份年报', en: 'a body has one report a year' },
    demands: {
      zh: '同一年度有政府署名的报告，又有其办公室署名的报告，都作为现行版本；同一机关名称的不同写法是同一份报告的版本',
      en: 'about the same year there is a report headed by a government and one headed by its office, and both are in force; other spellings of one name are versions of one report',
    },
    forms: ['2014', '2019', '2021'],
    scope: 'series',
    counted: 'found',
    severities: ['question'],
    judge: {
      zh: '看两份是不是同一机关的；是的话，哪一份是正式发布的',
      en: 'see whether both are of one body; if so, which of them is the official one',
    },
    fault: 'publisher',
  },
  'series.reissued': {
    title: { zh: '报告重新发布，数有改动', en: 'a report was issued again with other numbers' },
    why: {
      zh: '重新发布的报告以新版为准，改动要能看见',
      en: 'of a report issued again the new version counts, and what changed must be seen',
    },
    demands: {
      zh: '各版本都保留，采用最新的一版，列出改动的数',
      en: 'every version is kept and the newest is used; the numbers that changed are listed',
    },
    forms: ['2014', '2019', '2021'],
    scope: 'report',
    counted: 'found',
    severities: ['info'],
    judge: { zh: '对照两个版本', en: 'compare the two versions' },
    fault: 'publisher',
  },
  'series.tied_versions': {
    title: { zh: '几个版本分不出先后，数字不同', en: 'versions that no date puts in order differ' },
    why: {
      zh: '采用哪一版只是约定，采用的数字可能不是正式的',
      en: 'which of them counts is a mere convention, and its figures may not be the official ones',
    },
    demands: {
      zh: '同一份报告的几个版本发布日期相同或没有，也不是先后几天取得的，而数字不同；依次以印有日期的、从网站取得的、网址排在最后的、最后入库的为准',
      en: 'versions of one report with other numbers have the same date of publication or none, and were not had on different days; in force is the one with a date, then the one from a site, then the one whose address comes last, then the one that came into the database last',
    },
    forms: ['2014', '2019', '2021'],
    scope: 'report',
    counted: 'found',
    severities: ['warning'],
    judge: {
      zh: '看哪一版是正式发布的，去掉其他版本，或改正采用的数字',
      en: 'see which of them is the official one; take the others out, or correct the numbers that are used',
    },
    fault: 'publisher',
  },
  'series.copied_tables': {
    title: { zh: '各表与其他年度完全相同', en: 'the tables are those of another year' },
    why: { zh: '两年的数很少完全相同', en: 'the numbers of two years are seldom all the same' },
    demands: {
      zh: '同一机关两个年度的数完全相同',
      en: 'the same body prints the very same numbers for two years',
    },
    forms: ['2014', '2019', '2021'],
    scope: 'tables',
    counted: 'found',
    severities: ['question'],
    judge: { zh: '多半是沿用了上年的表', en: "most likely last year's tables were left standing" },
    fault: 'publisher',
  },
  'series.jump': {
    title: { zh: '与历年相差悬殊', en: 'far from its own other years' },
    why: { zh: '一个机关的数很少骤变', en: 'the numbers of a body seldom jump' },
    demands: {
      zh: '与该机关至少四个其他年度相比，对数的稳健标准分达到 5',
      en: 'beside at least four other years of the body its robust score on logarithms is 5 or more',
    },
    forms: ['2014', '2019', '2021'],
    scope: 'variable',
    counted: 'found',
    severities: ['question'],
    judge: {
      zh: '看职能是否有变化，或有没有多录、漏录一位',
      en: 'see whether its duties changed, or a digit was added or lost',
    },
    fault: 'either',
  },
  'series.unit': {
    title: { zh: '金额可能以元为单位', en: 'an amount may be in yuan' },
    why: {
      zh: '金额以万元为单位，按元填写会大一万倍',
      en: 'amounts are in 10,000 yuan; written in yuan they are 10,000 times as large',
    },
    demands: { zh: '约为该机关其他年度的一万倍', en: "it is some 10,000 times the body's other years" },
    forms: ['2014', '2019', '2021'],
    scope: 'variable',
    counted: 'found',
    severities: ['question'],
    judge: { zh: '看表头写的单位', en: 'see which unit the head of the table names' },
    fault: 'either',
  },
  'peer.outlier': {
    title: { zh: '与同类机关相差悬殊', en: 'far from its peers' },
    why: { zh: '同类机关的数大致相当', en: 'bodies of one kind have numbers of one size' },
    demands: {
      zh: '与本省同级、同年的至少 12 个同类机关相比，对数的稳健标准分达到 6；历年一向偏少的不列',
      en: 'beside at least 12 bodies of the same kind, level, province and year its robust score on logarithms is 6 or more; a body that has little every year is left out',
    },
    forms: ['2014', '2019', '2021'],
    scope: 'variable',
    counted: 'found',
    severities: ['question'],
    judge: { zh: '看人口、职能是否与众不同', en: 'see whether its size or duties set it apart' },
    fault: 'either',
  },
  'peer.parts': {
    title: { zh: '少于所属部门之和', en: 'less than its departments together' },
    why: {
      zh: '政府的报告包括所属部门和乡镇',
      en: 'the report of a government includes its departments and towns',
    },
    demands: {
      zh: '政府的报告应包括各部门、乡镇，总数不应少于已有各份之和',
      en: 'the report of a whole government counts those of its departments and towns, so its total cannot be below theirs',
    },
    forms: ['2014', '2019', '2021'],
    scope: 'variable',
    counted: 'found',
    severities: ['question'],
    judge: {
      zh: '看政府的报告说的是全市、全县，还是只是办公室',
      en: "see whether the government's report speaks for all (全市) or for its office alone",
    },
    fault: 'publisher',
  },
  'peer.copied_tables': {
    title: { zh: '各表与其他机关完全相同', en: 'the tables are those of another body' },
    why: { zh: '两个机关的数很少完全相同', en: 'the numbers of two bodies are seldom all the same' },
    demands: {
      zh: '至少有十个大于 1 的数，且全部相同',
      en: 'all numbers are the same, and at least ten of them are above 1',
    },
    forms: ['2014', '2019', '2021'],
    scope: 'tables',
    counted: 'found',
    severities: ['question'],
    judge: {
      zh: '看是抄录，还是同一份报告挂在两处',
      en: 'see whether they were copied, or one report stands in two places',
    },
    fault: 'publisher',
  },
  'peer.copied_text': {
    title: { zh: '正文与其他机关几乎相同', en: 'the text is almost that of another body' },
    why: { zh: '照抄的正文未必说的是本机关的事', en: 'a text that was copied may not speak of this body' },
    demands: {
      zh: '除机关、地名和年度外，九成以上的文字相同',
      en: 'but for the names of body and place and the year, nine tenths of the text are the same',
    },
    forms: ['2014', '2019', '2021'],
    scope: 'text',
    counted: 'found',
    severities: ['info'],
    judge: { zh: '看是不是共用的模板', en: 'see whether they share a template' },
    fault: 'publisher',
  },
  'correction.failed': {
    title: { zh: '一条更正不再适用', en: 'a correction no longer fits' },
    why: { zh: '更正只对它所见的原文成立', en: 'a correction holds only for the text it was made for' },
    demands: {
      zh: 'data/corrections 中的更正所预期的印刷文字与报告不同，未采用；错在更正，不在报告',
      en: 'what is printed is not what a correction in data/corrections expects, so it was not applied: the data is at fault, not the report',
    },
    forms: ['2014', '2019', '2021'],
    scope: 'variable',
    counted: 'found',
    severities: ['error'],
    judge: {
      zh: '看原文是否已更正，再修改或删去这条更正',
      en: 'see whether the source was mended, then change or remove the correction',
    },
    fault: 'publisher',
  },
  'correction.unused': {
    title: { zh: '一条更正已无用处', en: 'a correction is of no use' },
    why: {
      zh: '没有用处的更正会掩盖原文已改',
      en: 'a correction without use hides that the source was mended',
    },
    demands: { zh: '印刷的数就是更正后的数', en: 'what is printed is the corrected number already' },
    forms: ['2014', '2019', '2021'],
    scope: 'variable',
    counted: 'found',
    severities: ['warning'],
    judge: { zh: '删去这条更正', en: 'remove the correction' },
    fault: 'publisher',
  },
} as const satisfies Record<string, Rule>;
