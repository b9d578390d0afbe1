import type { FormBlock, FormColumn, FormRow, Identity, LabelGroup } from './form.ts';

/*
 * Table three, 收到和处理政府信息公开申请情况: the same in the notices of 2019 (国办公开办函〔2019〕60号) and
 * 2021 (国办公开办函〔2021〕30号) but for (六)其他处理, which the notice of 2021 splits in three.
 */

const unit = 'applications';

export const APPLICANT_COLUMNS: readonly FormColumn[] = [
  { id: 'natural_person', zh: '自然人', en: 'natural persons', aliases: ['自然'], unit },
  {
    id: 'commercial_enterprise',
    zh: '商业企业',
    en: 'commercial enterprises',
    group: 'organisations',
    aliases: ['商业', '企业'],
    unit,
  },
  {
    id: 'research_institution',
    zh: '科研机构',
    en: 'research institutions',
    group: 'organisations',
    aliases: ['科研'],
    unit,
  },
  {
    id: 'public_welfare_org',
    zh: '社会公益组织',
    en: 'public welfare organisations',
    group: 'organisations',
    aliases: ['社会公益', '公益组织', '社会组织', '公益', '社会公益团体'],
    unit,
  },
  {
    id: 'legal_service_org',
    zh: '法律服务机构',
    en: 'legal service organisations',
    group: 'organisations',
    aliases: ['法律服务', '法律'],
    unit,
  },
  {
    id: 'other_org',
    zh: '其他',
    en: 'other organisations',
    group: 'organisations',
    aliases: ['其他组织', '其它', '其它组织'],
    unit,
  },
  {
    id: 'organisations_subtotal',
    zh: '小计',
    en: 'organisations, subtotal',
    group: 'organisations',
    aliases: ['法人或其他组织小计', '合计小计'],
    unit,
    extra: true,
  },
  { id: 'total', zh: '总计', en: 'total', aliases: ['合计', '总数'], unit },
];

const APPLICANT_GROUPS: readonly LabelGroup[] = [
  { id: 'applicants', zh: '申请人情况', en: 'applicants', aliases: ['申请人', '申请人类型', '申请人类别'] },
  {
    id: 'organisations',
    zh: '法人或其他组织',
    en: 'legal persons or other organisations',
    aliases: ['法人或其它组织', '法人和其他组织', '法人及其他组织', '法人', '其他组织法人'],
  },
];

const ROW_GROUPS: readonly LabelGroup[] = [
  {
    id: 'results',
    zh: '三、本年度办理结果',
    en: '3. Results of the year',
    aliases: ['本年办理结果', '本年度处理结果', '办理结果', '本年度办理'],
  },
  { id: 'refused', zh: '（三）不予公开', en: '(3) Refused', aliases: ['不予公开情况'] },
  { id: 'unavailable', zh: '（四）无法提供', en: '(4) Unavailable', aliases: ['无法提供情况'] },
  { id: 'rejected', zh: '（五）不予处理', en: '(5) Not processed', aliases: ['不予处理情况'] },
  {
    id: 'other',
    zh: '（六）其他处理',
    en: '(6) Other processing',
    aliases: ['其它处理', '其他', '其他情况', '其他处理情况'],
  },
];

