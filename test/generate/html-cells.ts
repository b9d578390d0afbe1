import type { Random } from './random.ts';
import type { Cell } from './table.ts';

/** What an editor puts around the text of a cell. */
export const CELL_MARKUPS = [
  'bare',
  'paragraph',
  'browser',
  'word',
  'word runs',
  'split spans',
  'split paragraphs',
  'font',
  'indented',
  'div',
] as const;
export type CellMarkup = (typeof CELL_MARKUPS)[number];

export const BLANK_MARKUPS = [
  'empty',
  'nbsp',
  'paragraph',
  'paragraph nbsp',
  'break',
  'ideographic',
  'o:p',
] as const;
export type BlankMarkup = (typeof BLANK_MARKUPS)[number];

export type CellOptions = {
  readonly markup: CellMarkup;
  readonly blanks: readonly BlankMarkup[];
  /** Share of labels broken over lines. */
  readonly breaks: number;
  /** Zero-width characters, bookmarks and comments inside cells. */
  readonly noise: boolean;
};

export const escapeHtml = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\u00a0/g, '&nbsp;');

const BLANKS: Record<BlankMarkup, string> = {
  empty: '',
  nbsp: '&nbsp;',
  paragraph: '<p></p>',
  'paragraph nbsp': '<p style="text-align:center">&nbsp;</p>',
  break: '<p><br/></p>',
  ideographic: '\u3000',
  'o:p': '<p class="MsoNormal"><span lang="EN-US"><o:p>&nbsp;</o:p></span></p>',
};

const WORD_PARAGRAPH = '<p class="MsoNormal" align="center" style="text-align:center;line-height:18.0pt">';
const WORD_SPAN = '<span style="font-family:宋体;mso-bidi-font-family:宋体;font-size:10.5pt">';

/** Text in runs of Latin and other characters, as a word processor writes them. */
export const wordRuns = (text: string): string =>
  (text.match(/[\x20-\x7e]+|[^\x20-\x7e]+/g) ?? [])
    .map((run) =>
      /^[\x20-\x7e]/.test(run)
        ? `<span lang="EN-US" style="font-size:12.0pt">${escapeHtml(run)}</span>`
        : `<span style="font-size:12.0pt;font-family:仿宋_GB2312">${escapeHtml(run)}</span>`,
    )
    .join('');

/** A number cut in two pieces somewhere, or whole. */
const pieces = (text: string, random: Random): string[] => {
  if (!/^\d{2,}$/.test(text)) return [text];
  const at = random.integer(1, text.length - 1);
  return [text.slice(0, at), text.slice(at)];
};

type Wrap = (lines: readonly string[], cell: Cell, random: Random) => string;
const joined = (lines: readonly string[]): string => lines.map(escapeHtml).join('<br/>');

const WRAPS: Record<CellMarkup, Wrap> = {
  bare: joined,
  paragraph: (lines) => lines.map((line) => `<p>${escapeHtml(line)}</p>`).join(''),
  browser: (lines) =>
    `<p style="text-align: center;"><span style="font-family: 宋体; font-size: 14px; color: rgb(51, 51, 51);">${joined(lines)}</span></p>`,
  word: (lines) =>
    `${WORD_PARAGRAPH}${WORD_SPAN}<span lang="EN-US">${joined(lines)}</span><o:p></o:p></span></p>`,
  'word runs': (lines) =>
    lines.map((line) => `${WORD_PARAGRAPH}${WORD_SPAN}${wordRuns(line)}</span><o:p></o:p></p>`).join('\n'),
  'split spans': (lines, _, random) =>
    lines
      .map(
        (line) =>
          `<p><span><span>${pieces(line, random).map(escapeHtml).join('</span></span><span style="color:#000"><span>')}</span></span></p>`,
      )
      .join(''),
  'split paragraphs': (lines, _, random) =>
    lines.map((line) => `<p>${pieces(line, random).map(escapeHtml).join('</p><p>')}</p>`).join(''),
  font: (lines) => `<font face="宋体" size="2"><strong>${joined(lines)}</strong></font>`,
  indented: (lines) => `\n          ${lines.map(escapeHtml).join('<br>\n          ')}\n        `,
  div: (lines) => `<div class="cell"><div>${joined(lines)}</div></div>`,
};

const NOISES = [
  (inner: string) => `\u200b${inner}`,
  (inner: string) => `\ufeff${inner}`,
  (inner: string) => `${inner}<!-- 12 -->`,
  (inner: string) =>
    `<span id="_bookmark_start_0" style="display: none; line-height: 0px;">\u200d</span>${inner}`,
  (inner: string) => `${inner}<span style="mso-spacerun:yes">&nbsp; </span>`,
  (inner: string) => `&nbsp;${inner}&nbsp;`,
  (inner: string) => `${inner}<span style="display:none">(隐藏)</span>`,
  (inner: string) => `&ensp;${inner}&#160;`,
];

const brokenLines = (cell: Cell, breaks: number, random: Random): string[] => {
  if (cell.vertical === true) return [...cell.text];
  if (cell.kind !== 'label' || cell.text.length < 4 || !random.chance(breaks)) return [cell.text];
  const at = random.integer(2, cell.text.length - 2);
  return [cell.text.slice(0, at), cell.text.slice(at)];
};

/** What stands between the tags of a cell. */
export const renderCell = (cell: Cell, options: CellOptions, random: Random): string => {
  if (cell.text === '') return BLANKS[random.pick(options.blanks)];
  const inner = WRAPS[options.markup](brokenLines(cell, options.breaks, random), cell, random);
  return options.noise && random.chance(0.1) ? random.pick(NOISES)(inner) : inner;
};
