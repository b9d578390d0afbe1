/**
 * The two editions of the report form that are generated, written down from the notices
 * 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号. Rows and columns in printed order.
 */
export const APPLICANTS = [
  { id: 'natural_person', label: '自然人' },
  { id: 'commercial_enterprise', label: '商业企业' },
  { id: 'research_institution', label: '科研机构' },
  { id: 'public_welfare_org', label: '社会公益组织' },
  { id: 'legal_service_org', label: '法律服务机构' },
  { id: 'other_org', label: '其他' },
] as const;

export const APPLICANT_IDS: readonly string[] = APPLICANTS.map((column) => column.id);
export const COLUMN_IDS: readonly string[] = [...APPLICANT_IDS, 'total'];

export type Edition = '2019' | '2021';
/** How （六）其他处理 is printed: three sub-rows, or one row (2019, and still seen in 2024). */
export type OtherHandling = 'three rows' | 'one row';

export type ResultRow = { readonly id: string; readonly label: string };
export type ResultGroup = {
  readonly id: string;
  readonly label: string;
  /** Empty: the group is a row by itself. */
  readonly rows: readonly ResultRow[];
};

const REFUSED: readonly ResultRow[] = [
  { id: 'refused_state_secret', label: '1.属于国家秘密' },
  { id: 'refused_other_law', label: '2.其他法律行政法规禁止公开' },
  { id: 'refused_security_stability', label: '3.危及“三安全一稳定”' },
  { id: 'refused_third_party', label: '4.保护第三方合法权益' },
  { id: 'refused_internal_affairs', label: '5.属于三类内部事务信息' },
  { id: 'refused_deliberative', label: '6.属于四类过程性信息' },
  { id: 'refused_enforcement_file', label: '7.属于行政执法案卷' },
  { id: 'refused_administrative_inquiry', label: '8.属于行政查询事项' },
];

const UNAVAILABLE: readonly ResultRow[] = [
  { id: 'unavailable_not_held', label: '1.本机关不掌握相关政府信息' },
  { id: 'unavailable_needs_creation', label: '2.没有现成信息需要另行制作' },
  { id: 'unavailable_unclear', label: '3.补正后申请内容仍不明确' },
];

const REJECTED: readonly ResultRow[] = [
  { id: 'rejected_petition', label: '1.信访举报投诉类申请' },
  { id: 'rejected_duplicate', label: '2.重复申请' },
  { id: 'rejected_publication', label: '3.要求提供公开出版物' },
  { id: 'rejected_abusive', label: '4.无正当理由大量反复申请' },
  { id: 'rejected_reconfirmation', label: '5.要求行政机关确认或重新出具已获取信息' },
];

