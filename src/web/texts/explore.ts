import type { Message } from '../../model/finding.ts';
import type { Level } from '../../model/status.ts';
import type { Rule } from '../../rules/rule.ts';
import type { ReportSort } from '../../store/explore/list-report-lines.ts';
import type { CheckState } from '../../store/explore/report-filter.ts';
import { counted, type Texts } from './text.ts';

const n = (value: number): string => value.toLocaleString('en');

/** What the pages of reports, places, variables, rules and runs say. */
export const EXPLORE = {
  reports: { zh: '报告', en: 'Reports' },
  count: (total: number) => ({
    zh: `${n(total)} 份`,
    en: counted(total, 'report'),
  }),
  shown: (from: number, to: number, total: number) => ({
    zh: `第 ${n(from)}–${n(to)} 份，共 ${n(total)} 份`,
    en: `${n(from)}–${n(to)} of ${n(total)}`,
  }),
  none: { zh: '没有符合条件的报告。', en: 'No report is like this.' },
  filters: { zh: '筛选', en: 'Filters' },
  clear: { zh: '清除筛选', en: 'Clear the filters' },
  year: { zh: '年度', en: 'Year' },
  place: { zh: '地方', en: 'Place' },
  province: { zh: '省份', en: 'Province' },
  below: { zh: '下级地方', en: 'Places below' },
  agency: { zh: '机关', en: 'Agency' },
  title: { zh: '标题', en: 'Title' },
  level: { zh: '层级', en: 'Level' },
  form: { zh: '格式', en: 'Form' },
  published: { zh: '公布日期', en: 'Published' },
  checks: { zh: '核对', en: 'Checks' },
  passed: { zh: '通过', en: 'Held' },
  failed: { zh: '不符', en: 'Failed' },
  open: { zh: '无法核对', en: 'Not evaluable' },
  findings: { zh: '问题', en: 'Findings' },
  versions: { zh: '版本', en: 'Version' },
  current: { zh: '现行', en: 'in force' },
  replaced: { zh: '已被取代', en: 'replaced' },
  withVersions: { zh: '含已被取代的版本', en: 'with versions that were replaced' },
  division: { zh: '区划代码', en: 'Division code' },
  columns: { zh: '列', en: 'Columns' },
  show: { zh: '显示', en: 'Show' },
  search: { zh: '查找', en: 'Search' },
  agencyPart: { zh: '机关名称中的字', en: 'Part of an agency name' },
  unknown: { zh: '未知', en: 'not known' },
  noForm: { zh: '无统计表格式', en: 'none' },
  notCounted: { zh: '计数超时', en: 'count timed out' },
  more: (rest: number) => ({ zh: `另有 ${rest} 项`, en: `${rest} more` }),
  wholeList: (total: number) => ({ zh: `全部 ${n(total)} 行 CSV`, en: `all ${n(total)} rows as CSV` }),
  sortBy: { zh: '排序', en: 'Sort by' },

  coverage: { zh: '覆盖', en: 'Coverage' },
  coverageOf: (name: string) => ({ zh: `${name}的覆盖`, en: `Coverage of ${name}` }),
  coverageIs: {
    zh: '每格：有现行报告的地方数（共有多少地方）和报告份数；颜色越浓，有报告的地方所占比例越高。',
    en: 'Each cell: divisions with a report in force (of how many there were) and the number of reports; the stronger its colour, the larger the share of divisions with one.',
  },
  ofDivisions: (have: number, all: number, reports: number) => ({
    zh: `${have} / ${all} 个地方有报告，共 ${n(reports)} 份`,
    en: `${have} of ${counted(all, 'division')} ${have === 1 ? 'has' : 'have'} a report, ${counted(reports, 'report')}`,
  }),
  noneThere: { zh: '没有报告', en: 'no report' },
  notInForce: { zh: '当年没有此区划', en: 'there was no such division' },
  allPlaces: { zh: '全国', en: 'All of China' },
  total: { zh: '合计', en: 'Total' },
  shade: { zh: '有报告的地方所占比例', en: 'share of divisions with a report' },

  divisionPage: { zh: '地方', en: 'Place' },
  code: { zh: '代码', en: 'Code' },
  inForce: { zh: '使用年份', en: 'In force' },
  until: (first: number, last: number | null) => ({
    zh: last === null ? `${first} 年起` : `${first}–${last}`,
    en: last === null ? `since ${first}` : `${first}–${last}`,
  }),
  upTo: (year: number) => ({ zh: `到 ${year} 年为止`, en: `until ${year}` }),
  liesIn: { zh: '全称', en: 'In full' },
  pinyin: { zh: '拼音', en: 'Pinyin' },
  names: { zh: '名称与代码', en: 'Names and codes' },
  changes: { zh: '区划变更', en: 'Changes' },
  basis: { zh: '依据', en: 'Basis' },
  from: { zh: '原', en: 'From' },
  to: { zh: '现', en: 'To' },
  date: { zh: '日期', en: 'Date' },
  kind: { zh: '类型', en: 'Kind' },
  agencies: { zh: '机关与年度', en: 'Agencies and years' },
  agenciesIs: {
    zh: '每格为一份现行报告：✓ 能核对的都通过，数字为不符的项数，○ 无可核对项。',
    en: 'Each cell is a report in force: ✓ all checks that could be made held, a number says how many failed, ○ none could be made.',
  },
  noSuchVariable: {
    zh: '没有这个变量，全部变量见 /variables',
    en: 'there is no such variable; all are on /variables',
  },
  withdrawnIs: {
    zh: '† 原文已从网站撤下，读出的数保留。',
    en: '† the site has the report no more; what was read of it stays.',
  },
  noAgencies: { zh: '这里还没有报告。', en: 'There is no report of this place yet.' },
  placesBelow: { zh: '下级地方', en: 'Places below' },
  openFindings: { zh: '查看问题', en: 'Its findings' },
  itsReports: { zh: '查看报告', en: 'Its reports' },

  seriesPage: { zh: '历年数据', en: 'Over the years' },
  pickVariables: { zh: '选择变量（至多 6 个）', en: 'Pick variables (six at most)' },
  variable: { zh: '变量', en: 'Variable' },
  addVariable: { zh: '加入', en: 'Add' },
  remove: { zh: '移除', en: 'Remove' },
  numbers: { zh: '数据表', en: 'Numbers' },
  numbersBelow: { zh: '图中数据见下表', en: 'The numbers are in the table below' },
  axisZero: { zh: '纵轴从 0 开始', en: 'the vertical axis starts at 0' },
  axisFrom: (low: number) => ({ zh: `纵轴从 ${n(low)} 开始`, en: `the vertical axis starts at ${n(low)}` }),
  axisLog: { zh: '纵轴为对数刻度（0 附近线性）', en: 'logarithmic axis, linear near 0' },
  reporting: (have: number, all: number) => ({
    zh: `${n(all)} 个年度中 ${n(have)} 个有数`,
    en: `a number in ${n(have)} of ${n(all)} years`,
  }),
  gapMarks: { zh: '横轴下的符号：没有数的原因', en: 'Marks below the axis: why there is no number' },
  changeYear: { zh: '虚线：区划变更的年份', en: 'dashed line: a year in which the division changed' },
  chartOf: (title: string) => ({ zh: `${title}`, en: title }),
  value: { zh: '数值', en: 'Value' },
  status: { zh: '状态', en: 'Status' },
  imputed: { zh: '推算', en: 'imputed' },
  correctedMark: { zh: '已更正', en: 'corrected' },
  report: { zh: '报告', en: 'Report' },

  variables: { zh: '变量', en: 'Variables' },
  variablesIs: {
    zh: '每格：现行报告中有数的格占全部格的比例；颜色越浓，有数的越多。没有数不等于零。',
    en: 'Each cell: how many of the cells of the reports in force give a number; the stronger its colour, the more. No number is not zero.',
  },
  recounting: (parts: number) => ({
    zh: `有 ${parts} 组年度与省份正在重新统计，此处是之前的数。`,
    en: `${parts === 1 ? 'One group of a year and a province is' : `${parts} groups of a year and a province are`} being counted anew; these are the numbers from before.`,
  }),
  table: { zh: '表', en: 'Table' },
  allTables: { zh: '全部表', en: 'All tables' },
  row: { zh: '行', en: 'Row' },
  column: { zh: '栏', en: 'Column' },
  unit: { zh: '单位', en: 'Unit' },
  derived: { zh: '由数据集计算，表上没有印', en: 'computed by the dataset, printed on no form' },
  reported: { zh: '有数', en: 'Reported' },
  ofCells: { zh: '占应填', en: 'of cells' },
  distribution: { zh: '各年分布', en: 'Distribution by year' },
  distributionIs: {
    zh: '粗线为中位数，方框为中间一半，细线为中间八成',
    en: 'thick line: median; box: the middle half; thin line: the middle four fifths',
  },
  statuses: { zh: '各年状态', en: 'Statuses by year' },
  histogram: { zh: '数值分布', en: 'How large the numbers are' },
  reportsCounted: (have: number, all: number) => ({
    zh: `${n(all)} 份报告中 ${n(have)} 份有数`,
    en: `${n(have)} of ${counted(all, 'report')} ${have === 1 ? 'gives' : 'give'} a number`,
  }),
  largest: { zh: '最大值', en: 'The largest numbers' },
  whereFlagged: { zh: '在哪些规则中有问题', en: 'Which rules speak of it' },
  noNumbers: { zh: '没有数。', en: 'There is no number.' },
  linear: { zh: '线性刻度', en: 'linear axis' },
  log: { zh: '对数刻度', en: 'logarithmic axis' },
  allYears: { zh: '全部年度', en: 'all years' },
  median: { zh: '中位数', en: 'Median' },
  howMany: { zh: '份数', en: 'Reports' },

  rules: { zh: '规则', en: 'Rules' },
  rule: { zh: '规则', en: 'Rule' },
  rulesIs: {
    zh: '现行报告中每条规则通过、不符和无法核对的次数；不能核对从不算通过。',
    en: 'How often each rule held, failed and could not be evaluated in the reports in force; what could not be evaluated never counts as held.',
  },
  demands: { zh: '要求', en: 'Demands' },
  why: { zh: '依据', en: 'Why' },
  needs: { zh: '前提', en: 'Needs' },
  judge: { zh: '怎样判断', en: 'How to judge' },
  milder: { zh: '从轻', en: 'Milder' },
  severities: { zh: '程度', en: 'Severity' },
  scope: { zh: '对象', en: 'Scope' },
  forms: { zh: '格式', en: 'Forms' },
  computes: { zh: '算式', en: 'Computes' },
  over: { zh: '逐一取', en: 'for each of' },
  reasons: { zh: '为什么不能核对', en: 'Why it could not be evaluated' },
  reason: { zh: '原因', en: 'Reason' },
  verdicts: { zh: '人工判断', en: 'Verdicts' },
  toDecide: { zh: '待核对', en: 'to decide' },
  held: { zh: '通过', en: 'held' },
  didNot: { zh: '不符', en: 'failed' },
  couldNot: { zh: '无法核对', en: 'not evaluable' },
  failShare: { zh: '不符比例', en: 'Share failed' },
  byYear: { zh: '各年', en: 'By year' },
  notCountedRule: {
    zh: '此规则只记发现，没有可通过的次数',
    en: 'this rule only says what is met with: it has nothing to hold',
  },
  itsFindings: { zh: '查看这条规则的问题', en: 'Findings of this rule' },

  runs: { zh: '运行', en: 'Runs' },
  noRuns: { zh: '还没有运行过。', en: 'There was no run yet.' },
  run: (id: number) => ({ zh: `运行 ${id}`, en: `Run ${id}` }),
  started: { zh: '开始', en: 'Started' },
  took: { zh: '用时', en: 'Took' },
  ended: { zh: '结果', en: 'Ended' },
  newReports: { zh: '新报告', en: 'New' },
  changedReports: { zh: '更新', en: 'Changed' },
  failedSources: { zh: '失败来源', en: 'Failed sources' },
  alarms: { zh: '需要关注', en: 'To look at' },
  command: { zh: '命令', en: 'Command' },
  sources: { zh: '来源', en: 'Sources' },
  noSummary: { zh: '这次运行没有留下报告。', en: 'This run left no report.' },
  summaryLater: { zh: '运行结束时才写报告。', en: 'It writes its report when it ends.' },

  places: { zh: '查找地方', en: 'Find a place' },
  placesHint: { zh: '名称、拼音（shuangliao、sl）或代码', en: 'Name, pinyin (shuangliao, sl) or code' },
  noPlace: (q: string) => ({ zh: `没有找到“${q}”。`, en: `Nothing is called “${q}”.` }),
} as const satisfies Texts;

