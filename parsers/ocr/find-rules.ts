import { type Chained, chainPieces, dropStrokes, isDashed } from './chain-pieces.ts';
import { acrossColumns, acrossRows, groupRuns, type Run, runsOf, splitGroup, type View } from './ink-runs.ts';
import type { Bitmap } from './raster.ts';
import type { FoundRules, Rule } from './rules.ts';

/** Lengths in heights of a character: no stroke of print is as long as a rule, nor as a piece of a broken one. */
interface Lengths {
  readonly rule: number;
  readonly piece: number;
  /** A piece no longer than a stroke of print is one when it stands further than this from the others. */
  readonly strokeGap: number;
}
const HORIZONTAL: Lengths = { rule: 2.6, piece: 0.5, strokeGap: 0.6 };
/** The strokes of 计 and 1 stand upright close below a rule. */
const VERTICAL: Lengths = { rule: 1.5, piece: 0.5, strokeGap: 0.12 };
/** A rule may be thick, but not a block. */
const THICKEST = 0.45;
/** Holes in a rule that are still one run: faint print, dashes, noise. */
const LARGEST_HOLE = 0.12;
/** Along a rule ink is thin and has paper close by on both sides; along a row of print it rarely has. */
const STROKE_THICKNESS = 0.28;
const CLOSE = 0.2;
const LEAST_CLEAR = 0.55;
/** Pieces as short as a few characters must be clearer. */
const FEW_CHARACTERS = 5;
const LEAST_CLEAR_SHORT = 0.75;
/** What is split off a larger piece of ink is a rule when it is so many times as long as one is at least. */
const SPLIT_OFF = 2;
/** Where rules cross, the ends of a rule are not clear. */
const END = 0.35;

/** Long thin runs of ink in both directions. `charHeight` is the height of a character in pixels. */
export function findRules(ink: Bitmap, charHeight: number): FoundRules {
  const across = rulesAlong(acrossRows(ink), HORIZONTAL, charHeight);
  const down = rulesAlong(acrossColumns(ink), VERTICAL, charHeight);
  const horizontal = settleDashed(across, down, charHeight);
  const vertical = settleDashed(down, across, charHeight);
  return {
    horizontal: horizontal.drawn,
    vertical: vertical.drawn,
    scraps: { horizontal: horizontal.scraps, vertical: vertical.scraps },
  };
}

/** Chains of short pieces are rules or scraps by the rules across. */
function settleDashed(own: Chained, across: Chained, charHeight: number): Omit<Chained, 'dashed'> {
  const others = [...across.drawn, ...across.dashed];
  const isRule = (rule: Rule): boolean => isDashed(rule, others, charHeight);
  return {
    drawn: [...own.drawn, ...own.dashed.filter(isRule)],
    scraps: [...own.scraps, ...own.dashed.filter((rule) => !isRule(rule))],
  };
}

function rulesAlong(view: View, lengths: Lengths, charHeight: number): Chained {
  const hole = Math.max(2, Math.round(LARGEST_HOLE * charHeight));
  const runs: Run[] = [];
  for (let line = 0; line < view.lines; line++)
    runs.push(...runsOf(view, line, lengths.piece * charHeight, hole));
  const pieces = groupRuns(runs).flatMap((group) => rulesIn(group, view, lengths, charHeight));
  const { drawn, dashed, scraps } = chainPieces(pieces, charHeight);
  const kept = (rules: readonly Rule[]): readonly Rule[] =>
    rules.map((rule) => dropStrokes(rule, lengths.strokeGap * charHeight, charHeight));
  const isLong = (rule: Rule): boolean => rule.to - rule.from >= lengths.rule * charHeight;
  const short = [...kept(drawn), ...kept(dashed)].filter((rule) => !isLong(rule));
  return {
    drawn: kept(drawn).filter(isLong),
    dashed: kept(dashed).filter(isLong),
    scraps: [...scraps, ...short],
  };
}

/**
 * The rule that neighbouring runs make. Where ink that lies across rules (the ring of a seal that was copied black) holds
 * some of them together, the long runs are looked at without the short ones; of these only what is no stroke of print counts.
 */
function rulesIn(group: readonly Run[], view: View, lengths: Lengths, charHeight: number): readonly Rule[] {
  const rule = ruleOf(group);
  const isThin = rule.thickness <= Math.max(3, THICKEST * charHeight);
  const least = rule.to - rule.from < FEW_CHARACTERS * charHeight ? LEAST_CLEAR_SHORT : LEAST_CLEAR;
  if (isThin && clearShare(view, rule, charHeight) >= least) return [rule];
  return splitGroup(group)
    .flatMap((part) => rulesIn(part, view, lengths, charHeight))
    .filter((part) => part.to - part.from >= SPLIT_OFF * lengths.rule * charHeight);
}

/** Share of a rule's ink that is thin and clear on both sides. */
function clearShare(view: View, { at, from, to }: Rule, charHeight: number): number {
  const thickest = Math.max(6, STROKE_THICKNESS * charHeight);
  const close = Math.max(3, Math.round(CLOSE * charHeight));
  const end = Math.min(END * charHeight, (to - from) / 4);
  const isInk = (line: number, along: number): boolean =>
    line >= 0 && line < view.lines && view.inkAt(line, along);
  let inked = 0;
  let clear = 0;
  for (let along = Math.ceil(from + end); along < to - end; along++) {
    const line = [0, -1, 1].map((shift) => Math.floor(at) + shift).find((near) => isInk(near, along));
    if (line === undefined) continue;
    inked++;
    let first = line;
    let last = line;
    while (isInk(first - 1, along)) first--;
    while (isInk(last + 1, along)) last++;
    if (last - first + 1 > thickest) continue;
    let isClear = true;
    for (let away = 2; away <= close && isClear; away++)
      isClear = !isInk(first - away, along) && !isInk(last + away, along);
    if (isClear) clear++;
  }
  return inked === 0 ? 0 : clear / inked;
}

function ruleOf(runs: readonly Run[]): Rule {
  const from = Math.min(...runs.map((run) => run.from));
  const to = Math.max(...runs.map((run) => run.to));
  const area = runs.reduce((sum, run) => sum + run.to - run.from, 0);
  const at = runs.reduce((sum, run) => sum + (run.line + 0.5) * (run.to - run.from), 0) / area;
  // Each run looked one line to either side.
  return { at, from, to, thickness: Math.max(1, area / (to - from) - 2), pieces: [{ from, to }] };
}
