import { TABLE_TITLES } from '../../src/forms/tables.ts';
import { beginsLabel, labelKeys, type Meaning, meaningsOf } from '../labels/label-index.ts';
import { cleanText, normaliseLabel, stripResidue } from '../normalise-label.ts';
import { DASH_STROKES, looksLikeValue } from '../read-number.ts';
import { isRuleLine } from './rule-lines.ts';

/**
 * A piece of flattened text between bars, line ends and, where they stand between labels and numbers, blanks.
 * `line` is the number of its line: some layouts say with line ends what others say with bars.
 */
export interface Piece {
  readonly kind: 'label' | 'value' | 'title' | 'word' | 'prose';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly meanings: readonly Meaning[];
}

/**
 * Bars that touch; `alone` when the line holds nothing else, `opens` when it stands at the start of a line and text
 * follows.
 */
export interface Bars {
  readonly kind: 'bars';
  readonly count: number;
  readonly line: number;
  readonly opens: boolean;
  readonly alone: boolean;
}

export type Token = Piece | Bars;

/** What parts cells: bars, and the upright lines of character drawings. */
export const BARS = new Set(['|', '｜', '│', '┃', '║']);
/** A page's number in the text layer: - 3 -, — 12 —, 第 3 页 共 8 页. */
const NUMBERED = String.raw`(?:[-－–—―]\s*\d{1,3}\s*[-－–—―]|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?)`;
const PAGE_NUMBER = new RegExp(`^${NUMBERED}$`);
/** The same where the label of the next page's first row sticks to it. */
const LEADING_PAGE_NUMBER = new RegExp(String.raw`^\s*${NUMBERED}\s+`);
/** 一、总体情况 … 六、其他需要报告的事项: headings that end a table. */
const SECTION =
  /^(?:第?[一二三四五六七八九十]{1,2}(?:、|部分|[.．])|[a-z]?[一二三四五六七八九十]、).{0,40}(?:情况|事项|问题|措施|概述|说明|部分)$/i;
/** The same headings where they print no number, as normalised labels. */
const BARE_SECTION =
  /^(?:总体情况|基本情况|概述|(?:政府信息公开)?(?:工作)?(?:中)?存在的?(?:主要)?(?:困难)?问题.{0,12}|其[他它]需要报告的?事项.{0,6})$/;
/** Sentences, and anything longer than the longest label. */
const PROSE = /[。；;？！]|[，,].*[，,].*[，,]/;
const LONGEST_LABEL = 64;
/** Where the first label of a table sticks to the prose or heading before it (wild.md L8, L9). */
const STUCK = /第?二十条\s*第?\s*[（(]?\s*[一二三四五六七八九1-9]\s*[)）]?\s*项|[（(]\s*本列数据的?勾稽关系/g;

/** Dashes for zero behind a label are no more of it than numbers are: 2.重复申请 / / / / / / /. */
const DASHES_BEHIND = new RegExp(
  String.raw`(?:[\s\u3000]+[${DASH_STROKES.replace(/[\\\]-]/g, String.raw`\$&`)}]+)+$`,
  'u',
);

const titleKeys = new Set(Object.values(TABLE_TITLES).flatMap(labelKeys));

/** Lines of flattened text, from the place `from` to `to`, the first with the number `line` → tokens with their places. */
export function tokenise(text: string, from = 0, to = text.length, firstLine = 0): readonly Token[] {
  const tokens: Token[] = [];
  const copied = isCopied(text);
  const closes = copied && ROW_OF_CELLS.test(text);
  let start = from;
  let line = firstLine;
  while (start <= to) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    if (copied) tokeniseCopied(text, start, end, line, tokens, closes);
    else if (!isRuleLine(text, start, end)) tokeniseLine(text, start, end, line, tokens);
    start = end + 1;
    line++;
  }
  return tokens;
}

/** A label behind empty cells: a spreadsheet's, which copies each column that a merged cell covers as a blank one. */
const COVERED = /^\t+[^\t\n]*\p{Script=Han}{2}/mu;

/** A tab with text behind it: cells share a line. Elsewhere each has one of its own, and its tab behind it. */
const ROW_OF_CELLS = /\t[^\S\n]*\S/;

/** Tabs on both sides of a bar are its blanks. */
const TABS = /(?<![|｜│┃║][^\S\n]{0,3})\t(?![^\S\n]{0,3}[|｜│┃║])/g;

