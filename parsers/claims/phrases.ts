/**
 * The phrases that reports tell counts with. A phrase is its `heads`, then words `between`, then the number:
 * 「答复 政府信息公开申请共 28件」. Any other word between head and number means another count, so a list of
 * what may stand there is safer than a list of what may not.
 */
export interface Phrase {
  readonly variable: string;
  /** What the text must be speaking of for the phrase to mean this. */
  readonly topic: 'applications' | 'challenges' | 'documents' | 'decisions';
  /** Alternatives, as sources of regular expressions. */
  readonly heads: readonly string[];
  readonly between: readonly string[];
  /**
   * What words before the head mean that are not known: `drop` no claim (a part of the count is told), `other`
   * a claim of another scope, `keep` nothing.
   */
  readonly unknownBefore: 'drop' | 'other' | 'keep';
  /** May stand behind the number too: 「58件顺延」. */
  readonly behind?: boolean;
  /** May stand in a list with one number for all: 「行政复议、行政诉讼均为0」. */
  readonly listed?: boolean;
  /** A year printed in the head must be this far from the report's: 「2020年结转」 in a report of 2021. */
  readonly yearOffset?: -1 | 1;
  readonly units?: string;
  /** With these words in its sentence it counts another thing; `|` stands where the phrase stands. */
  readonly unless?: RegExp;
}

const YEAR = String.raw`20\d\d年度?`;
const LAST_YEAR = `(?:上一?年度?|去年度?|往年|${YEAR})`;
const NEXT_YEAR = `(?:下一?个?年度?|次年|明年|${YEAR})`;
/** All applicants together; 公民 alone is the column of natural persons. */
export const EVERYONE =
  '(?:公民|自然人)[、，,和及或与]{0,2}法人[、，,和及或与以者]{0,2}(?:其他|其它)?(?:社会)?(?:组织)?';

/** Lists of words between stay free of prefixes (a test says so): each text has one reading, matching is linear. */
const SUMS = ['共', '总', '合计', '计', '数', '量', '为', '是', '有', '达', ':', '的', '了', '累计'];
const APPLICATIONS = [...SUMS, '政府', '信息', '公开', '依申请', '申请', '件', '书', '案', '事项', '类'];
/** 「向市政府及其办公室提出」; without 向 and 提 inside, it has one reading. */
const ADDRESSED = '(?:向[^向提，。,;:()\\d]{1,24}提出)';
const RECEIVED = [
  ...APPLICATIONS,
  '各类',
  '群众',
  '公众',
  '社会',
  '市民',
  '提出',
  '提交',
  '全部',
  '到',
  '人',
  '办件',
  '表',
  EVERYONE,
  ADDRESSED,
];
/** What is counted in 条 is mostly published: an application must be named before the number. */
const NAMED = ['各类', '的', '群众', '公众', '政府', '信息', '公开', '依', '申请', EVERYONE];
/** 主动公开120件，依申请公开27件，不予公开3件: how documents are marked, and how information got out. */
const MARKED = /(?:公文|发文|文件|属性).*主动公开/;
const DISCLOSED_OTHERWISE = /(?:其中|公开.{0,6}信息).*\||主动公开/;
const PROCESSED = [...APPLICATIONS, '各类', '群众', '公众', '社会', '市民', '人', EVERYONE];
const RESULTS = [...SUMS, '申请', '件', '情况', '决定', '政府', '信息', '公开', '答复', '处理'];
const CARRIED = [...APPLICATIONS, '继续', '办理', '答复', '处理', '至', '到', '本年', '今年', '度', '予以'];
const CASES = [...SUMS, '案', '件', '申请', '发生'];
const DECISIONS = [...SUMS, '案', '件', '处理', '决定'];

const received = (column: string, heads: readonly string[]): Phrase => ({
  variable: `applications.received_new.${column}`,
  topic: 'applications',
  heads,
  between: [...SUMS, '申请', '提出', '提交', '政府', '信息', '公开', '依申请', '件'],
  unknownBefore: 'drop',
});

const result = (row: string, heads: readonly string[]): Phrase => ({
  unless: MARKED,
  variable: `applications.${row}.total`,
  topic: 'applications',
  heads,
  between: RESULTS,
  unknownBefore: 'drop',
  behind: true,
  listed: true,
});

const decisions = (row: string, heads: readonly string[]): Phrase => ({
  variable: `disclosure.${row}.decisions`,
  topic: 'decisions',
  heads,
  between: DECISIONS,
  unknownBefore: 'other',
  units: '件宗起例份个',
});

const documents = (kind: string, name: string): readonly Phrase[] => {
  const phrase = (column: string, heads: readonly string[]): Phrase => ({
    variable: `disclosure.${kind}.${column}`,
    topic: 'documents',
    heads,
    between: [...SUMS, '件'],
    unknownBefore: 'other',
    units: '件份个部项',
  });
  return [
    phrase('issued', [
      `(?:制定出台|制定印发|制发|制定|印发|出台)(?:的|了)?${name}`,
      `${name}(?:本年)?(?:制发|制定|印发)`,
    ]),
    phrase('repealed', [`废止(?:的|了)?${name}`, `${name}(?:本年)?废止`]),
    phrase('in_force', [`现行有效(?:的)?${name}`, `${name}现行有效`]),
  ];
};

