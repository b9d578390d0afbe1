import { mayBeUnlabelled } from '../tables/unlabelled-row.ts';
import { cellsUnder } from './build-rows.ts';
import { joinVertical } from './join-vertical.ts';
import type { Piece, Token } from './tokens.ts';
import { FEWEST_BLANK_CELLS } from './usual-columns.ts';

/** A stretch of tokens that can hold tables, and whether it does. */
export interface Zone {
  readonly tokens: readonly Token[];
  readonly tables: boolean;
}

/** Distinct labels that make a stretch a table: prose headings hit one or two by chance. */
const FEWEST_LABELS = 3;
/** Rows of the form that make one of blank cells alone. */
const FEWEST_BLANK_ROWS = 10;

/** Cuts at prose and section titles; what lies between is a table when it prints labels and numbers. */
export function findZones(tokens: readonly Token[]): readonly Zone[] {
  const zones: Zone[] = [];
  let run: Token[] = [];
  const close = (): void => {
    if (run.length > 0) zones.push({ tokens: run, tables: isTable(run) });
    run = [];
  };
  for (const token of tokens) {
    if (token.kind === 'prose' || token.kind === 'title') {
      close();
      zones.push({ tokens: [token], tables: false });
    } else run.push(token);
  }
  close();
  return zones;
}

function isTable(run: readonly Token[]): boolean {
  const labels = new Set<string>();
  const rows = new Set<string>();
  let values = 0;
  for (const token of joinVertical(run)) {
    if (token.kind === 'label') labels.add(token.text);
    if (isPiece(token) && token.meanings.some(({ kind }) => kind === 'row')) rows.add(token.text);
    if (token.kind === 'value' && /\d/.test(token.text)) values++;
  }
  if (rows.size >= FEWEST_BLANK_ROWS) return true;
  return (
    (labels.size >= FEWEST_LABELS && values > 0) ||
    hasLabelledRow(run) ||
    isUnlabelledRow(run) ||
    isAboveBlanks(run, labels.size)
  );
}

/**
 * The label of a row and behind it numbers as its table has: rows that are printed again, or that a page cut off. Of
 * a wide table blank cells may be lost; one number alone behind a label is a page's, or prose's.
 */
function hasLabelledRow(run: readonly Token[]): boolean {
  let fewest = Number.POSITIVE_INFINITY;
  for (const piece of run.filter(isPiece)) {
    if (piece.kind === 'value') fewest--;
    else fewest = fewestValues(piece);
    if (fewest === 0) return true;
  }
  return false;
}

const fewestValues = ({ meanings }: Piece): number =>
  Math.min(
    ...meanings.flatMap((meaning) =>
      meaning.kind === 'row' ? [Math.min(FEWEST_VALUES, meaning.block.columns.length)] : [],
    ),
  );

const FEWEST_VALUES = 2;

/** Numbers alone, as many as a row without a label may have: the rest of its table, or the same row once more. */
function isUnlabelledRow(run: readonly Token[]): boolean {
  const pieces = run.filter(isPiece);
  const others = pieces.filter((piece) => piece.kind !== 'value');
  return (
    mayBeUnlabelled(pieces.length - others.length) &&
    others.length <= MOST_WORDS &&
    others.every((piece) => piece.kind === 'word')
  );
}

/** Headers of challenges, whose rows have no labels, and the bars of at least one row that is blank. */
function isAboveBlanks(run: readonly Token[], labels: number): boolean {
  const last = run.findLastIndex(isPiece);
  const header = run[last];
  if (labels < FEWEST_LABELS || header?.kind !== 'label') return false;
  const isHeader = header.meanings.some(
    ({ kind, block }) => kind === 'column' && block.table === 'challenges',
  );
  const bars = run.slice(last + 1).filter((token) => token.kind === 'bars');
  return isHeader && cellsUnder(bars, header).length >= FEWEST_BLANK_CELLS;
}

/** Words above such numbers: 第四季度情况. */
const MOST_WORDS = 2;

export const isPiece = (token: Token): token is Piece => token.kind !== 'bars';