/** Whether tabs stand between the cells of a row and nowhere else, as a browser copies a table of a page. */
function isCopied(text: string): boolean {
  const tabs = text.match(TABS)?.length ?? 0;
  // A menu or a footer may have a bar or two in such a text as well.
  let bars = 0;
  for (const character of tabs === 0 ? '' : text) if (BARS.has(character)) bars++;
  return tabs > bars && !COVERED.test(text);
}

function tokeniseLine(text: string, from: number, to: number, line: number, tokens: Token[]): void {
  const first = tokens.length;
  let run = 0;
  let start = from;
  const closeRun = (followed: boolean): void => {
    if (run > 0)
      tokens.push({
        kind: 'bars',
        count: run,
        line,
        opens: followed && tokens.length === first,
        alone: false,
      });
    run = 0;
  };
  for (let at = from; at <= to; at++) {
    const isBar = at === to || BARS.has(text[at] ?? '');
    if (!isBar) continue;
    if (at > start) {
      const blank = cleanText(text.slice(start, at)) === '';
      closeRun(!blank || at < to);
      if (!blank) pushPieces(text, start, at, line, tokens);
    }
    if (at < to) run++;
    start = at + 1;
  }
  closeRun(false);
  const only = tokens[first];
  if (tokens.length === first + 1 && only?.kind === 'bars')
    tokens[first] = { ...only, alone: true, opens: false };
}

/**
 * A line whose cells tabs part: each is closed by a bar, as in the other layouts. The end of the line closes the last
 * one where a line is a row (`closes`), but behind a label, where that bar would be the first cell of the row below, and on
 * a line that is only what stands between two cells of paragraphs.
 */
function tokeniseCopied(
  text: string,
  from: number,
  to: number,
  line: number,
  tokens: Token[],
  closes: boolean,
): void {
  const isBetween = text.slice(from, to) === '\t';
  const fields = text.slice(from, to).split('\t');
  let start = from;
  if (isCounted(fields)) start += `${fields.shift()}\t`.length;
  for (const field of fields) {
    const end = start + field.length;
    if (cleanText(field) !== '') pushPieces(text, start, end, line, tokens);
    if (end < to || (closes && start > from && !isBetween && tokens.at(-1)?.kind !== 'label'))
      tokens.push({ kind: 'bars', count: 1, line, opens: false, alone: false });
    start = end + 1;
  }
}

/** A row's number in the table stands before its label: behind the row above it would be one of its numbers. */
const isCounted = ([first = '', second = '']: readonly string[]): boolean =>
  /^\s*\d{1,3}\s*$/.test(first) && meaningsOf(second.trim()).length > 0;

/** One piece between bars; prose is parted from a label stuck to its end, words of a line from each other. */
function pushPieces(text: string, from: number, to: number, line: number, tokens: Token[]): void {
  const piece = pieceAt(text, from, to, line);
  if (piece.kind === 'word' && PAGE_NUMBER.test(piece.text)) return;
  const behindPage = from + (LEADING_PAGE_NUMBER.exec(text.slice(from, to))?.[0].length ?? 0);
  if (behindPage > from && pieceAt(text, behindPage, to, line).kind === 'label') {
    pushPieces(text, behindPage, to, line, tokens);
    return;
  }
  const numbers = piece.kind === 'value' ? splitNumbers(text, from, to, line) : null;
  if (numbers) {
    tokens.push(...numbers);
    return;
  }
  const dashes =
    piece.kind === 'label' && DASHES_BEHIND.test(piece.text) ? splitWords(text, from, to, line) : null;
  if (dashes) {
    tokens.push(...dashes);
    return;
  }
  if (piece.kind === 'label' || piece.kind === 'value' || piece.kind === 'title') {
    tokens.push(piece);
    return;
  }
  const cut = stuckLabel(text.slice(from, to));
  if (cut > 0) {
    pushPieces(text, from, from + cut, line, tokens);
    pushPieces(text, from + cut, to, line, tokens);
    return;
  }
  const words = splitWords(text, from, to, line);
  if (words) tokens.push(...words);
  else tokens.push(piece);
}

/**
 * Numbers on a line without bars are the cells of a row (5 0 0 0 0 0 5), never the digits of one number: taken
 * together they would read as five million. Null for one number, and between bars, where the cell says what is one.
 */
