/**
 * The words around a phrase that change what it counts, as data. All are used on pieces of at most 160
 * characters of folded text.
 */

/** 未办结, 不予受理, 延期答复: the phrase is denied, planned, or a kind of its own. */
export const NEGATED =
  /(?:不|不予|未|未能|无|没有|尚未|拟|应|应当|需|需要|待|可|正在|重新|延期|延长|逾期|超期|不再|撤回|转交|转送|移交|协助|协办|会办|转办|交办|主动|口头|补正|期限|时限|暂缓|可以)$/;

/** 收到并办结, 收到依法处理, 予以公开及部分公开, 行政复议、行政诉讼: one number for two phrases. */
export const COORDINATED =
  /(?:收到|受理|接收)(?:依法|依规|及时|按时)+$|(?:公开|提供|处理|复议|诉讼|收到|受理|办结|答复|办理|结转|许可|处罚|强制|文件|规章|废止|制发|接收)(?:情况|数量?|申请|案件|类|的)?(?:、|和|及|与|或|以及|并|\/|暨|\(含)(?:提起|被|引发|行政|全部|已|均|同步|按时|依法|及时|作出)*$/;

export const COMPARING = /较|同比|环比|相比|比上|比去|比20/;

export const ALL_CHANNELS =
  /(?:通过|以|经|采取|利用)?[^等]{0,40}等(?:多种|各种|各类|不同)?(?:渠道|方式|途径|形式|平台)/;
export const ONE_CHANNEL =
  /网上|网络|网站|平台|在线|信函|邮寄|邮件|邮箱|当面|现场|窗口|传真|电子|电话|微信|书面|纸质|申请系统|办理系统/;

/** 「因属于国家秘密不予公开1件」 counts one row of the group; 「因…等原因」 the whole group. */
export const REASON =
  /(?:(?<!原)因|由于|属于|涉及|基于|鉴于)(?!政府信息公开|信息公开)(?!.*等(?:原因|情形|情况|理由|因素))/;

/** 区政府办代表区政府, 各镇街, 市公安局, 备案: a part of what the tables count, or another thing. */
export const OTHER_BODY =
  /(?<!办|公[室厅])代表|名义|本级|备案|指导|督促|协助|(?:政府|[市县区州省旗府])办(?:公室|公厅)?(?:代表)?|(?<!全[市县区省州旗盟镇]|级)各(?:乡|镇|街道|部门|单位|科室|地|县|区|市|委办|局|村|成员|职能)|(?<![全我本各布格时结当])(?:局|厅)|委员会|管委会|(?<![全我本])街道|(?<![全我本城])镇|开发区|高新区|公司|学院|医院|支队|大队|作为被|司法|复议(?:机关|机构)/g;

/** The same at the head of an earlier clause of the sentence. */
export const OTHER_SUBJECT =
  /(?:^|[,，])(?:20\d\d年度?|全年|其中|今年)?[,，]?[^,，的]{0,8}(?:政府办公室|政府办公厅|政府办|府办|[^全我本各布格时结当]局|街道办事处|[^全我本城]镇)(?=[,，依坚认严积按共在通规加代])/;

export const OWN_BODY =
  /全(?:市|县|区|省|州|旗|盟|镇|乡|街道?|局|域|系统|委|厅|院)|我(?:市|县|区|省|州|旗|盟|镇|乡|街道?|局|委|厅|办|院|中心|单位)|(?<!因|由)本(?:机关|单位|部门|行政机关|市|县|区|省|州|旗|镇|乡|街道|局|委|厅|办|院)|各级/g;

const RELATIVE =
  '(?:去年|上一?年度?|前年|往年|历年|近年来?|[近过]去?[两三四五六]年|十[一二三四五]五|上半年|下半年|[一二三四1-4]季度|以来|同期|施行后)';

/** 「截至2021年底，累计…」 counts from the beginning on; the year only ends it. */
const UP_TO = '截[至止]到?(?:20\\d\\d年)?(?=[^。;!?|]*累计)';

/**
 * Years and times in order of print; the last that does not compare decides. Groups: comparing words, a year,
 * another time, this year. 「上年结转」 and 「结转2022年」 name a row, not the time of the count.
 */
export const TIME = new RegExp(
  `([较比与]|同比|相比)(?:20\\d\\d年|${RELATIVE})度?(?:的?同期)?` +
    `|(?<!结转|顺延|[转延至到入])(20\\d\\d)年(?!度?的?(?:结转|遗留))(?:以来)?` +
    `|(${UP_TO}|${RELATIVE})(?!度?的?(?:结转|遗留|转入))` +
    `|((?:全年|今年|本年|年内|报告期内?|该年)度?(?:以来)?)`,
  'g',
);

export const TIME_WORDS =
  /20\d\d年度?|全年|今年|本年度?|年内|年度|报告期内?|期间|截[至止]|\d{1,2}月(?:\d{1,2}日)?[至到-]?|年?底/g;

export const PLACE_NAME =
  /[一-龥]{0,12}?(?:省|市|县|区|州|旗|盟|镇|乡|街道|[全我]街道?|人民政府|政府|机关|单位|部门|局|委|厅|办公室|办公厅|委员会|办|院|中心|系统)/g;

export const ADVERBS =
  /其中|含|包括|另外?|同时|对于?|已经?|共|总|合计|累计|计|依法|依规|及时|规范|认真|严格|全部|全面|一共|先后|实际|妥善|高效|积极|稳妥|准确|按照?规定|按照?《条例》规定?|经|按[时期]|如期|(?:在|于)?(?:法定|规定)(?:期限|时限)内?|新|均|都|并|将|向|面向|社会|范围|情况|方面|结果|数量?|答复|办理|办结|收到|受理|登记|作出?|做出|实施|开展|决定|告知|予以|继续|有|为|是|的|中|了|因|[^因]{0,16}等(?:原因|情形|情况|理由|因素)|政府信息公开|依申请公开|依申请|信息公开|申请人?|事项|案件|来自|:|、|和|及|以及|与|\d\.|[一二三四五六七八九]是/g;

/** 「收到27件政府信息公开申请」: what is counted follows its number. */
export const APPLICATIONS_FOLLOW = /^[^，。,;:、()]{0,10}(?:公开申请|依申请公开|申请公开)/;

/** 「均不属于政府信息公开领域」: behind its counts the sentence says that all of them are of other cases. */
export const NOT_OF_DISCLOSURE =
  /[均都皆](?:(?:不属于|不涉及|并非|非|不是)(?:政府)?信息公开|与(?:政府)?信息公开(?:工作)?无关)/;

/** What a reviewing body or a lawyer does with cases; the tables count the agency's own. */
export const REVIEWING = /审理|审结|受理|办理|办结|代理|出庭/;

/** Decisions shown on a site, asked for or undone are not the decisions made. */
export const NOT_MADE =
  /公示|公开|公布|归集|上传|录入|报送|推送|共享|发布|更新|受理|收到|申请|撤销|抽查|评查/;

/** What the text was last speaking of. Groups: applications, a word that continues them, something else. */
export const TOPIC =
  /(信访[、和]?(?:举报|投诉)[、和]?(?:投诉|举报)?类?(?:申请|事项)?|依申请|公开申请|申请公开|信息申请|申请人)|(申请)|(提案|议案|代表建议|信访|咨询|热线|留言|信箱|来信|来电|来访|诉求|问政|12345|许可|审批|行政处罚|执法|问题|线索|舆情|督办|主动公开|信件|培训|不动产|投诉|举报)/g;

/** Words of menus and footers: no sentence of a report holds them. */
export const CHROME =
  /ICP备|公网安备|网站标识码|主办单位|承办单位|版权所有|当前位置|上一篇|下一篇|打印本页|关闭窗口|访问量|浏览次数|点击数|设为首页/;
