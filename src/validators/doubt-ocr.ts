import type { Form } from '../forms/form.ts';
import { formVariables } from '../forms/index.ts';
import type { Cell } from '../model/cell.ts';
import { type Finding, type Message, roundToForm } from '../model/finding.ts';
import { makeFinding } from '../rules/make-finding.ts';
import { evaluateEquation } from './evaluate-equation.ts';
import { type Equation, equationsOf } from './identities.ts';

/** A number read from an image less surely than this is no number to build on, whatever else is known. */
export const DOUBTED_BELOW = 0.75;
/** In an equation that fails, a number read less surely than this is the likelier error than the report. */
export const SURE_FROM = 0.97;

/** A reading no less sure than this stands when every equation that it is part of bears it out. */
export const BORNE_OUT_FROM = 0.5;

/** Cells after doubt, and what has to be said about those that changed. */
export interface Doubted {
  readonly cells: readonly Cell[];
  readonly findings: readonly Finding[];
}

/**
 * Numbers read from an image → ambiguous where the reading itself is unsure, or where it is not quite sure and an
 * equation of the report contradicts it. What all equations then prove of such a cell is kept beside it. A
 * contradiction between numbers that were read surely is the report's own and stays.
 */
export function doubtOcr(form: Form, cells: readonly Cell[]): Doubted {
  if (!cells.some((cell) => cell.source?.kind === 'ocr')) return { cells, findings: [] };
  const counts = countVariables(form);
  const asRead = equationsOf(form, new Map(cells.map((cell) => [cell.variable, cell])));
  const unsure = new Map<string, Message>();
  for (const cell of cells) {
    const why = ownDoubt(cell, counts);
    if (why && !isBorneOut(cell, asRead)) unsure.set(cell.variable, why);
  }
  for (const variable of contradicted(form, withDoubts(cells, unsure))) unsure.set(variable, CONTRADICTED);
  const doubted = withDoubts(cells, unsure);
  const byName = new Map(doubted.map((cell) => [cell.variable, cell]));
  const equations = equationsOf(form, byName);
  return {
    cells: doubted.map((cell) => {
      const proven = unsure.has(cell.variable) ? provenValue(cell, equations) : null;
      return proven === null ? cell : { ...cell, imputed: proven };
    }),
    findings: cells.flatMap((cell) => {
      const why = unsure.get(cell.variable);
      return why ? [ambiguousCell(cell, why)] : [];
    }),
  };
}

const CONTRADICTED: Message = {
  zh: '识别把握不足，且与表内勾稽关系矛盾',
  en: 'the reading is not sure and the arithmetic of the table contradicts it',
};
const FRACTION: Message = {
  zh: '件数不应有小数，小数点可能是千位分隔符',
  en: 'a count has no fraction: the point may be a thousands separator',
};

const confidenceOf = (cell: Cell): number => (cell.source?.kind === 'ocr' ? cell.source.confidence : 1);

function ownDoubt(cell: Cell, counts: ReadonlySet<string>): Message | null {
  if (cell.source?.kind !== 'ocr' || (cell.status !== 'reported' && cell.status !== 'dash')) return null;
  const confidence = confidenceOf(cell);
  if (confidence < DOUBTED_BELOW) {
    const percent = `${Math.round(confidence * 100)} %`;
    return { zh: `识别把握只有 ${percent}`, en: `the reading is only ${percent} sure` };
  }
  return counts.has(cell.variable) && /\./.test(cell.raw ?? '') ? FRACTION : null;
}

const countVariables = (form: Form): ReadonlySet<string> =>
  new Set(
    formVariables(form)
      .filter(({ row, column }) => (row.number ?? column.number ?? 'count') === 'count')
      .map(({ name }) => name),
  );

const withDoubts = (cells: readonly Cell[], unsure: ReadonlyMap<string, Message>): readonly Cell[] =>
  cells.map((cell) => (unsure.has(cell.variable) ? { ...cell, value: null, status: 'ambiguous' } : cell));

/** Whether a row and a column at least hold with what was read, and no equation fails with it. */
function isBorneOut(cell: Cell, equations: readonly Equation[]): boolean {
  if (cell.status !== 'reported' || confidenceOf(cell) < BORNE_OUT_FROM) return false;
  const outcomes = equations
    .filter(({ left, right }) => [...left, ...right].some(({ variable }) => variable === cell.variable))
    .map((equation) => evaluateEquation(equation).outcome);
  return outcomes.filter((outcome) => outcome === 'pass').length > 1 && !outcomes.includes('fail');
}

/** Cells of failing equations that were not read quite surely. */
function contradicted(form: Form, cells: readonly Cell[]): ReadonlySet<string> {
  const byName = new Map(cells.map((cell) => [cell.variable, cell]));
  const found = new Set<string>();
  for (const equation of equationsOf(form, byName)) {
    if (evaluateEquation(equation).outcome !== 'fail') continue;
    for (const cell of [...equation.left, ...equation.right]) {
      const numeric = cell.status === 'reported' || cell.status === 'dash';
      if (numeric && confidenceOf(cell) < SURE_FROM) found.add(cell.variable);
    }
  }
  return found;
}

/** The value that every equation gives in which this is the only unknown; null when none does or two differ. */
function provenValue(cell: Cell, equations: readonly Equation[]): number | null {
  const values = new Set(
    equations.flatMap(({ left, right }) => {
      const onLeft = left.some(({ variable }) => variable === cell.variable);
      const onRight = right.some(({ variable }) => variable === cell.variable);
      if (onLeft === onRight) return [];
      const [own, other] = onLeft ? [left, right] : [right, left];
      const rest = own.filter(({ variable }) => variable !== cell.variable);
      return [...rest, ...other].every(isKnown) ? [roundToForm(sum(other) - sum(rest))] : [];
    }),
  );
  const [only] = values;
  return values.size === 1 && only !== undefined && only >= 0 ? only : null;
}

const isKnown = ({ status }: Cell): boolean =>
  status === 'reported' || status === 'blank' || status === 'dash' || status === 'absent';
const sum = (cells: readonly Cell[]): number => cells.reduce((total, cell) => total + (cell.value ?? 0), 0);

function ambiguousCell({ variable, raw }: Cell, why: Message): Finding {
  return makeFinding({
    rule: 'cell.ambiguous',
    scope: variable,
    message: {
      zh: `图像中读作“${raw ?? ''}”，但不能确定：${why.zh}。`,
      en: `Read from the image as "${raw ?? ''}", which is not certain: ${why.en}.`,
    },
    variables: [variable],
  });
}