const BEFORE_OTHER: readonly FormRow[] = [
  {
    id: 'received_new',
    zh: '一、本年新收政府信息公开申请数量',
    en: '1. Received this year',
    aliases: [
      '本年新收',
      '本年新收政府信息公开申请',
      '本年度新收政府信息公开申请数量',
      '本年新收件数',
      '本年收到政府信息公开申请数量',
      '本年新收申请数量',
    ],
  },
  {
    id: 'carried_in',
    zh: '二、上年结转政府信息公开申请数量',
    en: '2. Carried over from last year',
    aliases: [
      '上年结转',
      '上年结转政府信息公开申请',
      '上年度结转政府信息公开申请数量',
      '上一年结转政府信息公开申请数量',
      '上年结转申请数量',
    ],
  },
  { id: 'granted', zh: '（一）予以公开', en: '(1) Granted', group: 'results', aliases: ['予以公开情况'] },
  {
    id: 'granted_in_part',
    zh: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    en: '(2) Granted in part',
    group: 'results',
    aliases: ['部分公开', '部分公开区分处理的', '部分公开情况'],
  },
  {
    id: 'refused_state_secret',
    zh: '1.属于国家秘密',
    en: '1. State secret',
    group: 'refused',
    aliases: ['国家秘密', '涉及国家秘密'],
  },
  {
    id: 'refused_other_law',
    zh: '2.其他法律行政法规禁止公开',
    en: '2. Forbidden by other laws or regulations',
    group: 'refused',
    aliases: [
      '法律行政法规禁止公开',
      '禁止公开',
      '其他法律行政止公开',
      '其它法律行政法规禁止公开',
      '法律法规禁止公开',
      '其他法律法规禁止公开',
    ],
  },
  {
    id: 'refused_security_stability',
    zh: '3.危及“三安全一稳定”',
    en: '3. Endangers the "three securities and one stability"',
    group: 'refused',
    aliases: ['危及三安全一稳定', '危及安全稳定', '危及国家安全公共安全经济安全和社会稳定', '三安全一稳定'],
  },
  {
    id: 'refused_third_party',
    zh: '4.保护第三方合法权益',
    en: '4. Protects the lawful interests of third parties',
    group: 'refused',
    aliases: ['第三方合法权益', '侵犯第三方合法权益', '涉及第三方合法权益'],
  },
  {
    id: 'refused_internal_affairs',
    zh: '5.属于三类内部事务信息',
    en: '5. Internal affairs, three kinds',
    group: 'refused',
    aliases: ['内部事务信息', '三类内部事务信息', '属于内部事务信息'],
  },
  {
    id: 'refused_deliberative',
    zh: '6.属于四类过程性信息',
    en: '6. Deliberative, four kinds',
    group: 'refused',
    aliases: ['过程性信息', '四类过程性信息', '属于过程性信息'],
  },
  {
    id: 'refused_enforcement_file',
    zh: '7.属于行政执法案卷',
    en: '7. Enforcement files',
    group: 'refused',
    aliases: ['行政执法案卷', '属于行政执法案卷信息'],
  },
  {
    id: 'refused_administrative_inquiry',
    zh: '8.属于行政查询事项',
    en: '8. Matters of administrative inquiry',
    group: 'refused',
    aliases: ['行政查询事项'],
  },
  {
    id: 'unavailable_not_held',
    zh: '1.本机关不掌握相关政府信息',
    en: '1. Not held by the agency',
    group: 'unavailable',
    aliases: ['不掌握', '不掌握相关政府信息', '本机关不掌握', '本行政机关不掌握相关政府信息'],
  },
  {
    id: 'unavailable_needs_creation',
    zh: '2.没有现成信息需要另行制作',
    en: '2. Would have to be created',
    group: 'unavailable',
    aliases: ['现成信息需要另行制作', '需另行制作', '需要另行制作', '没有现成信息', '没有现成信息需另行制作'],
  },
  {
    id: 'unavailable_unclear',
    zh: '3.补正后申请内容仍不明确',
    en: '3. Unclear after correction',
    group: 'unavailable',
    aliases: ['申请内容不明确', '补正后申请内容不明确', '补正后仍不明确'],
  },
  {
    id: 'rejected_petition',
    zh: '1.信访举报投诉类申请',
    en: '1. Petitions, reports and complaints',
    group: 'rejected',
    aliases: ['信访', '信访举报投诉', '信访举报投诉类'],
  },
  { id: 'rejected_duplicate', zh: '2.重复申请', en: '2. Repeated applications', group: 'rejected' },
  {
    id: 'rejected_publication',
    zh: '3.要求提供公开出版物',
    en: '3. Requests for publications',
    group: 'rejected',
    aliases: ['公开出版物', '要求提供出版物'],
  },
  {
    id: 'rejected_abusive',
    zh: '4.无正当理由大量反复申请',
    en: '4. Many applications without good reason',
    group: 'rejected',
    aliases: ['大量反复', '大量反复申请', '无正当理由大量反复'],
  },
  {
    id: 'rejected_reconfirmation',
    zh: '5.要求行政机关确认或重新出具已获取信息',
    en: '5. Requests to confirm or reissue information already held',
    group: 'rejected',
    aliases: ['要求重新出具', '确认或重新出具已获取信息', '要求行政机关确认或重新出具', '重新出具已获取信息'],
  },
];

