import type { Cell } from '../../model/cell.ts';
import type { Message, Suggestion, TypoClass } from '../../model/finding.ts';
import type { Equation } from '../identities.ts';
import { buildSystem, type EquationSystem, isViolated, withChanges } from './equation-system.ts';
import { type Evidence, weighChange } from './evidence.ts';
import { BOUNDS, type Budget, type ChangeSet, findMinimalChanges, isGivenUp } from './minimal-changes.ts';
import { classifyTypo, isExchange, TYPO_NAMES } from './typo-class.ts';
import { type LineChange, wrongLines } from './wrong-lines.ts';

/** Suggestions for contradictions that hang together, the likeliest first. */
export interface Localisation {
  /** The equations that fail. */
  readonly failing: readonly Equation[];
  readonly suggestions: readonly Suggestion[];
  /** How many smallest explanations there are; null when they could not be counted. */
  readonly explanations: number | null;
  /** Cells of a smallest explanation; of one that was not found within the bounds, as many at least. */
  readonly cells: number;
  /** No explanation was found within the bounds: no cell can be pointed at. */
  readonly gaveUp: boolean;
  /** The rows and columns that alone explain it, where there is no smaller explanation, or one of them slipped. */
  readonly lines: readonly Message[];
}

export const MOST_SUGGESTIONS = 5;

/**
 * Where the mistake probably is: for each group of equations that hang together, all smallest sets of cells whose
 * change makes every equation hold, ordered by evidence. With them come changes that the prose speaks for and those of
 * one whole row or column, though they be larger. Only when there is exactly one smallest set is it called localised.
 */
export function localise(equations: readonly Equation[], evidence: Evidence): Localisation[] {
  const system = buildSystem(equations);
  return components(system).map((rows) => localiseGroup(keepRows(system, rows), evidence));
}

function localiseGroup(system: EquationSystem, evidence: Evidence): Localisation {
  const minimal = findMinimalChanges(system);
  const count = minimal.complete ? minimal.sets.length : null;
  const lines = new Map(wrongLines(system).map((line) => [keyOf(line), line]));
  const candidates = [
    ...minimal.sets.map((set) => ({ set, isSmallest: true })),
    ...toldChanges(system, evidence).map((set) => ({ set, isSmallest: false })),
    ...[...lines.values()].map((set) => ({ set, isSmallest: false })),
  ];
  const ranked = distinct(candidates)
    .map(({ set, isSmallest }) =>
      describe(system, set, evidence, isSmallest ? count : null, lines.get(keyOf(set))),
    )
    .toSorted((a, b) => a.cost - b.cost || compare(a.key, b.key));
  const gaveUp = isGivenUp(minimal);
  return {
    failing: system.rows.filter(isViolated).map(({ equation }) => equation),
    suggestions: ranked.slice(0, MOST_SUGGESTIONS).map(({ suggestion }) => suggestion),
    explanations: count,
    cells: minimal.size,
    gaveUp,
    lines: namedLines([...lines.values()], gaveUp),
  };
}

/** A line that slipped or changed places explains more than cells do; one that is only wrong is the last resort. */
function namedLines(lines: readonly LineChange[], gaveUp: boolean): readonly Message[] {
  const slipped = lines.filter(({ slip }) => slip !== 'wrong');
  return (slipped.length > 0 || !gaveUp ? slipped : lines).map(({ text }) => text);
}

interface Candidate {
  readonly set: ChangeSet;
  readonly isSmallest: boolean;
}

const keyOf = ({ changes }: ChangeSet): string => [...changes].map((change) => change.join('=')).join(' ');

function distinct(candidates: readonly Candidate[]): Candidate[] {
  return [...new Map(candidates.toReversed().map((one) => [keyOf(one.set), one])).values()].toReversed();
}

/**
 * For a count told in prose that the table contradicts: what most of the smallest changes have in common once the
 * cell holds what was told. Where they part (which result row was it?) nothing is said, and an equation stays broken.
 */
function toldChanges(system: EquationSystem, { claims }: Evidence): ChangeSet[] {
  const budget: Budget = { steps: BOUNDS.mostSteps };
  return claims.flatMap(({ variable, value }) => {
    const at = system.cells.findIndex((cell) => cell.variable === variable);
    if (at < 0 || system.values[at] === value) return [];
    const told = withChanges(system, new Map([[at, value]]));
    const rest = findMinimalChanges(told, BOUNDS, budget);
    if (isGivenUp(rest)) return [];
    const common = sharedChanges(rest.sets);
    const changes = new Map([[at, value] as const, ...common].toSorted(([a], [b]) => a - b));
    return repairsOf(system, changes).repairs > 0 ? [{ changes }] : [];
  });
}