/** Wording seen in published reports and in the form itself (国办公开办函〔2021〕30号, annex). */
export const PHRASES: readonly Phrase[] = [
  {
    variable: 'applications.received_new.total',
    topic: 'applications',
    heads: [
      '收到',
      '(?:(?:收到|接收|接到)(?:并|和|及|、))?受理',
      ...['接收', '接受', '收办', '新收', '接到', '新增', '收件'],
    ],
    between: RECEIVED,
    unknownBefore: 'other',
    listed: true,
  },
  {
    // No verb at all: 「全年政府信息公开申请27件」.
    variable: 'applications.received_new.total',
    topic: 'applications',
    heads: [
      ...['(?:政府)?信息公开申请', '依申请公开(?:政府信息)?申请', '依申请公开事项'],
      ...[`(?:${EVERYONE})?(?<!依)申请公开的?(?:政府)?信息`, '申请(?:总量|总数)'],
    ],
    between: [...SUMS, '件', '受理'],
    unknownBefore: 'drop',
    listed: true,
  },
  {
    // Applications under the name of the way they are asked by: 「全年依申请公开27件」.
    variable: 'applications.received_new.total',
    topic: 'applications',
    heads: ['依申请公开'],
    between: SUMS,
    unknownBefore: 'drop',
    units: '件宗起例份',
    unless: DISCLOSED_OTHERWISE,
  },
  {
    variable: 'applications.received_new.total',
    topic: 'applications',
    heads: [`(?:收到|受理|接收|接到|新收)(?:${NAMED.join('|')})*申请(?:公开)?(?:政府信息)?`],
    between: SUMS,
    unknownBefore: 'other',
    units: '条',
  },
  received('natural_person', ['(?:自然人|公民)(?:个人)?']),
  received('commercial_enterprise', ['商业企业']),
  received('research_institution', ['科研机构']),
  received('public_welfare_org', ['社会公益组织']),
  received('legal_service_org', ['法律服务机构']),
  {
    variable: 'applications.carried_in.total',
    topic: 'applications',
    heads: [`${LAST_YEAR}的?(?:结转|遗留)`, `结转${LAST_YEAR}`, `${LAST_YEAR}转入`],
    yearOffset: -1,
    between: CARRIED,
    unknownBefore: 'drop',
    behind: true,
    listed: true,
  },
  {
    variable: 'applications.carried_out.total',
    topic: 'applications',
    heads: [`(?:结转|顺延|转接|转|延续?)(?:至|到|入)?${NEXT_YEAR}`, '顺延', '下一?年度?结转', '跨年度?办理'],
    yearOffset: 1,
    between: CARRIED,
    unknownBefore: 'drop',
    behind: true,
    listed: true,
  },
  {
    variable: 'applications.total_processed.total',
    topic: 'applications',
    heads: ['办结', '答复', '回复', '办复', '办理(?:完毕|完结|完成)?', '处理(?:完毕|完结|完成)?'],
    between: PROCESSED,
    unknownBefore: 'drop',
    listed: true,
  },
  result('granted', ['予以(?:全部)?公开', '同意公开', '全部公开', '准予公开']),
  result('granted_in_part', ['(?:予以|同意)?部分(?:予以)?公开']),
  result('refused', ['不予以?公开', '不同意公开']),
  result('unavailable', ['无法提供', '不能提供']),
  result('rejected', ['不予处理', '不再处理']),
  result('other', ['(?:作|做)?其[他它](?:方式|情形)?处理']),
  {
    variable: 'challenges.reconsideration.total',
    topic: 'challenges',
    heads: ['(?:行政)?复议'],
    between: CASES,
    unknownBefore: 'keep',
    listed: true,
  },
  {
    variable: 'challenges.litigation.total',
    topic: 'challenges',
    heads: ['(?:行政)?诉讼'],
    between: CASES,
    unknownBefore: 'keep',
    listed: true,
  },
  {
    variable: 'challenges.litigation_direct.total',
    topic: 'challenges',
    heads: ['(?:未经(?:行政)?复议)?直接(?:提起)?(?:起诉|(?:行政)?诉讼)'],
    between: CASES,
    unknownBefore: 'keep',
    listed: true,
  },
  {
    variable: 'challenges.litigation_after_reconsideration.total',
    topic: 'challenges',
    heads: ['(?:行政)?复议后(?:再?提起)?(?:起诉|(?:行政)?诉讼)'],
    between: CASES,
    unknownBefore: 'keep',
    listed: true,
  },
  ...documents('normative_documents', '(?:行政)?规范性文件'),
  ...documents('regulations', '(?:政府)?规章'),
  decisions('licences', ['行政许可']),
  decisions('penalties', ['行政处罚']),
  decisions('compulsory_measures', ['行政强制(?:措施)?']),
];
