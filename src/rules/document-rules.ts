import type { Rule } from './rule.ts';

const AGAIN = { zh: '换一份完好的文件', en: 'get a sound copy of the document' };
const SEE_PAGE = { zh: '对照原文', en: 'look at the page' };
const NOTHING_READ = {
  zh: '读不出内容的文件没有数字，不能当作空白报告',
  en: 'a document that cannot be read has no numbers, and must not pass for an empty report',
};
const SOMETHING_LOST = {
  zh: '没有读到的内容里可能有数字，不能默默略过',
  en: 'what was not read may hold numbers: it is not passed over in silence',
};
const found = { forms: ['2014', '2019', '2021'], scope: 'document', counted: 'found' } as const;
const checked = { ...found, counted: 'document' } as const;

/** Whether a document could be read, and whose report it is. */
export const DOCUMENT_RULES = {
  'document.empty': {
    title: { zh: '空文件', en: 'empty file' },
    why: NOTHING_READ,
    demands: { zh: '文件有内容', en: 'the file holds something' },
    ...found,
    severities: ['error'],
    judge: AGAIN,
    fault: 'either',
  },
  'document.unreadable': {
    title: { zh: '文件无法读取', en: 'file not read' },
    why: NOTHING_READ,
    demands: { zh: '文件存在、能打开、没有损坏', en: 'the file is there, can be opened and is sound' },
    ...found,
    severities: ['error'],
    judge: AGAIN,
    fault: 'either',
  },
  'document.unsupported': {
    title: { zh: '不支持这种文件', en: 'kind of file not supported' },
    why: NOTHING_READ,
    demands: { zh: '有读取这种文件的程序', en: 'a reader takes this kind of file' },
    ...found,
    severities: ['error'],
    judge: { zh: '另存为 HTML 或文本', en: 'save it as HTML or text' },
    fault: 'parser',
  },
  'document.encrypted': {
    title: { zh: '文件已加密', en: 'file encrypted' },
    why: NOTHING_READ,
    demands: { zh: '文件没有密码', en: 'the file has no password' },
    ...found,
    severities: ['error'],
    judge: { zh: '解除密码后再读', en: 'remove its password first' },
    fault: 'publisher',
  },
  'document.not_a_report': {
    title: { zh: '不是年度报告', en: 'not an annual report' },
    why: {
      zh: '没有年报的标题，也没有它的表格，里面的数不是年报的数',
      en: 'with neither the title of an annual report nor its tables, its numbers are not those of one',
    },
    demands: {
      zh: '有年报的标题或它的表格',
      en: 'it has the title of an annual report, or its tables',
    },
    ...checked,
    severities: ['error'],
    judge: { zh: '确认是不是存错了网页', en: 'see whether the wrong page was saved' },
    fault: 'either',
  },
  'document.free_form': {
    title: { zh: '没有表格的报告', en: 'a report without tables' },
    why: {
      zh: '2018 年度及以前的年报格式自由（2007 年《政府信息公开条例》第三十二条只规定内容）；没有数值格，也就没有可核对的等式',
      en: 'reports up to 2018 are free in form (article 32 of the regulations of 2007 only says what they tell of); without cells no equation can be checked',
    },
    demands: {
      zh: '2018 年度及以前的报告附有可读取的统计表',
      en: 'a report up to 2018 has a statistics table that can be read',
    },
    ...found,
    severities: ['info'],
    judge: {
      zh: '正文所说的数在 claims 中；原文如有表格，看是不是图片或附件',
      en: 'what the prose tells is in claims; if the page has a table, see whether it is an image or attachment',
    },
    fault: 'either',
  },
  'document.attachment_differs': {
    title: { zh: '页面与附件不一致', en: 'page and attachment differ' },
    why: {
      zh: '页面与附件是同一份报告，数应相同',
      en: 'a page and its attachments are one report: their numbers are the same',
    },
    demands: { zh: '页面与附件的数一致', en: 'a page and its attachment print the same numbers' },
    ...found,
    severities: ['warning'],
    judge: { zh: '看哪一份是后来更正的', en: 'see which of the two was corrected later' },
    fault: 'publisher',
  },
  'document.attachment_holds': {
    title: { zh: '另一个文件有缺少的数', en: 'another file holds what is missing' },
    why: {
      zh: '一份记录的数都指向同一个文件；各表分在几个文件时，其余的表没有并入',
      en: 'the numbers of a record point into one file: of tables that lie in several, the others are not taken',
    },
    demands: { zh: '一个文件印有全部表格', en: 'one file prints all tables' },
    ...found,
    severities: ['warning'],
    judge: {
      zh: '打开另一个文件，把缺少的数补为更正',
      en: 'open the other file, and correct the numbers that are missing',
    },
    fault: 'publisher',
  },
  'document.too_large': {
    title: { zh: '文件过大', en: 'file too large' },
    why: {
      zh: '年报远小于上限；读取过大的文件会拖垮程序',
      en: 'no report is near the limit, and a file beyond it would exhaust the program',
    },
    demands: { zh: '文件不超过大小上限', en: 'the file is within the limit' },
    ...found,
    severities: ['error'],
    judge: { zh: '确认是不是别的文件', en: 'see what the file is' },
    fault: 'either',
  },
  'document.too_complex': {
    title: { zh: '文件结构过于复杂', en: 'document too complex' },
    why: SOMETHING_LOST,
    demands: { zh: '结构在限度之内', en: 'its structure is within the limits' },
    ...checked,
    severities: ['warning'],
    judge: SEE_PAGE,
    fault: 'either',
  },
  'document.not_localised': {
    title: { zh: '未查找有误的格', en: 'wrong cells not looked for' },
    why: {
      zh: '没有建议不等于没有可疑的格',
      en: 'that no cell is suggested must not pass for there being none to suspect',
    },
    demands: {
      zh: '有矛盾时，再读一遍核实，并查找哪些格可能有误',
      en: 'where something contradicts itself, a second reading confirms it and the cells that could be wrong are looked for',
    },
    ...found,
    severities: ['warning'],
    judge: { zh: '对照原文；重新读取一遍', en: 'look at the page; read the document again' },
    fault: 'parser',
  },
  'document.image_only': {
    title: { zh: '只有图像', en: 'images only' },
    why: NOTHING_READ,
    demands: { zh: '各页有文字', en: 'the pages hold text' },
    ...found,
    severities: ['warning'],
    judge: { zh: '寻找文字版', en: 'look for a version with text' },
    fault: 'publisher',
  },
  'document.truncated': {
    title: { zh: '文件不完整', en: 'document cut off' },
    why: SOMETHING_LOST,
    demands: { zh: '文件完整', en: 'the document is whole' },
    ...checked,
    severities: ['warning'],
    judge: AGAIN,
    fault: 'either',
  },
  'document.undecodable': {
    title: { zh: '有无法解码的字节', en: 'bytes that are no character' },
    why: SOMETHING_LOST,
    demands: { zh: '每个字节都是字符的一部分', en: 'each byte is part of a character' },
    ...checked,
    severities: ['warning'],
    judge: SEE_PAGE,
    fault: 'either',
  },
  'document.hidden_text': {
    title: { zh: '有不显示的内容', en: 'text that is not shown' },
    why: {
      zh: '不显示的数不是发布的数，不读取，但要说明',
      en: 'a number that is not shown was not published: it is not read, but told of',
    },
    demands: { zh: '文件里没有不显示的数', en: 'the document holds no number that is not shown' },
    ...found,
    severities: ['warning', 'info'],
    milder: {
      zh: '整张隐藏的工作表为提示',
      en: 'a whole sheet that is hidden: info',
    },
    judge: SEE_PAGE,
    fault: 'publisher',
  },
  'document.floating_text': {
    title: { zh: '有浮动文本框', en: 'text box over a table' },
    why: SOMETHING_LOST,
    demands: {
      zh: '表格的数都在格里，没有浮动文本框',
      en: 'the numbers of a table lie in its cells, not in a text box that floats over them',
    },
    ...found,
    severities: ['warning', 'info'],
    milder: {
      zh: '表格每格都读出数的，是水印，为提示',
      en: 'each cell of the form prints a number of its own (a watermark): info',
    },
    judge: SEE_PAGE,
    fault: 'publisher',
  },
  'document.ocr_missing': {
    title: { zh: '扫描件未读取', en: 'scan not read' },
    why: NOTHING_READ,
    demands: { zh: '读取扫描件须安装文字识别引擎', en: 'a scan is read when the OCR engine is installed' },
    ...found,
    severities: ['error'],
    judge: {
      zh: '安装文字识别引擎，或寻找文字版',
      en: 'install the engine, or look for a version with text',
    },
    fault: 'parser',
  },
  'document.ocr_failed': {
    title: { zh: '扫描件未读取', en: 'scan not read' },
    why: NOTHING_READ,
    demands: { zh: '扫描件能由文字识别读出', en: 'a scan can be read by OCR' },
    ...found,
    severities: ['error'],
    judge: { zh: '寻找文字版', en: 'look for a version with text' },
    fault: 'parser',
  },
  'document.pictures_unread': {
    title: { zh: '图片未读取', en: 'pictures not read' },
    why: {
      zh: '缺少的表格可能印在图片里',
      en: 'a table that is missing may be printed in a picture',
    },
    demands: {
      zh: '缺少表格的网页没有未读的图片',
      en: 'a page that lacks a table has no picture left unread',
    },
    ...found,
    severities: ['warning'],
    judge: { zh: '下载图片后单独读取', en: 'download the pictures and read them by themselves' },
    fault: 'publisher',
  },
  'document.held_elsewhere': {
    title: { zh: '报告在附件或框架里', en: 'report in an attachment or frame' },
    why: {
      zh: '网页有报告的标题而没有正文，数在附件或框架的文件里',
      en: 'a page with the title of a report and without its text leaves the numbers to the document it leads to',
    },
    demands: {
      zh: '网页印出报告，或附件、框架与网页一起读取',
      en: 'the page prints the report, or its attachments and frames are read with it',
    },
    ...found,
    severities: ['info'],
    judge: {
      zh: '把附件与网页一起读取（extract --attachment），或直接给出网址',
      en: 'read the attachment with the page (extract --attachment), or give its web address',
    },
    fault: 'publisher',
  },
  'document.read_by_ocr': {
    title: { zh: '由文字识别读出', en: 'read by OCR' },
    why: {
      zh: '识别可能有误；没有把握的数字标为存疑',
      en: 'OCR may err; numbers that are not certain are marked ambiguous',
    },
    demands: { zh: '各页有文字，不是图像', en: 'the pages hold text, not images of it' },
    ...found,
    severities: ['info'],
    judge: SEE_PAGE,
    fault: 'publisher',
  },
  'document.damaged': {
    title: { zh: '文件有损坏', en: 'damaged file' },
    why: {
      zh: '损坏的字节会把一个数字变成另一个数字，版面上看不出来',
      en: 'a damaged byte turns one digit into another, and the page does not show it',
    },
    demands: {
      zh: '文件各部分与自带的校验和相符',
      en: 'each part of the file is what its own checksum says',
    },
    ...checked,
    severities: ['warning'],
    judge: AGAIN,
    fault: 'either',
  },
  'document.glyphs_unknown': {
    title: { zh: '有字形不知是什么字', en: 'glyphs of unknown characters' },
    why: SOMETHING_LOST,
    demands: {
      zh: '字体说明每个字形是什么字符',
      en: 'the fonts say which character each glyph is',
    },
    ...found,
    severities: ['warning'],
    judge: SEE_PAGE,
    fault: 'publisher',
  },
  'document.page_unreadable': {
    title: { zh: '有的页无法读取', en: 'pages not read' },
    why: SOMETHING_LOST,
    demands: { zh: '每一页都能读取', en: 'each page can be read' },
    ...found,
    severities: ['warning'],
    judge: AGAIN,
    fault: 'either',
  },
  'document.year_conflict': {
    title: { zh: '年度前后不一', en: 'years disagree' },
    why: {
      zh: '年报说的是上一年度（《政府信息公开条例》第四十九条）：标题、统计期限等处是同一年',
      en: 'a report is about the year before it (Regulations on Open Government Information, article 49): title, period and text name the same one',
    },
    demands: {
      zh: '标题、统计期限等处的年度一致',
      en: 'the title, the period and other places name the same year',
    },
    ...checked,
    severities: ['warning'],
    judge: {
      zh: '以标题为准；确认不是沿用上年的文字',
      en: "the title's year was taken: see whether old text was left standing",
    },
    fault: 'publisher',
  },
  'document.body_conflict': {
    title: { zh: '机关前后不一', en: 'bodies disagree' },
    why: {
      zh: '一个页面可以先后印出几个机关的年报，数属于表格上方标题所写的机关',
      en: 'one page may print the reports of several bodies: numbers are those of the body that the headline above them names',
    },
    demands: {
      zh: '表格上方的标题写的是报告的机关',
      en: 'the headline above the tables names the body that reports',
    },
    ...found,
    severities: ['warning'],
    judge: {
      zh: '看页面上哪些表格是这个机关的',
      en: 'see which tables of the page are those of this body',
    },
    fault: 'either',
  },
  'document.year_unknown': {
    title: { zh: '年度不明', en: 'year unknown' },
    why: {
      zh: '不知年度，数就无法归入任何一年',
      en: 'without its year a number belongs to no series',
    },
    demands: { zh: '看得出是哪一年的报告', en: 'it can be told which year the report is about' },
    ...checked,
    severities: ['warning'],
    judge: SEE_PAGE,
    fault: 'either',
  },
  'document.place_unknown': {
    title: { zh: '地区不明', en: 'place unknown' },
    why: {
      zh: '不知地区，数就无法归入任何一地；同名地方不猜',
      en: 'without its place a number belongs to nobody; between places of one name none is guessed',
    },
    demands: { zh: '能确定所属行政区划', en: 'the place can be told for certain' },
    ...checked,
    severities: ['warning'],
    judge: {
      zh: '导入时用 `--url` 说明出处：网址也是线索',
      en: 'name the address with `--url` when it is imported: it is evidence too',
    },
    fault: 'either',
  },
} as const satisfies Record<string, Rule>;
