import { type Bitmap, emptyBitmap } from './raster.ts';

/** A ruling line found in the image: centre `at` across its direction, from..to along it, in pixels. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
  /** Where along it there is ink. */
  readonly pieces: readonly Piece[];
}

export interface Piece {
  readonly from: number;
  readonly to: number;
}

export interface Rules {
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}

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
/** Pieces on one line with no larger gap than this are one rule, if ink covers enough of it. */
const LARGEST_GAP = 1.05;
const SAME_LINE = 0.12;
const LEAST_INK = 0.42;
/** A column of 1s is a chain of strokes too: a rule has one piece longer than a stroke, or is dashed throughout. */
const LONGER_THAN_STROKE = 1.05;
const FEWEST_DASHES = 8;
const DASHED_INK = 0.6;
/** A rule may be thick, but not a block. */
const THICKEST = 0.45;
/** Ink that a run must have along its length: print between two gaps has less. */
const DENSITY = 0.8;
/** Holes in a rule that are still one run: faint print, dashes, noise. */
const LARGEST_HOLE = 0.12;
/** Along a rule ink is thin and has paper close by on both sides; along a row of print it rarely has. */
const STROKE_THICKNESS = 0.28;
const CLOSE = 0.2;
const LEAST_CLEAR = 0.55;
/** Pieces as short as a few characters must be clearer. */
const FEW_CHARACTERS = 5;
const LEAST_CLEAR_SHORT = 0.75;
/** Where rules cross, the ends of a rule are not clear. */
const END = 0.35;

/** Long thin runs of ink in both directions. `charHeight` is the height of a character in pixels. */
export function findRules(ink: Bitmap, charHeight: number): Rules {
  return {
    horizontal: rulesAlong(acrossRows(ink), HORIZONTAL, charHeight),
    vertical: rulesAlong(acrossColumns(ink), VERTICAL, charHeight),
  };
}

/** The pixels of rules, for wiping them before text is read. */
export function paintRules({ horizontal, vertical }: Rules, width: number, height: number): Bitmap {
  const mask = emptyBitmap(width, height);
  for (const rule of horizontal) paint(mask, rule, true);
  for (const rule of vertical) paint(mask, rule, false);
  return mask;
}

/** A bitmap seen along one direction, so that both directions are searched by the same steps. */
interface View {
  readonly length: number;
  readonly lines: number;
  readonly inkAt: (line: number, along: number) => boolean;
}

const acrossRows = ({ width, height, data }: Bitmap): View => ({
  length: width,
  lines: height,
  inkAt: (line, along) => data[line * width + along] === 1,
});

const acrossColumns = ({ width, height, data }: Bitmap): View => ({
  length: height,
  lines: width,
  inkAt: (line, along) => data[along * width + line] === 1,
});