export const OTHER_AS_ONE_ROW: readonly FormRow[] = [
  {
    id: 'other',
    zh: '（六）其他处理',
    en: '(6) Other processing',
    group: 'results',
    aliases: ['其它处理', '其他处理情况', '其他', '其它'],
  },
];

export const OTHER_AS_THREE_ROWS: readonly FormRow[] = [
  {
    id: 'other_not_corrected',
    zh: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    en: '1. Not corrected in time',
    group: 'other',
    aliases: [
      '逾期不补正',
      '逾期未补正',
      '申请人无正当理由逾期不补正',
      '申请人逾期不补正',
      '申请人无正当理由逾期未补正',
    ],
  },
  {
    id: 'other_fee_unpaid',
    zh: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    en: '2. Fee not paid in time',
    group: 'other',
    aliases: [
      '逾期不缴费',
      '逾期未缴费',
      '逾期未缴纳费用',
      '申请人逾期未按收费通知要求缴纳费用',
      '申请人逾期未按收费通知要求缴费',
    ],
  },
  { id: 'other_other', zh: '3.其他', en: '3. Other', group: 'other', aliases: ['其它', '其他情形'] },
];

const AFTER_OTHER: readonly FormRow[] = [
  {
    id: 'total_processed',
    zh: '（七）总计',
    en: '(7) Total processed',
    group: 'results',
    aliases: ['总计', '合计', '办理结果总计', '办理结果合计'],
  },
  {
    id: 'carried_out',
    zh: '四、结转下年度继续办理',
    en: '4. Carried over to next year',
    aliases: [
      '结转下一年度继续办理',
      '结转下明年度',
      '结转下年',
      '结转下年度',
      '顺延到下年度答复',
      '转下一年度办理',
      '结转下年度办理',
      '结转下年继续办理',
      '结转下一年度',
    ],
  },
];

export function applicationsBlock(other: readonly FormRow[]): FormBlock {
  return {
    id: 'applications',
    table: 'applications',
    corner: {
      zh: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
      en: 'In each column the first and second item add up to the third and fourth',
      aliases: ['本列数据的勾稽关系为', '勾稽关系', '本列数据的勾稽关系'],
    },
    columnGroups: APPLICANT_GROUPS,
    columns: APPLICANT_COLUMNS,
    rowGroups: ROW_GROUPS,
    rows: [...BEFORE_OTHER, ...other, ...AFTER_OTHER],
  };
}

const otherAlternatives = (column: string) => ({
  firstPrinted: [
    OTHER_AS_THREE_ROWS.map((row) => `applications.${row.id}.${column}`),
    OTHER_AS_ONE_ROW.map((row) => `applications.${row.id}.${column}`),
  ],
});

const printedColumns = APPLICANT_COLUMNS.filter((column) => !column.extra).map((column) => column.id);
const everyRow = [...BEFORE_OTHER, ...OTHER_AS_THREE_ROWS, ...OTHER_AS_ONE_ROW, ...AFTER_OTHER].map(
  (row) => row.id,
);

/** The first is printed in the table's head; the others follow from what rows and columns mean. */
export const APPLICATION_IDENTITIES: readonly Identity[] = [
  {
    rule: 'applications.balance',
    over: printedColumns,
    left: ['applications.received_new.{x}', 'applications.carried_in.{x}'],
    right: ['applications.total_processed.{x}', 'applications.carried_out.{x}'],
  },
  {
    rule: 'applications.row_total',
    over: everyRow,
    left: printedColumns.filter((id) => id !== 'total').map((id) => `applications.{x}.${id}`),
    right: ['applications.{x}.total'],
  },
  {
    rule: 'applications.result_total',
    over: printedColumns,
    left: [
      ...BEFORE_OTHER.filter((row) => row.group !== undefined).map((row) => `applications.${row.id}.{x}`),
      otherAlternatives('{x}'),
    ],
    right: ['applications.total_processed.{x}'],
  },
];
