import type { Message } from '../model/finding.ts';

/** A rule over several reports, or over reviewed data, as a person reads of it. */
export interface CrossRule {
  readonly id: string;
  readonly scope: string;
  readonly severity: string;
  readonly title: Message;
  readonly why: Message;
  readonly judge: Message;
}

const both = (zh: string, en: string): Message => ({ zh, en });

/** Every rule that needs more than one report. What counts as unlikely is in peers/thresholds.ts. */
export const CROSS_RULES: readonly CrossRule[] = [
  {
    id: 'applications.carry_over',
    scope: 'column',
    severity: 'error, warning, question',
    title: both(
      '上年结转应等于上年报告的结转下年',
      'carried in should equal what the year before carried out',
    ),
    why: both(
      '本年的上年结转 = 同一机关上年报告的结转下年，逐列核对；无论先收到哪一年的报告',
      "`carried_in` of a year = `carried_out` of the same body's report of the year before, for each column, whichever is loaded first",
    ),
    judge: both(
      '看哪一年的报告与自身的勾稽关系不符；有空格时为警告；署名不同、未必是同一口径时为待定',
      'see which of the two reports contradicts itself; a warning when an empty cell took part, a question when the two are headed differently and may count different things',
    ),
  },
  {
    id: 'disclosure.in_force',
    scope: 'row',
    severity: 'warning, question',
    title: both('现行有效件数应与上年相接', 'documents in force should follow from the year before'),
    why: both(
      '现行有效 = 上年现行有效 + 本年制发 − 本年废止',
      '`in_force` = `in_force` of the year before + `issued` − `repealed`',
    ),
    judge: both(
      '文件到期自动失效、机构改革后重新统计也会造成差额',
      'documents that end by their own term, or a count made anew after a reform, make a difference too',
    ),
  },
  {
    id: 'series.gap',
    scope: 'series',
    severity: 'question',
    title: both('历年报告有缺', 'a year is missing'),
    why: both(
      '同一机关的报告中间缺少一年或几年',
      'between two reports of the same body one or more years are missing',
    ),
    judge: both(
      '看该年报告是没有发布，还是没有收集到',
      'see whether it was never published, or only not collected',
    ),
  },
  {
    id: 'series.duplicate',
    scope: 'series',
    severity: 'question',
    title: both('同一年度有两份报告', 'two reports about one year'),
    why: both(
      '同一机关同一年度有署名写法不同的两份报告，都作为现行版本',
      'two reports about the same year whose headings name the same body differently are both in force',
    ),
    judge: both('看哪一份是正式发布的', 'see which of them is the official one'),
  },
  {
    id: 'series.reissued',
    scope: 'report',
    severity: 'info',
    title: both('报告重新发布，数有改动', 'a report was issued again with other numbers'),
    why: both(
      '各版本都保留，采用最新的一版，列出改动的数',
      'every version is kept and the newest is used; the numbers that changed are listed',
    ),
    judge: both('对照两个版本', 'compare the two versions'),
  },
  {
    id: 'series.copied_tables',
    scope: 'tables',
    severity: 'question',
    title: both('各表与其他年度完全相同', 'the tables are those of another year'),
    why: both('同一机关两个年度的数完全相同', 'the same body prints the very same numbers for two years'),
    judge: both('多半是沿用了上年的表', "most likely last year's tables were left standing"),
  },
  {
    id: 'series.jump',
    scope: 'variable',
    severity: 'question',
    title: both('与历年相差悬殊', 'far from its own other years'),
    why: both(
      '与该机关至少四个其他年度相比，对数的稳健标准分达到 5',
      'beside at least four other years of the body its robust score on logarithms is 5 or more',
    ),
    judge: both(
      '看职能是否有变化，或有没有多录、漏录一位',
      'see whether its duties changed, or a digit was added or lost',
    ),
  },
  {
    id: 'series.unit',
    scope: 'variable',
    severity: 'question',
    title: both('金额可能以元为单位', 'an amount may be in yuan'),
    why: both('约为该机关其他年度的一万倍', "it is some 10,000 times the body's other years"),
    judge: both('看表头写的单位', 'see which unit the head of the table names'),
  },
  {
    id: 'peer.outlier',
    scope: 'variable',
    severity: 'question',
    title: both('与同类机关相差悬殊', 'far from its peers'),
    why: both(
      '与本省同级、同年的至少 12 个同类机关相比，对数的稳健标准分达到 6；历年一向偏少的不列',
      'beside at least 12 bodies of the same kind, level, province and year its robust score on logarithms is 6 or more; a body that has little every year is left out',
    ),
    judge: both('看人口、职能是否与众不同', 'see whether its size or duties set it apart'),
  },
  {
    id: 'peer.parts',
    scope: 'variable',
    severity: 'question',
    title: both('少于所属部门之和', 'less than its departments together'),
    why: both(
      '政府的报告应包括各部门、乡镇，总数不应少于已有各份之和',
      'the report of a whole government counts those of its departments and towns, so its total cannot be below theirs',
    ),
    judge: both(
      '看政府的报告说的是全市、全县，还是只是办公室',
      "see whether the government's report speaks for all (全市) or for its office alone",
    ),
  },
  {
    id: 'peer.copied_tables',
    scope: 'tables',
    severity: 'question',
    title: both('各表与其他机关完全相同', 'the tables are those of another body'),
    why: both(
      '至少有十个大于 1 的数，且全部相同',
      'all numbers are the same, and at least ten of them are above 1',
    ),
    judge: both(
      '看是抄录，还是同一份报告挂在两处',
      'see whether they were copied, or one report stands in two places',
    ),
  },
  {
    id: 'peer.copied_text',
    scope: 'text',
    severity: 'info',
    title: both('正文与其他机关几乎相同', 'the text is almost that of another body'),
    why: both(
      '除机关、地名和年度外，九成以上的文字相同',
      'but for the names of body and place and the year, nine tenths of the text are the same',
    ),
    judge: both('看是不是共用的模板', 'see whether they share a template'),
  },
  {
    id: 'correction.failed',
    scope: 'variable',
    severity: 'error',
    title: both('一条更正不再适用', 'a correction no longer fits'),
    why: both(
      'data/corrections 中的更正所预期的印刷文字与报告不同，未采用；错在更正，不在报告',
      'what is printed is not what a correction in data/corrections expects, so it was not applied: the data is at fault, not the report',
    ),
    judge: both(
      '看原文是否已更正，再修改或删去这条更正',
      'see whether the source was mended, then change or remove the correction',
    ),
  },
  {
    id: 'correction.unused',
    scope: 'variable',
    severity: 'warning',
    title: both('一条更正已无用处', 'a correction is of no use'),
    why: both('印刷的数就是更正后的数', 'what is printed is the corrected number already'),
    judge: both('删去这条更正', 'remove the correction'),
  },
];