interface Run {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

function rulesAlong(view: View, lengths: Lengths, charHeight: number): readonly Rule[] {
  const hole = Math.max(2, Math.round(LARGEST_HOLE * charHeight));
  const runs: Run[] = [];
  for (let line = 0; line < view.lines; line++)
    runs.push(...runsOf(view, line, lengths.piece * charHeight, hole));
  const pieces = groupRuns(runs).flatMap((group) => {
    const rule = ruleOf(group);
    const thin = rule.thickness <= Math.max(3, THICKEST * charHeight);
    const least = rule.to - rule.from < FEW_CHARACTERS * charHeight ? LEAST_CLEAR_SHORT : LEAST_CLEAR;
    return thin && clearShare(view, rule, charHeight) >= least ? [rule] : [];
  });
  return chainPieces(pieces, charHeight)
    .map((rule) => dropStrokes(rule, lengths.strokeGap * charHeight, charHeight))
    .filter((rule) => rule.to - rule.from >= lengths.rule * charHeight);
}

interface Chain {
  readonly rule: Rule;
  readonly ink: number;
  readonly longest: number;
  readonly pieces: number;
}

/** Pieces of a broken rule, one behind the other on one line → the rule; strokes of print make none. */
function chainPieces(pieces: readonly Rule[], charHeight: number): readonly Rule[] {
  const chains: Chain[] = [];
  for (const piece of [...pieces].sort((a, b) => a.from - b.from)) {
    const ink = piece.to - piece.from;
    const own: Chain = { rule: piece, ink, longest: ink, pieces: 1 };
    const at = chains.findLastIndex(({ rule }) => follows(rule, piece, charHeight));
    const joined = at < 0 ? own : joinChains(chains[at] as Chain, own);
    if (at >= 0 && joined.ink >= (joined.rule.to - joined.rule.from) * LEAST_INK) chains[at] = joined;
    else chains.push(own);
  }
  return chains.filter((chain) => isDrawn(chain, charHeight)).map(({ rule }) => rule);
}

/** A stroke of print that happens to stand on the line of a rule has a gap before and behind it. */
function dropStrokes(rule: Rule, gap: number, charHeight: number): Rule {
  const { pieces } = rule;
  const kept = pieces.filter((piece, index) => {
    if (piece.to - piece.from >= LONGER_THAN_STROKE * charHeight) return true;
    const before = piece.from - (pieces[index - 1]?.to ?? Number.NEGATIVE_INFINITY);
    const behind = (pieces[index + 1]?.from ?? Number.POSITIVE_INFINITY) - piece.to;
    return Math.min(before, behind) <= gap;
  });
  if (kept.length === pieces.length || kept.length === 0) return rule;
  return {
    ...rule,
    from: Math.min(...kept.map(({ from }) => from)),
    to: Math.max(...kept.map(({ to }) => to)),
    pieces: kept,
  };
}

const follows = (rule: Rule, piece: Rule, charHeight: number): boolean =>
  Math.abs(rule.at - piece.at) <= Math.max(1.5, SAME_LINE * charHeight) &&
  piece.from - rule.to <= LARGEST_GAP * charHeight;

function joinChains(a: Chain, b: Chain): Chain {
  const ink = a.ink + b.ink;
  return {
    rule: {
      at: (a.rule.at * a.ink + b.rule.at * b.ink) / ink,
      from: a.rule.from,
      to: Math.max(a.rule.to, b.rule.to),
      thickness: Math.max(a.rule.thickness, b.rule.thickness),
      pieces: [...a.rule.pieces, ...b.rule.pieces],
    },
    ink,
    longest: Math.max(a.longest, b.longest),
    pieces: a.pieces + b.pieces,
  };
}

const isDrawn = ({ rule, ink, longest, pieces }: Chain, charHeight: number): boolean =>
  longest >= LONGER_THAN_STROKE * charHeight ||
  (pieces >= FEWEST_DASHES && ink >= (rule.to - rule.from) * DASHED_INK);

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

/** A rule that drifts by a pixel goes on in the next line: a run looks one line to either side. */
function runsOf(view: View, line: number, shortest: number, hole: number): readonly Run[] {
  const runs: Run[] = [];
  let from = -1;
  let last = -1;
  let ink = 0;
  const end = (): void => {
    const length = last + 1 - from;
    if (from >= 0 && length >= shortest && ink >= length * DENSITY) runs.push({ line, from, to: last + 1 });
    from = -1;
    ink = 0;
  };
  for (let along = 0; along < view.length; along++) {
    const own = view.inkAt(line, along);
    const near =
      own ||
      (line > 0 && view.inkAt(line - 1, along)) ||
      (line + 1 < view.lines && view.inkAt(line + 1, along));
    if (!near) {
      if (from >= 0 && along - last > hole) end();
      continue;
    }
    if (from < 0) from = along;
    last = along;
    ink++;
  }
  end();
  return runs;
}

/** Runs of neighbouring lines that overlap are one rule. */
function groupRuns(runs: readonly Run[]): readonly (readonly Run[])[] {
  const groups: Run[][] = [];
  let open: Run[][] = [];
  let line = -2;
  let current: Run[][] = [];
  for (const run of runs) {
    if (run.line !== line) {
      open = run.line === line + 1 ? current : [];
      current = [];
      line = run.line;
    }
    const touching = open.filter((group) => {
      const previous = group.at(-1);
      return previous !== undefined && previous.from < run.to && run.from < previous.to;
    });
    const target = touching[0] ?? [];
    if (touching.length === 0) groups.push(target);
    target.push(run);
    if (!current.includes(target)) current.push(target);
  }
  return groups;
}

function ruleOf(runs: readonly Run[]): Rule {
  const from = Math.min(...runs.map((run) => run.from));
  const to = Math.max(...runs.map((run) => run.to));
  const area = runs.reduce((sum, run) => sum + run.to - run.from, 0);
  const at = runs.reduce((sum, run) => sum + (run.line + 0.5) * (run.to - run.from), 0) / area;
  // Each run looked one line to either side.
  return { at, from, to, thickness: Math.max(1, area / (to - from) - 2), pieces: [{ from, to }] };
}

function paint(mask: Bitmap, { at, pieces, thickness }: Rule, horizontal: boolean): void {
  const { width, height, data } = mask;
  const first = Math.max(0, Math.floor(at - thickness / 2));
  const last = Math.min((horizontal ? height : width) - 1, Math.ceil(at + thickness / 2));
  for (const { from, to } of pieces)
    for (let line = first; line <= last; line++)
      for (let along = from; along < to; along++)
        data[horizontal ? line * width + along : along * width + line] = 1;
}