/** What the findings of a rule speak of. */
export const SCOPE_NAMES: Readonly<Record<Rule['scope'], Message>> = {
  column: { zh: '一列', en: 'a column' },
  row: { zh: '一行', en: 'a row' },
  group: { zh: '一组', en: 'a group of rows' },
  total: { zh: '总数', en: 'a total' },
  variable: { zh: '一格', en: 'a cell' },
  table: { zh: '一张表', en: 'a table' },
  tables: { zh: '各表', en: 'all tables' },
  text: { zh: '正文', en: 'the text' },
  document: { zh: '文件', en: 'the document' },
  report: { zh: '一份报告', en: 'a report' },
  series: { zh: '一个机关的历年报告', en: 'the reports of a body over the years' },
  claim: { zh: '正文中的一个数', en: 'a count told in the text' },
};

export const LEVEL_NAMES: Readonly<Record<Level | '', Message>> = {
  province: { zh: '省级', en: 'province' },
  prefecture: { zh: '地级', en: 'prefecture' },
  county: { zh: '县级', en: 'county' },
  township: { zh: '乡级', en: 'township' },
  '': EXPLORE.unknown,
};

export const CHECK_NAMES: Readonly<Record<CheckState, Message>> = {
  failed: { zh: '有不符', en: 'some failed' },
  held: { zh: '都通过', en: 'all held' },
  open: { zh: '无可核对', en: 'none could be made' },
};

export const REPORT_SORT_NAMES: Readonly<Record<ReportSort, Message>> = {
  year: EXPLORE.year,
  place: EXPLORE.place,
  failed: EXPLORE.failed,
  published: EXPLORE.published,
};

/** What numbers are of, by the unit of their variable. */
export const UNIT_NAMES: Readonly<Record<string, Message>> = {
  documents: { zh: '件', en: 'documents' },
  items: { zh: '条/项', en: 'items' },
  decisions: { zh: '件（决定）', en: 'decisions' },
  '10,000 yuan': { zh: '万元', en: '10,000 yuan' },
  applications: { zh: '件（申请）', en: 'applications' },
  cases: { zh: '件（案）', en: 'cases' },
};
export const unitName = (unit: string, lang: 'zh' | 'en'): string =>
  UNIT_NAMES[unit]?.[lang] ?? (unit || '—');