const OTHER: readonly ResultRow[] = [
  { id: 'other_not_corrected', label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请' },
  {
    id: 'other_fee_unpaid',
    label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  },
  { id: 'other_other', label: '3.其他' },
];

/** The results （一）to（六）, without （七）总计. */
export const resultGroups = (other: OtherHandling): readonly ResultGroup[] => [
  { id: 'granted', label: '（一）予以公开', rows: [] },
  {
    id: 'granted_in_part',
    label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    rows: [],
  },
  { id: 'refused', label: '（三）不予公开', rows: REFUSED },
  { id: 'unavailable', label: '（四）无法提供', rows: UNAVAILABLE },
  { id: 'rejected', label: '（五）不予处理', rows: REJECTED },
  { id: 'other', label: '（六）其他处理', rows: other === 'one row' ? [] : OTHER },
];

export const resultRowIds = (other: OtherHandling): readonly string[] =>
  resultGroups(other).flatMap((group) =>
    group.rows.length === 0 ? [group.id] : group.rows.map((row) => row.id),
  );

/** Every row of the applications table that holds numbers, in printed order. */
export const applicationRowIds = (other: OtherHandling): readonly string[] => [
  'received_new',
  'carried_in',
  ...resultRowIds(other),
  'total_processed',
  'carried_out',
];

export type DisclosureColumn = { readonly id: string; readonly label: string };
export type DisclosureBlock = {
  readonly article: string;
  readonly columns: readonly DisclosureColumn[];
  readonly rows: readonly { readonly id: string; readonly label: string }[];
};

const DECISIONS: readonly DisclosureColumn[] = [{ id: 'decisions', label: '本年处理决定数量' }];
const ITEMS_2019: readonly DisclosureColumn[] = [
  { id: 'items_last_year', label: '上一年项目数量' },
  { id: 'items_change', label: '本年增/减' },
];
const DECISIONS_2019: readonly DisclosureColumn[] = [
  ...ITEMS_2019,
  { id: 'decisions', label: '处理决定数量' },
];

const RULES_2021: DisclosureBlock = {
  article: '第二十条第（一）项',
  columns: [
    { id: 'issued', label: '本年制发件数' },
    { id: 'repealed', label: '本年废止件数' },
    { id: 'in_force', label: '现行有效件数' },
  ],
  rows: [
    { id: 'regulations', label: '规章' },
    { id: 'normative_documents', label: '行政规范性文件' },
  ],
};

const RULES_2019: DisclosureBlock = {
  article: '第二十条第（一）项',
  columns: [
    { id: 'made', label: '本年新制作数量' },
    { id: 'newly_disclosed', label: '本年新公开数量' },
    { id: 'total_disclosed', label: '对外公开总数量' },
  ],
  rows: [
    { id: 'regulations', label: '规章' },
    { id: 'normative_documents', label: '规范性文件' },
  ],
};

const REST_2021: readonly DisclosureBlock[] = [
  { article: '第二十条第（五）项', columns: DECISIONS, rows: [{ id: 'licences', label: '行政许可' }] },
  {
    article: '第二十条第（六）项',
    columns: DECISIONS,
    rows: [
      { id: 'penalties', label: '行政处罚' },
      { id: 'compulsory_measures', label: '行政强制' },
    ],
  },
  {
    article: '第二十条第（八）项',
    columns: [{ id: 'amount_10k_yuan', label: '本年收费金额（单位：万元）' }],
    rows: [{ id: 'fees', label: '行政事业性收费' }],
  },
];

const REST_2019: readonly DisclosureBlock[] = [
  {
    article: '第二十条第（五）项',
    columns: DECISIONS_2019,
    rows: [
      { id: 'licences', label: '行政许可' },
      { id: 'other_services', label: '其他对外管理服务事项' },
    ],
  },
  {
    article: '第二十条第（六）项',
    columns: DECISIONS_2019,
    rows: [
      { id: 'penalties', label: '行政处罚' },
      { id: 'compulsory_measures', label: '行政强制' },
    ],
  },
  { article: '第二十条第（八）项', columns: ITEMS_2019, rows: [{ id: 'fees', label: '行政事业性收费' }] },
  {
    article: '第二十条第（九）项',
    columns: [
      { id: 'items', label: '采购项目数量' },
      { id: 'amount_10k_yuan', label: '采购总金额（单位：万元）' },
    ],
    rows: [{ id: 'procurement', label: '政府集中采购' }],
  },
];

/** `hybrid`: item 一 in the layout of 2019, the rest as in 2021 (seen at 黑河气象局). */
export type DisclosureLayout = Edition | 'hybrid';

export const disclosureBlocks = (layout: DisclosureLayout): readonly DisclosureBlock[] => {
  if (layout === '2019') return [RULES_2019, ...REST_2019];
  return [layout === 'hybrid' ? RULES_2019 : RULES_2021, ...REST_2021];
};

export const CHALLENGE_BLOCKS = [
  'reconsideration',
  'litigation_direct',
  'litigation_after_reconsideration',
] as const;
export type ChallengeBlock = (typeof CHALLENGE_BLOCKS)[number];

export const CHALLENGE_RESULTS = [
  { id: 'upheld', label: '结果维持' },
  { id: 'corrected', label: '结果纠正' },
  { id: 'other', label: '其他结果' },
  { id: 'pending', label: '尚未审结' },
] as const;

export const applicationVariable = (row: string, column: string): string => `applications.${row}.${column}`;
export const disclosureVariable = (row: string, column: string): string => `disclosure.${row}.${column}`;
export const challengeVariable = (block: string, column: string): string => `challenges.${block}.${column}`;

/** All variables a document of this shape prints. */
export const variablesOf = (layout: DisclosureLayout, other: OtherHandling): readonly string[] => [
  ...disclosureBlocks(layout).flatMap((block) =>
    block.rows.flatMap((row) => block.columns.map((column) => disclosureVariable(row.id, column.id))),
  ),
  ...applicationRowIds(other).flatMap((row) => COLUMN_IDS.map((column) => applicationVariable(row, column))),
  ...CHALLENGE_BLOCKS.flatMap((block) =>
    [...CHALLENGE_RESULTS.map((result) => result.id), 'total'].map((column) =>
      challengeVariable(block, column),
    ),
  ),
];
