/**
 * 政府信息公开情况统计表, annex of 国办发〔2014〕32号: what is printed, in order. A line with a name prints a figure;
 * one without is a heading. `parts` are the names whose figures add up to this one's.
 */
export type StatisticsLine = {
  readonly label: string;
  readonly unit: string;
  readonly name?: string;
  readonly parts?: readonly string[];
};

const heading = (label: string): StatisticsLine => ({ label, unit: '——' });
const line = (name: string, unit: string, label: string, ...parts: readonly string[]): StatisticsLine => ({
  name,
  unit,
  label,
  ...(parts.length === 0 ? {} : { parts }),
});

const RECEIVED = ['in_person', 'by_fax', 'online', 'by_letter'].map((way) => `applications_${way}`);
const ANSWERED = [
  ...['already_disclosed', 'granted', 'granted_in_part', 'refused', 'not_of_this_agency'],
  ...['information_not_existing', 'correction_requested', 'referred_elsewhere'],
];
const REFUSED = [
  ...[
    'state_secret',
    'trade_secret',
    'privacy',
    'security_stability',
    'not_government_information',
    'otherwise',
  ],
].map((reason) => `refused_${reason}`);
const outcomes = (of: string): readonly string[] =>
  ['upheld', 'corrected', 'otherwise'].map((outcome) => `${of}_${outcome}`);

export const STATISTICS_LINES: readonly StatisticsLine[] = [
  heading('一、主动公开情况'),
  line('disclosed', '条', '（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）'),
  line('disclosed_normative_documents', '条', '其中：主动公开规范性文件数'),
  line('normative_documents_issued', '件', '制发规范性文件总数'),
  heading('（二）通过不同渠道和方式公开政府信息的情况'),
  line('disclosed_in_gazettes', '条', '1.政府公报公开政府信息数'),
  line('disclosed_on_websites', '条', '2.政府网站公开政府信息数'),
  line('disclosed_on_microblogs', '条', '3.政务微博公开政府信息数'),
  line('disclosed_on_wechat', '条', '4.政务微信公开政府信息数'),
  line('disclosed_otherwise', '条', '5.其他方式公开政府信息数'),
  heading('二、回应解读情况'),
  line(
    'public_concerns_answered',
    '次',
    '（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）',
  ),
  heading('（二）通过不同渠道和方式回应解读的情况'),
  line('press_conferences', '次', '1.参加或举办新闻发布会总次数'),
  line('press_conferences_by_leaders', '次', '其中：主要负责同志参加新闻发布会次数'),
  line('online_interviews', '次', '2.政府网站在线访谈次数'),
  line('online_interviews_by_leaders', '次', '其中：主要负责同志参加政府网站在线访谈次数'),
  line('policy_explanations', '篇', '3.政策解读稿件发布数'),
  line('microblog_and_wechat_responses', '次', '4.微博微信回应事件数'),
  line('responses_otherwise', '次', '5.其他方式回应事件数'),
  heading('三、依申请公开情况'),
  line('applications_received', '件', '（一）收到申请数', ...RECEIVED),
  line('applications_in_person', '件', '1.当面申请数'),
  line('applications_by_fax', '件', '2.传真申请数'),
  line('applications_online', '件', '3.网络申请数'),
  line('applications_by_letter', '件', '4.信函申请数'),
  line('applications_concluded', '件', '（二）申请办结数', 'concluded_on_time', 'concluded_after_extension'),
  line('concluded_on_time', '件', '1.按时办结数'),
  line('concluded_after_extension', '件', '2.延期办结数'),
  line('applications_answered', '件', '（三）申请答复数', ...ANSWERED),
  line('already_disclosed', '件', '1.属于已主动公开范围数'),
  line('granted', '件', '2.同意公开答复数'),
  line('granted_in_part', '件', '3.同意部分公开答复数'),
  line('refused', '件', '4.不同意公开答复数', ...REFUSED),
  line('refused_state_secret', '件', '其中：1.涉及国家秘密'),
  line('refused_trade_secret', '件', '2.涉及商业秘密'),
  line('refused_privacy', '件', '3.涉及个人隐私'),
  line('refused_security_stability', '件', '4.危及国家安全、公共安全、经济安全和社会稳定'),
  line('refused_not_government_information', '件', '5.不是《条例》所指政府信息'),
  line('refused_otherwise', '件', '6.法律法规规定的其他情形'),
  line('not_of_this_agency', '件', '5.不属于本行政机关公开数'),
  line('information_not_existing', '件', '6.申请信息不存在数'),
  line('correction_requested', '件', '7.告知作出更改补充数'),
  line('referred_elsewhere', '件', '8.告知通过其他途径办理数'),
  line('reconsiderations', '件', '四、行政复议数量', ...outcomes('reconsiderations')),
  line('reconsiderations_upheld', '件', '（一）维持具体行政行为数'),
  line('reconsiderations_corrected', '件', '（二）被依法纠错数'),
  line('reconsiderations_otherwise', '件', '（三）其他情形数'),
  line('litigations', '件', '五、行政诉讼数量', ...outcomes('litigations')),
  line('litigations_upheld', '件', '（一）维持具体行政行为或者驳回原告诉讼请求数'),
  line('litigations_corrected', '件', '（二）被依法纠错数'),
  line('litigations_otherwise', '件', '（三）其他情形数'),
  line('complaints', '件', '六、举报投诉数量'),
  line('fees_10k_yuan', '万元', '七、依申请公开信息收取的费用'),
  heading('八、机构建设和保障经费情况'),
  line('units', '个', '（一）政府信息公开工作专门机构数'),
  line('reading_points', '个', '（二）设置政府信息公开查阅点数'),
  line('staff', '人', '（三）从事政府信息公开工作人员数', 'staff_full_time', 'staff_part_time'),
  line('staff_full_time', '人', '1.专职人员数（不包括政府公报及政府网站工作人员数）'),
  line('staff_part_time', '人', '2.兼职人员数'),
  line(
    'budget_10k_yuan',
    '万元',
    '（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）',
  ),
  heading('九、政府信息公开会议和培训情况'),
  line('meetings', '次', '（一）召开政府信息公开工作会议或专题会议数'),
  line('trainings', '次', '（二）举办各类培训班数'),
  line('people_trained', '人次', '（三）接受培训人员数'),
];

/** Rows that localities add, their numbers out of step with the form's. */
export const LOCAL_LINES: readonly StatisticsLine[] = [
  { label: '1.机构领导人事', unit: '条' },
  { label: '2.政府文件', unit: '条' },
  { label: '73.规划统计', unit: '条' },
  { label: '12.财政预决算', unit: '条' },
  { label: '9.招标采购', unit: '条' },
  { label: '10.应急管理', unit: '条' },
];
