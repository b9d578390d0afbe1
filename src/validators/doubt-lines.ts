import type { Form } from '../forms/form.ts';
import type { Cell } from '../model/cell.ts';
import type { Finding } from '../model/finding.ts';
import { makeFinding } from '../rules/make-finding.ts';
import { evaluateEquation } from './evaluate-equation.ts';
import { type Equation, equationsOf } from './identities.ts';

/** A row and a column: an equation alone may hold by chance between cells that are parted alike. */
const FEWEST_EQUATIONS = 2;
const FEWEST_BORNE_OUT = 2;

/**
 * Digits in several lines of one cell are one number where a word processor put each digit in a paragraph of its own
 * (wild.md 10), and two numbers where a writer wrote two. Arithmetic tells them apart: a number that the equations of
 * its row and column bear out stands, and so do all others of a document in which more are borne out than
 * contradicted. What nothing bears out is ambiguous.
 *
 * @param joined - the variables whose digits were joined
 */
export function doubtLines(
  form: Form,
  cells: readonly Cell[],
  joined: ReadonlySet<string>,
): { readonly cells: readonly Cell[]; readonly findings: readonly Finding[] } {
  const read = cells.filter(({ variable, status }) => joined.has(variable) && status === 'reported');
  if (read.length === 0) return { cells, findings: [] };
  const equations = equationsOf(form, new Map(cells.map((cell) => [cell.variable, cell])));
  const isBorneOut = (outcomes: readonly string[]): boolean =>
    outcomes.length >= FEWEST_EQUATIONS && outcomes.every(isPass);
  const borneOut = new Set(read.filter((cell) => isBorneOut(outcomesOf(cell, equations))));
  const contradicted = read.filter((cell) => !outcomesOf(cell, equations).every(isPass));
  if (borneOut.size >= FEWEST_BORNE_OUT && borneOut.size > contradicted.length)
    return { cells, findings: [] };
  const doubted = new Set(read.filter((cell) => !borneOut.has(cell)));
  return {
    cells: cells.map((cell) => (doubted.has(cell) ? { ...cell, value: null, status: 'ambiguous' } : cell)),
    findings: [...doubted].map(severalLines),
  };
}

const isPass = (outcome: string): boolean => outcome === 'pass';

/** What the equations with a cell come to, those that cannot be evaluated left out. */
const outcomesOf = ({ variable }: Cell, equations: readonly Equation[]): readonly string[] =>
  equations
    .filter(({ left, right }) => [...left, ...right].some((cell) => cell.variable === variable))
    .map((equation) => evaluateEquation(equation).outcome)
    .filter((outcome) => outcome !== 'not_evaluable');

function severalLines({ variable, raw }: Cell): Finding {
  return makeFinding({
    rule: 'cell.ambiguous',
    scope: variable,
    message: {
      zh: `单元格里分行印有“${raw}”：可能是几个数，也可能是一个数的各位，表内勾稽关系不能证明是哪一种。`,
      en: `The cell prints "${raw}" in several lines: several numbers or the digits of one, and no arithmetic of the report shows which.`,
    },
    variables: [variable],
  });
}