/** Changes that more than half of the sets make. */
function sharedChanges(sets: readonly ChangeSet[]): [number, number][] {
  const counts = new Map<string, { change: [number, number]; count: number }>();
  for (const change of sets.flatMap(({ changes }) => [...changes])) {
    const known = counts.get(String(change)) ?? { change, count: 0 };
    counts.set(String(change), { change, count: known.count + 1 });
  }
  return [...counts.values()].filter(({ count }) => count * 2 > sets.length).map(({ change }) => change);
}

interface Described {
  readonly suggestion: Suggestion;
  readonly cost: number;
  readonly key: string;
}

function describe(
  system: EquationSystem,
  set: ChangeSet,
  evidence: Evidence,
  count: number | null,
  line: LineChange | undefined,
): Described {
  const exchanged = isExchange(
    [...set.changes].map(([at, right]) => ({ printed: system.values[at] ?? 0, right })),
  );
  const parts = [...set.changes].map(([at, value]) => {
    const cell = system.cells[at] as Cell;
    const typo = exchanged ? 'exchanged' : typoOf(system, at, value);
    return { cell, value, typo, reasons: weighChange(cell, value, typo, evidence) };
  });
  const { repairs, breaks } = repairsOf(system, set.changes);
  const ofParts = parts.reduce(
    (sum, { reasons }) => sum + reasons.reduce((total, reason) => total + reason.cost, 0),
    0,
  );
  const cost = (line ? Math.min(ofParts, LINE_COSTS[line.slip]) : ofParts) + breaks * BREAK_COST;
  const texts = parts.flatMap(({ reasons }) => reasons.flatMap(({ text }) => text ?? []));
  const typos = [...new Set(parts.map(({ typo }) => typo))];
  return {
    suggestion: {
      changes: Object.fromEntries(parts.map(({ cell, value }) => [cell.variable, value])),
      why: explain(line ? [line.text] : typos.map((typo) => TYPO_NAMES[typo]), texts),
      ...{ repairs, breaks, typos, alternatives: count },
      localised: count === 1,
    },
    cost,
    key: keyOf(set),
  };
}

function typoOf(system: EquationSystem, at: number, right: number): TypoClass {
  const { value, variable } = system.cells[at] as Cell;
  const neighbours = neighboursOf(system, at);
  return classifyTypo({ printed: value, right, neighbours, isTotal: isTotal(variable) });
}

/** An equation that a suggestion breaks speaks against it as much as a change more. */
const BREAK_COST = 0.5;

/** A whole line is one mistake, however many cells it has: a slip of the hand, or else a column that went wrong. */
const LINE_COSTS: Readonly<Record<LineChange['slip'], number>> = { slipped: 1.5, exchanged: 1.5, wrong: 4 };

function explain(names: readonly Message[], texts: readonly Message[]): Message {
  const unique = [...new Map(texts.map((text) => [text.zh, text])).values()];
  return {
    zh: [names.map(({ zh }) => zh).join('、'), ...unique.map(({ zh }) => zh)].join('；'),
    en: [names.map(({ en }) => en).join(', '), ...unique.map(({ en }) => en)].join('; '),
  };
}

/** How many equations that fail would hold, and how many that hold would fail. */
function repairsOf(
  system: EquationSystem,
  changes: ReadonlyMap<number, number>,
): { readonly repairs: number; readonly breaks: number } {
  const after = withChanges(system, changes).rows;
  const turned = system.rows.filter((row, index) => isViolated(row) !== isViolated(after[index] ?? row));
  const repairs = turned.filter(isViolated).length;
  return { repairs, breaks: turned.length - repairs };
}

/** Numbers of the cells that share an equation with this one: a hand that slips by a row or column lands there. */
function neighboursOf({ rows, rowsOf, values }: EquationSystem, at: number): number[] {
  return (rowsOf[at] ?? []).flatMap((row) => {
    const terms = rows[row]?.terms ?? [];
    const place = terms.findIndex((term) => term.at === at);
    return [terms[place - 1], terms[place + 1]].flatMap((term) => values[term?.at ?? -1] ?? []);
  });
}

const isTotal = (variable: string): boolean => /(?:^|\.)total(?:_processed)?(?:\.|$)/.test(variable);

/** Groups of equations with a failing one, joined by the cells they share. */
function components({ rows, rowsOf }: EquationSystem): number[][] {
  const seen = new Set<number>();
  const groups: number[][] = [];
  rows.forEach((row, start) => {
    if (!isViolated(row) || seen.has(start)) return;
    const group = [start];
    seen.add(start);
    for (const at of group) {
      for (const { at: cell } of rows[at]?.terms ?? []) {
        for (const next of rowsOf[cell] ?? []) {
          if (seen.has(next)) continue;
          seen.add(next);
          group.push(next);
        }
      }
    }
    groups.push(group.toSorted((a, b) => a - b));
  });
  return groups;
}

/** The equations of one group as a system of their own. */
function keepRows(system: EquationSystem, rows: readonly number[]): EquationSystem {
  return buildSystem(rows.flatMap((row) => system.rows[row]?.equation ?? []));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
