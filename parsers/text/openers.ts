import type { Meaning } from '../labels/label-index.ts';
import type { Bars, Token } from './tokens.ts';

/** Share of rows before which a bar must stand for it to be the layout's way to open a row (L4, L5). */
const OPENED_SHARE = 0.9;

/**
 * Bars that open a row and are no cell, in layouts that open every row so: at the start of the row's line (L4) or
 * alone on the line before (L5). In other layouts the same bar is a blank first cell.
 */
export function findOpeners(tokens: readonly Token[]): ReadonlySet<Token> {
  const inLine = lineOpeners(tokens);
  return inLine.size > 0 ? inLine : loneOpeners(tokens);
}

function lineOpeners(tokens: readonly Token[]): ReadonlySet<Token> {
  const openers = new Set<Token>();
  let lines = 0;
  let line = -1;
  for (const token of tokens) {
    if (token.line === line || (token.kind === 'bars' && token.alone)) continue;
    line = token.line;
    lines++;
    if (token.kind === 'bars' && token.opens) openers.add(token);
  }
  return openers.size >= lines * OPENED_SHARE ? openers : new Set();
}

function loneOpeners(tokens: readonly Token[]): ReadonlySet<Token> {
  const openers = new Set<Token>();
  let rows = 0;
  let opened = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'label' || !token.meanings.some(isRow)) continue;
    const before = tokens[index - 1];
    const group = before?.kind === 'bars' && !before.alone ? tokens[index - 3] : before;
    if (isLoneBar(group)) openers.add(group);
    // 总计 and 其他 are columns too: in a header nothing opens them.
    if (token.meanings.some((meaning) => !isRow(meaning))) continue;
    rows++;
    if (isLoneBar(group)) opened++;
  }
  if (opened < rows * OPENED_SHARE) return new Set();
  for (const [index, token] of tokens.entries()) {
    if (isLoneBar(token) && isUnderHeader(tokens, index)) openers.add(token);
  }
  return openers;
}

const isRow = ({ kind }: Meaning): boolean => kind === 'row' || kind === 'head' || kind === 'rowGroup';

const isLoneBar = (token: Token | undefined): token is Bars =>
  token?.kind === 'bars' && token.alone && token.count === 1;

/** The first lone bar behind a header's last label opens the row of values below, when that row has no label. */
function isUnderHeader(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (tokens[before]?.kind === 'bars' && !isLoneBar(tokens[before])) before--;
  let behind = at + 1;
  while (tokens[behind]?.kind === 'bars') behind++;
  return tokens[behind]?.kind === 'value' && endsHeader(tokens, before);
}

/** 总计 behind 尚未审结 ends a header; 3.其他 behind a number is a row's own label. */
function endsHeader(tokens: readonly Token[], at: number): boolean {
  let previous = at - 1;
  while (tokens[previous]?.kind === 'bars') previous--;
  return isColumn(tokens[at]) && isColumn(tokens[previous]);
}

const isColumn = (token: Token | undefined): boolean =>
  token?.kind === 'label' && token.meanings.some(({ kind }) => kind === 'column' || kind === 'columnGroup');
