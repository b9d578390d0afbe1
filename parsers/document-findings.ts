import type { Finding, Message } from '../src/model/finding.ts';
import { makeFinding } from '../src/rules/make-finding.ts';

type Details = Readonly<Record<string, string | number>>;

type Words = (details: Details) => Message;

/** What a document lacks to be taken for a report. */
const LACKS = {
  text: { zh: '里面没有文字', en: 'it holds no text' },
  title_and_tables: {
    zh: '既没有年报的标题，也没有它的表格',
    en: 'it has neither the title nor the tables of one',
  },
  own_title: {
    zh: '它的标题说的是别的文件（通知、指南、目录等），也没有填了数的表格',
    en: 'its own title is of something else (a notice, a guide, a list), and no table of the form holds a number',
  },
  contents: {
    zh: '有年报的标题，但没有它的表格，正文说的也不是年报的内容',
    en: 'it has the title of one, but neither its tables nor text about what a report tells of',
  },
} as const;
export type Lack = keyof typeof LACKS;

/** Where a document says which year it is about, beside its title. */
const YEAR_PLACES = {
  period: { zh: '统计期限', en: 'the period' },
  published: { zh: '发布日期', en: 'the date of publication' },
  caption: { zh: '读取的表格上方所注', en: 'the caption of a table that was read' },
} as const;
type YearPlace = keyof typeof YEAR_PLACES;

/** The words of what can be wrong with a document as a whole; the rule is `document.` and the key. */
const DOCUMENT_MESSAGES = {
  empty: () => ({
    zh: '文件是空的，没有可读的内容。',
    en: 'The file is empty: there is nothing to read.',
  }),
  unreadable: ({ reason }) => ({
    zh: `文件无法读取：${reason}。`,
    en: `The file cannot be read: ${reason}.`,
  }),
  unsupported: ({ kind }) => ({
    zh: `没有能读取这种文件（${kind}）的解析器；请换成 HTML、PDF、DOC、DOCX、XLS、XLSX、图片或文本。`,
    en: `No parser reads this kind of file (${kind}); give HTML, PDF, DOC, DOCX, XLS, XLSX, a picture or text.`,
  }),
  not_a_report: ({ lacks }) => ({
    zh: `这不像政府信息公开工作年度报告：${LACKS[lacks as Lack].zh}。`,
    en: `This does not look like an annual disclosure report: ${LACKS[lacks as Lack].en}.`,
  }),
  free_form: ({ year, claims }) => ({
    zh: `${year} 年的报告没有可读取的表格（2018 年度及以前格式自由，2013 年度起多附统计表）：只读取了标题、机关、年度等信息和正文所说的 ${claims} 个数，没有数值格。`,
    en: `This report for ${year} has no table that can be read (reports up to 2018 are free prose, from 2013 mostly with a statistics table): only its title, body, year and the like and ${claims} ${claims === 1 ? 'count' : 'counts'} told in its prose were read, no cell.`,
  }),
  too_large: ({ characters, bytes, most }) => ({
    zh: `文件过大（${characters ?? bytes}，上限 ${most}），没有读取。`,
    en: `The file is too large (${characters ?? bytes}, at most ${most}) and was not read.`,
  }),
  too_complex: ({ limit }) => ({
    zh: `文件结构超出限度（${limit}），超出的部分没有读取。`,
    en: `The document goes beyond a limit (${limit}); what lies beyond was not read.`,
  }),
  encrypted: () => ({
    zh: '文件已加密，需要密码才能读取。',
    en: 'The file is encrypted and cannot be read without its password.',
  }),
  image_only: () => ({
    zh: '文件只有图像，没有文字层。',
    en: 'The document holds images only: there is no text to read.',
  }),
  ocr_missing: ({ pages, pictures }) => ({
    zh: `${pictures ? `网页中的图片（第 ${pictures} 张）` : `文件是扫描图像（第 ${pages} 页），`}没有读取：文字识别引擎未安装，运行 npm run ocr:install 即可启用。`,
    en: `${pictures ? `Pictures in the page (${pictures})` : `Scanned pages (${pages})`} were not read: the OCR engine is not installed; npm run ocr:install switches it on.`,
  }),
  ocr_failed: ({ pages, reason }) => ({
    zh: `扫描图像（第 ${pages} 页）没有读取：${reason}。`,
    en: `Scanned pages (${pages}) were not read: ${reason}.`,
  }),
  read_by_ocr: ({ pages, pictures }) => ({
    zh: `${pictures ? `网页中的第 ${pictures} 张图片` : `第 ${pages} 页是图像，`}由文字识别读出；没有把握的数字标为存疑。`,
    en: `${pictures ? `Pictures ${pictures} of the page` : `Pages ${pages} are images and`} were read by OCR; numbers that are not certain are marked ambiguous.`,
  }),
  pictures_unread: ({ count }) => ({
    zh: `网页中有 ${count} 张图片没有读取（不在文件内，或格式无法读取），缺少的表格可能就在其中。`,
    en: `${count} pictures of the page were not read (they are not in the file, or of an unreadable format); a missing table may be among them.`,
  }),
  held_elsewhere: ({ frames, files }) => ({
    zh: `网页只有报告的标题，没有正文和表格；它的附件（${files} 个）和框架（${frames} 个）没有读取。`,
    en: `The page has the title of a report, but neither its text nor its tables; its attachments (${files}) and frames (${frames}) were not read.`,
  }),
  truncated: ({ after }) => ({
    zh: `文件似乎在“${after}”之后被截断。`,
    en: `The document seems to be cut off after "${after}".`,
  }),
  undecodable: ({ encoding, count }) => ({
    zh: `按 ${encoding} 解码时有 ${count} 处字节不是任何字符。`,
    en: `Read as ${encoding}, ${count} places in the bytes are no character.`,
  }),
  year_conflict: ({ title, other, where }) => ({
    zh: `标题写 ${title} 年，${YEAR_PLACES[where as YearPlace].zh}却是 ${other} 年。`,
    en: `The title says ${title}, but ${YEAR_PLACES[where as YearPlace].en} says ${other}.`,
  }),
  body_conflict: ({ agency, body }) => ({
    zh: `读取的表格印在“${body}”的标题之下，报告的机关却是“${agency}”：这些数可能是另一机关的。`,
    en: 'The tables that were read stand under the headline of another body than the one that reports: their numbers may be that body’s.',
  }),
  year_unknown: () => ({
    zh: '看不出是哪一年的报告。',
    en: 'It cannot be told which year the report is about.',
  }),
  place_unknown: ({ zh, en }) => ({
    zh: `无法确定报告所属的行政区划：${zh}。`,
    en: `The place of the report cannot be told for certain: ${en}.`,
  }),
} as const satisfies Record<string, Words>;

export type DocumentRuleName = keyof typeof DOCUMENT_MESSAGES;

/** The finding `document.<name>`; details fill its message. */
export function documentFinding(
  name: DocumentRuleName,
  details: Details = {},
  variables: readonly string[] = [],
): Finding {
  const message: Words = DOCUMENT_MESSAGES[name];
  const finding = { rule: `document.${name}` as const, scope: 'document', message: message(details) };
  return makeFinding(variables.length > 0 ? { ...finding, variables: [...variables] } : finding);
}
