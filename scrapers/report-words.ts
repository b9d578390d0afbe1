import type { LeftOutReason } from './families/family.ts';

/** A year as titles print it: 2021, ２０２１ (folded before), 二〇二一. */
export const YEAR = /(?<!\d)20[0-4]\d(?!\d)|二[〇○零0o]{1,2}[〇○零一二三四][〇○零一二三四五六七八九]?/i;

/** Only a year and its noun: a sub-column of a list of reports. */
export const YEAR_NAME =
  /^(?:20[0-4]\d|二[〇○零][一二三][〇○零一二三四五六七八九])(?:年度?)?(?:年?度?(?:报告|年报)|信息公开(?:工作)?(?:年度报告|年报))?$/;

/** Titles of yearly reports on open information, in the wordings read on published lists. */
export const REPORT_TITLES: readonly RegExp[] = [
  /信息公开[^，。、]{0,20}(?:年度?报(?!道)|报告(?!制度|会)|年度总结)/,
  /(?:年度?报告|年报)[^，。、]{0,10}信息公开/,
  /政务公开[^，。、]{0,12}(?:年度报告|年报)/,
  // cut by the list: “…政府信息公开工作年…”
  /信息公开(?:工作)?的?(?:20\d\d)?年?度?(?:报|工作)?(?:\.{2,}|…)+$/,
];

/** Within a list of reports the subject goes without saying: “2021年度报告”, “教育局2020年年报”. */
export const REPORT_NOUN = /年度?报告|年报|年度?工作报告/;

/** Links that speak of reports and lead to none, the first that fits. */
export const NOT_REPORTS: readonly (readonly [reason: LeftOutReason, words: RegExp])[] = [
  ['interpretation', /解读|读懂|图解(?!版)|图说|图示解|问答|亮点|看点/],
  [
    'notice',
    /通知$|通知[(（]|的通知|的函$|通报|公告$|关于(?:做好|报送|印发|编制|开展|加强|认真)|格式|模板|样表|催报/,
  ],
  ['guide', /指南|指引|公开目录(?!.*年报)|申请表|制度(?!.*年度?报告)|实施办法|暂行办法|条例$|流程图/],
  [
    'other_report',
    /网站(?:工作)?年度?(?:工作)?报表|网站(?:工作)?年度?报告|法治政府|依法行政|预算|决算|绩效|国民经济|统计公报|安全生产|建议提案|营商环境|双随机/,
  ],
  [
    'news',
    /召开|培训|会议|部署|考核|评估|督查|检查|推进会|(?:发布|公布|晒出|出炉|上线|完成)(?:.*(?:报告|年报))?$|^(?:我|本|全)?[^年]{0,12}(?:发布|公布|晒出|完成)|圆满|工作动态/,
  ],
];

/** Words in brackets or behind the title of the version made of pictures, and of the one made of text. */
export const GRAPHIC_MARK = /[（(【[-]?(?:图片|图文|图解|图示|图形|长图|图表|图)版[）)】\]]?/;
export const TEXT_MARK = /[（(【[-]?(?:文字|文本|纯文本)版[）)】\]]?/;
/** Addresses of the page made for telephones → its twin for all. */
export const MOBILE_MARKS: readonly (readonly [mark: RegExp, plain: string])[] = [
  [/_wap(?=\.s?html?$)/, ''],
  [/\/mpost_(?=\d)/, '/post_'],
  [/(?<=^https?:\/\/)m\./, 'www.'],
  [/[?&]isMobile=true$/, ''],
];

/** Names of columns that gather the reports of several bodies. */
export const GROUP_NAME =
  /^(?:各?(?:市|县|区|州|旗)?(?:政府|直|属|级|府)?)?(?:各?(?:工作)?部门|机关|单位|直属机构|组成部门|派出机构|乡镇?|镇乡?|街道|镇街|乡镇街道|镇\(?街道?\)?|街镇|乡\(?镇\)?|园区|管委会|区县|县市区|市县|人民政府|政府办?|政府本级|本级)(?:[、(（和及/].{1,8})?(?:信息公开)?(?:年度报告|年报)?$/;

/** How names of bodies that report end. */
export const AGENCY_NAME =
  /^[\p{Script=Han}（）()]{2,24}(?:局|委|委员会|办|办公室|厅|院|镇|乡|街道|街道办事处|办事处|人民政府|政府|中心|管委会|分局|大队|支队|总队|所|处|苏木|银行|公司)$/u;

/** Parts of an address that name a column of reports: zfxxgknb, xxgkndbg_1840, 2022bmdnbg, nb2025bm, nb_xzfbm, OpennessAnnualReport. */
export const REPORT_PATH =
  /(?:gk|xx|gz|zf)n(?:d|b)(?:bg|b)?(?![a-z]{4})|n[dn]bg|gkbg|(?:^|\/)nb(?:[_\d/-]|[a-z]{0,4}20\d\d)|(?<=[/_\d])nb(?=\/|$)|bm\w?nb|d?nbg\b|annualreport|xxgkn[bd]|\/column\/\d+\?(?:.*&)?type=3(?=&|$)/i;

/** Addresses of one article. A year's number, as in `year/show/290/2021.html`, is none of an article. */
export const DETAIL_PATH =
  /\/t\d{6,8}_?\d*(?:_wap)?\.s?html?$|\/m?post_\d+\.html?$|\/art_[\da-f_]+\.html?$|\/[\da-f]{24}(?:[\da-f]{8})?\.s?html?$|\/info\/\d+\/\d+\.html?$|(?<!\/year)(?:^|[/-])show[/-][\da-f]+|\/content_\d+(?:\.html?)?$|\/doc_[\da-f]+\.html?$|\/(?:c\d+_|i)?(?!20[0-4]\d\.)\d{4,19}\.(?:s?html?|jhtml|aspx)$|[?&](?:id|articleid|infoid)=[\da-f-]+|\/detail\/|\/contents\/\d+\/\d+|\/content-\d+\.html?$|\/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.html?$|xxgkAnnualReport\.jsp/i;

/** Addresses of one file. */
export const FILE_PATH = /\.(?:pdf|docx?|xlsx?|wps|et|ofd|jpe?g|png|gif|bmp|tiff?|zip|rar)(?=$|[?#&])/i;

/** Addresses of a list. */
export const COLUMN_PATH =
  /\/(?:(?:index|list|default|col)(?:_\d+)?\.(?:s?html?|jhtml|aspx|jsp|php))?$|\/col\/col\d+|\/column\/\d+|\/n?20\d\dn(?:ian)?(?:\.htm|\/|$)/i;