function splitNumbers(text: string, from: number, to: number, line: number): readonly Piece[] | null {
  const startsLine = from === 0 || text[from - 1] === '\n';
  const endsLine = to === text.length || text[to] === '\n';
  if (!startsLine || !endsLine) return null;
  const words = wordsOf(text, from, to).map((word) => pieceAt(text, word.start, word.end, line));
  return words.length > 1 && words.every((word) => word.kind === 'value') ? words : null;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

const wordsOf = (text: string, from: number, to: number): readonly Place[] =>
  [...text.slice(from, to).matchAll(/[^\s\u3000]+/g)].map((match) => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
  }));

function stuckLabel(text: string): number {
  let cut = 0;
  for (const match of text.matchAll(STUCK)) cut = match.index;
  return cut;
}

/** What a stretch of text is, without the blanks around it. */
export function pieceAt(text: string, from: number, to: number, line: number): Piece {
  const raw = text.slice(from, to);
  const lead = raw.length - raw.trimStart().length;
  const trail = raw.length - raw.trimEnd().length;
  const start = from + lead;
  const end = Math.max(start, to - trail);
  const printed = text.slice(start, end);
  const meanings = printed.length > 2 * LONGEST_LABEL ? [] : meaningsOf(printed);
  return { kind: pieceKind(printed, meanings), text: printed, start, end, line, meanings };
}

function pieceKind(text: string, meanings: readonly Meaning[]): Piece['kind'] {
  if (meanings.length > 0) return 'label';
  if (looksLikeValue(text)) return 'value';
  const clean = cleanText(text);
  if (clean.length <= LONGEST_LABEL && isSectionTitle(clean)) return 'title';
  // A row's name with a long note is no sentence: the numbers behind it are its own, whatever it is.
  const own = clean.replace(NOTE_BEHIND, '');
  if (own.length > LONGEST_LABEL) return 'prose';
  return PROSE.test(own) && !beginsLabel(clean) ? 'prose' : 'word';
}

/** 其他主动公开文件（含…的文件）. */
const NOTE_BEHIND = /(?<=^[^。；;，,()（）]{2,30})[(（][^()（）]{1,300}[)）]$/;

function isSectionTitle(clean: string): boolean {
  const key = normaliseLabel(clean);
  return SECTION.test(stripResidue(clean)) || titleKeys.has(key) || BARE_SECTION.test(key);
}

/**
 * A line of blank-separated words (text layers, wild.md L7; a heading with a label behind it) → its labels and
 * values, when they are found: labels may contain blanks, so the longest run of words that is a label counts.
 * Null when the piece is plain prose.
 */
function splitWords(text: string, from: number, to: number, line: number): readonly Token[] | null {
  const words = wordsOf(text, from, to);
  if (words.length < 2 || words.length > 60) return null;
  const pieces: Piece[] = [];
  let known = 0;
  for (let i = 0; i < words.length; ) {
    const size = labelSize(text, words, i, line);
    const first = words[i];
    const last = words[i + Math.max(size, 1) - 1];
    if (!first || !last) return null;
    const piece = pieceAt(text, first.start, last.end, line);
    if (piece.kind === 'label' || piece.kind === 'value' || piece.kind === 'title') known++;
    pieces.push(piece);
    i += Math.max(size, 1);
  }
  const joined = joinUnknown(text, pieces);
  const edge = joined.at(-1);
  const atEdge = edge?.kind === 'label' || joined[0]?.kind === 'value';
  return known > 0 && (known * 2 >= joined.length || atEdge) ? joined : null;
}

/** Words from `at` on that are one label. A label never ends with a number or a slash: those are values. */
function labelSize(text: string, words: readonly Place[], at: number, line: number): number {
  const first = words[at];
  if (!first) return 0;
  for (let size = Math.min(4, words.length - at); size > 1; size--) {
    const last = words[at + size - 1];
    if (!last || looksLikeValue(text.slice(last.start, last.end))) continue;
    const piece = pieceAt(text, first.start, last.end, line);
    if (piece.kind === 'label' || piece.kind === 'title') return size;
  }
  return 1;
}

/** Neighbouring words that are nothing by themselves are one piece of text; 本年新 本年新 are two cut headers. */
function joinUnknown(text: string, pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const unknown = piece.kind === 'word' || piece.kind === 'prose';
    if (last && unknown && (last.kind === 'word' || last.kind === 'prose') && last.text !== piece.text) {
      joined[joined.length - 1] = pieceAt(text, last.start, piece.end, last.line);
    } else joined.push(piece);
  }
  return joined;
}
