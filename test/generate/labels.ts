import type { Random } from './random.ts';

/** How a publisher writes labels: one style a document. */
export type LabelStyle = {
  readonly brackets: 'full' | 'half' | 'mixed';
  readonly quotes: readonly [string, string];
  /** What stands after the number of a sub-row: 1.  1．  1、 */
  readonly dot: string;
  /** Shorter or older wordings of the same row. */
  readonly aliases: boolean;
  /** Share of labels with a stray space inside. */
  readonly spaces: number;
  /** Share of long labels that lost characters. */
  readonly lost: number;
};

export const OFFICIAL_LABELS: LabelStyle = {
  brackets: 'full',
  quotes: ['“', '”'],
  dot: '.',
  aliases: false,
  spaces: 0,
  lost: 0,
};

/** Wordings read on published reports; the first is the form's own. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  '一、本年新收政府信息公开申请数量': ['一、本年新收政府信息公开申请数量', '一、本年新收'],
  '二、上年结转政府信息公开申请数量': ['二、上年结转政府信息公开申请数量', '二、上年结转'],
  '（一）予以公开': ['（一）予以公开', '（一）予以公开情况'],
  '（二）部分公开（区分处理的，只计这一情形，不计其他情形）': [
    '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    '（二）部分公开',
  ],
  '1.属于国家秘密': ['1.属于国家秘密', '1.国家秘密'],
  '2.其他法律行政法规禁止公开': [
    '2.其他法律行政法规禁止公开',
    '2.法律行政法规禁止公开',
    '2.其他法律、行政法规禁止公开',
  ],
  '3.危及“三安全一稳定”': [
    '3.危及“三安全一稳定”',
    '3.危及国家安全、公共安全、经济安全和社会稳定',
    '3.危及三安全一稳定',
  ],
  '5.属于三类内部事务信息': ['5.属于三类内部事务信息', '5.内部事务信息'],
  '6.属于四类过程性信息': ['6.属于四类过程性信息', '6.过程性信息'],
  '1.本机关不掌握相关政府信息': ['1.本机关不掌握相关政府信息', '1.本机关不掌握'],
  '2.没有现成信息需要另行制作': [
    '2.没有现成信息需要另行制作',
    '2.没有现成信息，需要另行制作',
    '2.需另行制作',
  ],
  '3.补正后申请内容仍不明确': ['3.补正后申请内容仍不明确', '3.申请内容不明确'],
  '1.信访举报投诉类申请': ['1.信访举报投诉类申请', '1.信访、举报、投诉类申请'],
  '3.要求提供公开出版物': ['3.要求提供公开出版物', '3.公开出版物'],
  '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请': [
    '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    '1.申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请',
    '1.逾期不补正',
    '1.逾期未补正',
  ],
  '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请': [
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    '2.申请人逾期未按收费通知要求缴纳费用，行政机关不再处理其政府信息公开申请',
    '2.逾期未缴费',
    '2.逾期未缴纳费用',
  ],
  '（六）其他处理': ['（六）其他处理', '（六）其他'],
  '（七）总计': ['（七）总计', '（七）办理结果总计', '（七）合计'],
  '四、结转下年度继续办理': ['四、结转下年度继续办理', '四、结转下一年度继续办理', '四、结转下年度'],
  商业企业: ['商业企业', '企业'],
  科研机构: ['科研机构', '科研'],
  社会公益组织: ['社会公益组织', '公益组织', '社会组织'],
  法律服务机构: ['法律服务机构', '法律服务'],
  总计: ['总计', '合计'],
  规章: ['规章'],
  行政规范性文件: ['行政规范性文件', '规范性文件'],
  本年制发件数: ['本年制发件数', '本年制发', '制发件数'],
  本年废止件数: ['本年废止件数', '本年废止', '废止件数'],
  现行有效件数: ['现行有效件数', '现行有效', '有效件数'],
  本年处理决定数量: ['本年处理决定数量', '处理决定数量'],
  '本年收费金额（单位：万元）': [
    '本年收费金额（单位：万元）',
    '收费金额（单位：万元）',
    '本年收费金额（万元）',
  ],
  结果维持: ['结果维持', '维持'],
  结果纠正: ['结果纠正', '纠正'],
  其他结果: ['其他结果', '其他'],
  尚未审结: ['尚未审结', '未审结'],
  未经复议直接起诉: ['未经复议直接起诉', '未经复议直接诉讼'],
  复议后起诉: ['复议后起诉', '复议后诉讼'],
};

/** Misprints read on published reports: characters gone with a lost span. */
const LOST: Readonly<Record<string, string>> = {
  '2.其他法律行政法规禁止公开': '2.其他法律行政止公开',
  本年制发件数: '本年发件',
  现行有效件数: '现行有效件',
  '5.要求行政机关确认或重新出具已获取信息': '5.要求行政机关确认或重新出具已获取',
  '3.补正后申请内容仍不明确': '3.补正后申请内容不明确',
  '一、本年新收政府信息公开申请数量': '一、本年新收政府信息公开申请数',
  '四、结转下年度继续办理': '四、结转下年度办理',
  '7.属于行政执法案卷': '7.属于行政执法案',
};

const halfBrackets = (text: string): string =>
  text.replace(/（/g, '(').replace(/）/g, ')').replace(/：/g, ':').replace(/，/g, ',');

const withSpace = (text: string, random: Random): string => {
  const at = random.integer(1, Math.max(1, text.length - 1));
  return text.length < 4
    ? text
    : `${text.slice(0, at)}${random.pick([' ', '  ', '\u3000'])}${text.slice(at)}`;
};

/** The wording one document uses: the same label is always written the same way, stray damage aside. */
export const createLabeller = (style: LabelStyle, random: Random): ((official: string) => string) => {
  const wording = new Map<string, string>();
  const choose = (official: string): string => {
    const known = wording.get(official);
    if (known !== undefined) return known;
    const chosen = style.aliases ? random.pick(ALIASES[official] ?? [official]) : official;
    wording.set(official, chosen);
    return chosen;
  };
  return (official) => {
    const lost = random.chance(style.lost) ? LOST[official] : undefined;
    let text = lost ?? choose(official);
    text = text.replace(/^(\d)\./, `$1${style.dot}`);
    text = text.replace('“', style.quotes[0]).replace('”', style.quotes[1]);
    if (style.brackets === 'half' || (style.brackets === 'mixed' && random.chance(0.5)))
      text = halfBrackets(text);
    return random.chance(style.spaces) ? withSpace(text, random) : text;
  };
};

export const randomLabelStyle = (random: Random): LabelStyle => ({
  brackets: random.pick(['full', 'half', 'mixed']),
  quotes: random.pick([
    ['“', '”'],
    ['"', '"'],
    ['“', '”'],
    ['＂', '＂'],
    ['「', '」'],
    ['', ''],
  ] as const),
  dot: random.pick(['.', '．', '、', '. ', '.']),
  aliases: random.chance(0.3),
  spaces: random.pick([0, 0, 0.08]),
  lost: random.pick([0, 0, 0.5]),
});
