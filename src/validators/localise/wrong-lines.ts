import type { Variable } from '../../forms/index.ts';
import { findVariable } from '../../forms/index.ts';
import type { Message } from '../../model/finding.ts';
import { roundToForm } from '../../model/finding.ts';
import { rowName } from '../narrative/row-name.ts';
import { type EquationSystem, isViolated, type SystemRow } from './equation-system.ts';
import type { ChangeSet } from './minimal-changes.ts';

/** What can befall a whole row or column: slipped by a cell, exchanged with another one, or filled in wrongly. */
export type LineSlip = 'slipped' | 'exchanged' | 'wrong';

/** A change in one row or column, or in two that changed places, that makes every equation hold. */
export interface LineChange extends ChangeSet {
  readonly slip: LineSlip;
  readonly text: Message;
}

interface Line {
  readonly kind: 'row' | 'column';
  readonly label: Message;
  /** Indices of its cells in the system, in the order of the form. */
  readonly cells: readonly number[];
  /** What its cells are paired by with those of another line: the columns of a row, the rows of a column. */
  readonly across: string;
}

/** Fewer cells are pointed at one by one. */
const FEWEST = 3;

/**
 * Rows and columns that alone explain all that contradicts itself. A person who pastes a column one cell too low makes
 * one mistake and not twenty-five; no other cell has to be touched, and the sums over the line itself, which nothing
 * was solved by, bear it out.
 */
export function wrongLines(system: EquationSystem): readonly LineChange[] {
  const failing = system.rows.filter(isViolated);
  if (failing.length < FEWEST) return [];
  const lines = linesOf(system);
  const alone = lines.flatMap((line) => solveLine(system, line) ?? []);
  const unseen = new Map(lines.map((line) => [line, failing.filter((row) => !sees(row, line))]));
  const pairs = lines.flatMap((line, at) =>
    lines.slice(at + 1).flatMap((other) => {
      const isPossible = unseen.get(line)?.every((row) => sees(row, other)) ?? false;
      return (isPossible && exchangeLines(system, line, other)) || [];
    }),
  );
  return [...pairs, ...alone].filter(({ changes }) => changes.size >= FEWEST);
}

const sees = ({ terms }: SystemRow, { cells }: Line): boolean => terms.some(({ at }) => cells.includes(at));

function linesOf({ cells }: EquationSystem): readonly Line[] {
  const lines = new Map<string, Member[]>();
  const add = (key: string, member: Member): void => {
    const known = lines.get(key);
    if (known) known.push(member);
    else lines.set(key, [member]);
  };
  for (const [at, { variable: name }] of cells.entries()) {
    const variable = findVariable(name);
    if (!variable) continue;
    const { table, block, row, column } = variable;
    const [down, along] = [block.rows.indexOf(row), block.columns.indexOf(column)];
    add(`${table} row ${row.id}`, { at, variable, kind: 'row', place: along, across: column.id });
    add(`${table} column ${column.id}`, { at, variable, kind: 'column', place: down, across: row.id });
  }
  return [...lines.values()].filter((members) => members.length >= FEWEST).map(lineOf);
}

function lineOf(members: readonly Member[]): Line {
  const inOrder = members.toSorted((a, b) => a.place - b.place);
  const [{ kind, variable }] = members as readonly [Member, ...Member[]];
  return {
    kind,
    label: kind === 'column' ? variable.column : (rowName(variable.name) ?? variable.row),
    cells: inOrder.map(({ at }) => at),
    across: inOrder.map(({ across }) => across).join(' '),
  };
}

interface Member {
  readonly kind: Line['kind'];
  readonly at: number;
  readonly variable: Variable;
  readonly place: number;
  readonly across: string;
}

/** Each equation that fails and sees one cell of the line says what the cell should be. */
function solveLine(system: EquationSystem, line: Line): LineChange | null {
  const on = new Set(line.cells);
  const changes = new Map<number, number>();
  for (const { terms, residual } of system.rows) {
    if (residual === 0) continue;
    const own = terms.filter(({ at }) => on.has(at));
    const [only] = own;
    if (only === undefined) return null;
    if (own.length === 1)
      changes.set(only.at, roundToForm((system.values[only.at] ?? 0) - only.sign * residual));
  }
  if (!mends(system, changes)) return null;
  const slip = hasSlipped(system, line, changes) ? 'slipped' : 'wrong';
  const inOrder = line.cells.flatMap((at) => (changes.has(at) ? [[at, changes.get(at) ?? 0] as const] : []));
  return { changes: new Map(inOrder), slip, text: TEXTS[slip][line.kind](line.label, changes.size) };
}

/** The numbers of two lines, each in the cells of the other. */
function exchangeLines(system: EquationSystem, line: Line, other: Line): LineChange | null {
  if (line.kind !== other.kind || line.across !== other.across) return null;
  const changes = new Map<number, number>();
  for (const [index, at] of line.cells.entries()) {
    const across = other.cells[index] ?? at;
    const [value, acrossValue] = [system.values[at] ?? 0, system.values[across] ?? 0];
    if (value === acrossValue) continue;
    changes.set(at, acrossValue);
    changes.set(across, value);
  }
  if (!mends(system, changes)) return null;
  return { changes, slip: 'exchanged', text: TEXTS.exchanged[line.kind](line.label, other.label) };
}

/** Whether every equation holds with these counts. */
function mends({ rows, values }: EquationSystem, changes: ReadonlyMap<number, number>): boolean {
  for (const value of changes.values()) if (value < 0 || !Number.isInteger(value)) return false;
  return rows.every(({ terms, residual }) => {
    let left = residual;
    for (const { at, sign } of terms) {
      const value = changes.get(at);
      if (value !== undefined) left += sign * (value - (values[at] ?? 0));
    }
    return roundToForm(left) === 0;
  });
}

/** From the first cell that changes to the last all belongs in the next one, or all in the one before; but for what fell off. */
function hasSlipped(
  { values }: EquationSystem,
  { cells }: Line,
  changes: ReadonlyMap<number, number>,
): boolean {
  const from = cells.findIndex((at) => changes.has(at));
  const to = cells.findLastIndex((at) => changes.has(at));
  return [-1, 1].some((by) => {
    const strange = cells.slice(from, to + 1).filter((at, index) => {
      const right = changes.get(at) ?? values[at];
      return right !== values[cells[from + index + by] ?? -1];
    });
    return strange.length <= 1;
  });
}

const KINDS = { row: { zh: '行', en: 'row' }, column: { zh: '列', en: 'column' } } as const;
type Kind = Line['kind'];
const ofKinds = <T>(text: (kind: (typeof KINDS)[Kind]) => T): Readonly<Record<Kind, T>> => ({
  row: text(KINDS.row),
  column: text(KINDS.column),
});

const TEXTS = {
  slipped: ofKinds((kind) => ({ zh, en }: Message) => ({
    zh: `“${zh}”一${kind.zh}的数像是错开了一格`,
    en: `the numbers of the ${kind.en} “${en}” seem to have slipped by one cell`,
  })),
  wrong: ofKinds((kind) => ({ zh, en }: Message, cells: number) => ({
    zh: `“${zh}”一${kind.zh}有 ${cells} 格与其余各格不符`,
    en: `${cells} cells of the ${kind.en} “${en}” disagree with all others`,
  })),
  exchanged: ofKinds((kind) => (one: Message, other: Message) => ({
    zh: `“${one.zh}”与“${other.zh}”两${kind.zh}的数像是互换了`,
    en: `the numbers of the ${kind.en}s “${one.en}” and “${other.en}” seem to be exchanged`,
  })),
} as const;
