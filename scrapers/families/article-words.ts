/**
 * Section titles and set phrases of yearly reports, those of 2008 to 2018 and those of the forms of 2019 and 2021
 * (国办公开办函〔2019〕60号, 〔2021〕30号). Looked for in printed text outside links: menus name 主动公开 and 依申请公开 too.
 */
export const REPORT_MARKERS: readonly RegExp[] = [
  /总体情况|概述|基本情况|工作(?:开展)?情况/,
  /主动公开(?:政府)?信息(?:的)?(?:主要)?情况/,
  /收到和处理(?:政府)?信息公开申请|依申请公开(?:政府)?信息(?:的)?(?:办理)?情况|申请(?:公开)?(?:的)?情况/,
  /行政复议[、和及].{0,4}行政诉讼|(?:申请|提起)行政复议|行政复议、提起行政诉讼/,
  /(?:存在|主要).{0,6}问题.{0,4}改进|存在的?(?:主要)?(?:困难和)?问题|改进(?:措施|情况)/,
  /其他需要报告的?事项/,
  /统计(?:数据)?(?:的)?期限|所列数据|本报告(?:由|是|根据|中)|编制(?:的)?.{0,12}年度报告|现(?:向社会)?公布.{0,30}年度报告/,
  /信息公开条例/,
  /收费(?:及|和|、)?减免|政府信息公开(?:的)?收费/,
];

/** As many of these make a text a report: menus and news have one or two. */
export const FEWEST_MARKERS = 3;

/** Containers of article bodies, in the order public code tries them. */
export const BODY_SELECTORS: readonly string[] = [
  '#UCAP-CONTENT',
  'ucapcontent',
  '.trs_editor_view',
  '.TRS_UEDITOR',
  '.TRS_Editor',
  '#zoom',
  '#Zoom',
  '#zoomcon',
  '#ivs_content',
  '.Article_content',
  '[id^="vsb_content"]',
  '.v_news_content',
  '.wp_articlecontent',
  '.article-content',
  '.xxgk_content',
  '.zfxxgk_zw_content',
  '.wzzw-article',
  '.bt-box-main',
  '.main-txt',
  '#webeditorview',
  '.Custom_UnionStyle',
  '.con-detail',
  '.detail-content',
  '.view-content',
  '#mainText',
  '.wzcon',
  '#J_content',
  'article',
  'main',
];

/** meta names of 国办发〔2017〕47号, and of gov.cn, that hold a title or the time of publication. */
export const TITLE_METAS: readonly string[] = ['articletitle', 'title', 'og:title'];
export const DATE_METAS: readonly string[] = ['pubdate', 'publishdate', 'firstpublishedtime', 'publishtime'];

/** Labels of the day of publication in the line below a title, with the day behind them. */
export const PRINTED_DATE =
  /(?:(?:发布|公开|发文|公布)(?:日期|时间)|(?<!成文|生成|印发|截止|更新|生效|办公|受理)(?:日期|时间))[】\]]?\s*[:：]?\s*(20\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2})/;
/** Values of 组配分类 and of a column's name that say what the page is. */
export const REPORT_CLASS = /信息公开(?:工作)?(?:年度报告|年报)|^(?:年度报告|年报)$/;

/** Addresses that give a file whatever they end in. */
export const DOWNLOAD_PATH =
  /downfile\.jsp|download\.(?:jsp|aspx|ashx|do)|\/download\/|downloadattach|[?&]filename=|\/attach(?:ment)?s?\/|\/files\/|uploadfile|\/P0\d{10,}/i;
/** Names of documents that hold or complete a report. */
export const FILE_NAME = /\.(?:pdf|docx?|xlsx?|wps|et|ofd|jpe?g|png|gif|bmp|tiff?)\s*(?:[（(].*[)）])?$/i;
/** What a link says that gives a file, where neither its name nor its address has an ending. */
export const DOWNLOAD_WORDS =
  /^[（(【[]?(?:请?点击|点此)?(?:此处|这里)?(?:下载|查看)(?:附件|原文|全文|文件|报告|pdf|word)?[）)】\]]?$|^(?:附件|全文|报告|文件|pdf|word)(?:版)?下载$/i;
/** Addresses of pages and folders. */
export const PAGE_PATH = /(?:^|\/|\.(?:s?html?|jhtml|php))(?:$|[?#])/i;
/** Files that pages offer beside their article. */
export const CHROME_FILE =
  /申请表|指南|使用(?:说明|手册|帮助)|阅读器|下载.{0,6}(?:软件|客户端)|隐私|二维码|帮助/;
/** Pictures that belong to the page and not to the article. */
export const CHROME_PICTURE =
  /icon|logo|qr|ewm|weixin|wx\.|share|blank|spacer|btn|arrow|dot|banner|top|foot|\/(?:images?|img|skin|template|style|css)\/[^/]*\.(?:gif|png|jpg)$/i;
