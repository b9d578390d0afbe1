import { escapeXml } from './docx-package.ts';
import type { Random } from './random.ts';
import type { Cell } from './table.ts';

/** How a word processor cuts the text of a paragraph into runs. */
export const RUN_STYLES = ['whole', 'by script', 'split digits'] as const;
export type RunStyle = (typeof RUN_STYLES)[number];

export const DOCX_BLANKS = ['empty', 'blank', 'no-break blank', 'ideographic', 'hidden', 'deleted'] as const;
export type DocxBlank = (typeof DOCX_BLANKS)[number];

export type DocxCellOptions = {
  readonly runs: RunStyle;
  readonly blanks: readonly DocxBlank[];
  /** Share of labels broken over lines or paragraphs. */
  readonly breaks: number;
  /** Share of cells with what a reader does not see: bookmarks, proofing marks, hidden and deleted text, fields. */
  readonly noise: number;
};

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;

const byScript = (text: string): string =>
  (text.match(/[\x20-\x7e]+|[^\x20-\x7e]+/g) ?? [])
    .map((piece) => run(piece, '<w:rFonts w:hint="eastAsia"/><w:spacing w:val="15"/>'))
    .join('');

const splitDigits = (text: string, random: Random): string => {
  if (text.length < 2) return run(text);
  const at = random.integer(1, text.length - 1);
  return `${run(text.slice(0, at))}<w:proofErr w:type="spellStart"/>${run(text.slice(at), '<w:b/>')}`;
};

const RUNS: Record<RunStyle, (text: string, random: Random) => string> = {
  whole: (text) => run(text),
  'by script': byScript,
  'split digits': splitDigits,
};

export const textRuns = (text: string, style: RunStyle, random: Random): string => RUNS[style](text, random);

const DELETED = '<w:del w:id="7" w:author="a"><w:r><w:delText>13</w:delText></w:r></w:del>';
const HIDDEN = run('17', '<w:vanish/>');

const BLANKS: Record<DocxBlank, string> = {
  empty: '',
  blank: run(' '),
  'no-break blank': run('\u00a0'),
  ideographic: run('\u3000'),
  hidden: HIDDEN,
  deleted: DELETED,
};

const NOISES: readonly ((runs: string) => string)[] = [
  (runs) => `<w:bookmarkStart w:id="3" w:name="_x"/>${runs}<w:bookmarkEnd w:id="3"/>`,
  (runs) => `${DELETED}<w:ins w:id="8" w:author="a">${runs}</w:ins>`,
  (runs) => `${runs}${HIDDEN}`,
  (runs) => `<w:fldSimple w:instr=" =SUM(LEFT) ">${runs}</w:fldSimple>`,
  (runs) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> =SUM(ABOVE) 99 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${runs}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
  (runs) => `<w:sdt><w:sdtPr/><w:sdtContent>${runs}</w:sdtContent></w:sdt>`,
  (runs) => `<w:smartTag w:element="x">${runs}</w:smartTag>`,
  (runs) => `${runs}<w:moveFrom w:id="9" w:author="a">${run('5')}</w:moveFrom>`,
  (runs) => `<w:r><w:lastRenderedPageBreak/></w:r>${runs}<w:r><w:softHyphen/></w:r>`,
];

const lines = (cell: Cell, breaks: number, random: Random): readonly string[] => {
  if (cell.vertical === true) return [...cell.text];
  if (cell.kind !== 'label' || cell.text.length < 4 || !random.chance(breaks)) return [cell.text];
  const at = random.integer(2, cell.text.length - 2);
  return [cell.text.slice(0, at), cell.text.slice(at)];
};

/** The paragraphs of a cell. */
export const docxCell = (cell: Cell, options: DocxCellOptions, random: Random): string => {
  if (cell.text === '') return paragraph(BLANKS[random.pick(options.blanks)]);
  const runs = lines(cell, options.breaks, random).map((line) => textRuns(line, options.runs, random));
  const content = random.chance(0.5) ? [runs.join('<w:r><w:br/></w:r>')] : runs;
  return content
    .map((each) => paragraph(random.chance(options.noise) ? random.pick(NOISES)(each) : each))
    .join('');
};
