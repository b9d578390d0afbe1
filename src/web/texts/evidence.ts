import type { EvidenceFault } from '../../evidence/evidence.ts';
import type { Message } from '../../model/finding.ts';
import type { Texts } from './text.ts';

/** Beside an archived document, and in its place when it cannot be shown. */
export const EVIDENCE = {
  title: { zh: '原文', en: 'Original' },
  frame: { zh: '原文存档，所选单元格已标出', en: 'archived original, the chosen cell is lit' },
  page: { zh: '页', en: 'Page' },
  previousPage: { zh: '上一页', en: 'Previous page' },
  nextPage: { zh: '下一页', en: 'Next page' },
  zoom: { zh: '缩放', en: 'Zoom' },
  turn: { zh: '旋转', en: 'Turn' },
  ownWindow: { zh: '单独打开', en: 'Open alone' },
  download: { zh: '下载原文件', en: 'Download the original' },
  text: { zh: '提取的文字', en: 'Extracted text' },
  showHere: { zh: '查看', en: 'Show' },
  skipFrame: { zh: '跳过原文', en: 'Skip the original' },

  faulty: { zh: '无法显示原文', en: 'The original cannot be shown' },
  detail: { zh: '详情：', en: 'Details: ' },
  still: {
    zh: '仍可下载原文件、查看提取的文字，并判为“无法核实”。',
    en: 'The original and the extracted text can still be downloaded, and the verdict “unsure” is open to you.',
  },
  wasRead: { zh: '读取时记下的内容', en: 'What was read from it' },
  noPlace: (label: string) => ({
    zh: `“${label}”在原文中没有位置：没有印出，或读取时未记下位置。`,
    en: `“${label}” has no place in the original: it is not printed, or its place was not noted.`,
  }),
  placeMissing: (label: string) => ({
    zh: `在原文中找不到“${label}”的位置：位置缺失，未标出任何单元格。`,
    en: `The place of “${label}” is missing from the original: nothing is lit for it.`,
  }),
  otherPage: (label: string, page: number) => ({
    zh: `“${label}”在第 ${page} 页。`,
    en: `“${label}” is on page ${page}.`,
  }),
  otherFile: {
    zh: '这是本报告的另一份文件，数字不是从这里读取的。',
    en: 'This is another file of the report; the numbers were not read from it.',
  },
  noText: {
    zh: '无法从原文提取文字；以下是数据库中记下的单元格。',
    en: 'No text can be extracted; these are the cells as the database has them.',
  },
} as const satisfies Texts;

/** Each fault in words: what is the matter, and what it means for the number. */
export const FAULT_TEXTS: Readonly<Record<EvidenceFault, Message>> = {
  not_archived: {
    zh: '这份报告导入时没有存档，原文件不在存档中。',
    en: 'This report was read without an archive: its document was not kept.',
  },
  file_missing: {
    zh: '存档文件缺失：数据库指向的文件不在存档目录中。',
    en: 'The archive file is missing: the database points to a file that is not there.',
  },
  no_access: {
    zh: '存档文件无法读取：请检查存档目录的权限。',
    en: 'The archive file cannot be read: check the permissions of the archive.',
  },
  hash_mismatch: {
    zh: '校验值不符：存档中的字节不是当时读取的字节，不能作为依据。',
    en: 'The hash does not match: these are not the bytes that were read, and they prove nothing.',
  },
  unrenderable: {
    zh: '文件无法呈现：已损坏、已加密，或格式不受支持。',
    en: 'The file cannot be rendered: it is damaged, encrypted, or of a kind that is not supported.',
  },
  too_large: {
    zh: '文件过大：呈现它会超出时间、内存或像素的上限。',
    en: 'The file is too large: to render it would exceed the limit of time, memory or pixels.',
  },
};
