import type { Figures } from './figures.ts';
import {
  APPLICANT_IDS,
  applicationRowIds,
  applicationVariable,
  CHALLENGE_BLOCKS,
  challengeVariable,
  type OtherHandling,
  resultRowIds,
} from './form.ts';
import type { Random } from './random.ts';

/**
 * Ways in which printed figures contradict each other. Each changes as little as it can; which relations
 * it breaks is then computed, not assumed.
 */
export const ANOMALIES = [
  'balance by received',
  'balance by carried out',
  'balance between columns',
  'row total',
  'row total zero',
  'row total swapped',
  'result total',
  'result total row only',
  'challenges total',
  'challenges part',
] as const;
export type Anomaly = (typeof ANOMALIES)[number];

type Change = (figures: Map<string, number>, random: Random, other: OtherHandling) => void;

const add = (figures: Map<string, number>, variable: string, delta: number): void =>
  void figures.set(variable, (figures.get(variable) ?? 0) + delta);

const addToRow = (figures: Map<string, number>, row: string, column: string, delta: number): void => {
  add(figures, applicationVariable(row, column), delta);
  add(figures, applicationVariable(row, 'total'), delta);
};

/** Rows with a positive total, or all rows when there is none. */
const livelyRows = (figures: Figures, rows: readonly string[]): readonly string[] => {
  const lively = rows.filter((row) => (figures.get(applicationVariable(row, 'total')) ?? 0) > 0);
  return lively.length > 0 ? lively : rows;
};

const CHANGES: Record<Anomaly, Change> = {
  'balance by received': (figures, random) =>
    addToRow(figures, 'received_new', random.pick(APPLICANT_IDS.slice(0, 2)), random.integer(1, 9)),
  'balance by carried out': (figures, random) => {
    const column = 'natural_person';
    const carried = figures.get(applicationVariable('carried_out', column)) ?? 0;
    addToRow(figures, 'carried_out', column, carried > 0 ? -carried : random.integer(1, 3));
  },
  'balance between columns': (figures, random) => {
    const [from, to] = random.sample(APPLICANT_IDS.slice(0, 3), 2);
    add(figures, applicationVariable('carried_in', from ?? 'natural_person'), 1);
    add(figures, applicationVariable('received_new', to ?? 'other_org'), 1);
    add(figures, applicationVariable('carried_in', 'total'), 1);
    add(figures, applicationVariable('received_new', 'total'), 1);
    add(figures, applicationVariable('carried_out', 'total'), 2);
    add(figures, applicationVariable('carried_out', 'legal_service_org'), 2);
  },
  'row total': (figures, random, other) =>
    add(
      figures,
      applicationVariable(random.pick(livelyRows(figures, applicationRowIds(other))), 'total'),
      random.integer(1, 12),
    ),
  'row total zero': (figures, random, other) => {
    const row = random.pick(livelyRows(figures, resultRowIds(other)));
    add(figures, applicationVariable(row, 'natural_person'), 11);
    add(figures, applicationVariable('total_processed', 'natural_person'), 11);
    add(figures, applicationVariable('received_new', 'natural_person'), 11);
    add(figures, applicationVariable('total_processed', 'total'), 11);
    add(figures, applicationVariable('received_new', 'total'), 11);
    figures.set(applicationVariable(row, 'total'), 0);
  },
  'row total swapped': (figures, random, other) => {
    const [one, two] = random.sample(resultRowIds(other), 2);
    add(figures, applicationVariable(one ?? 'granted', 'total'), 1);
    add(figures, applicationVariable(two ?? 'granted_in_part', 'other_org'), 1);
    add(figures, applicationVariable('total_processed', 'other_org'), 1);
    add(figures, applicationVariable('total_processed', 'total'), 1);
    addToRow(figures, 'received_new', 'other_org', 1);
  },
  'result total': (figures, random) => {
    const delta = random.integer(1, 5);
    addToRow(figures, 'total_processed', 'natural_person', delta);
    addToRow(figures, 'received_new', 'natural_person', delta);
  },
  'result total row only': (figures, random, other) =>
    addToRow(figures, random.pick(resultRowIds(other)), 'natural_person', random.integer(1, 4)),
  'challenges total': (figures, random) =>
    add(figures, challengeVariable(random.pick(CHALLENGE_BLOCKS), 'total'), random.integer(1, 6)),
  'challenges part': (figures, random) =>
    add(
      figures,
      challengeVariable(
        random.pick(CHALLENGE_BLOCKS),
        random.pick(['upheld', 'corrected', 'other', 'pending']),
      ),
      random.integer(1, 3),
    ),
};

export const applyAnomaly = (
  figures: Figures,
  anomaly: Anomaly,
  random: Random,
  other: OtherHandling,
): Figures => {
  const changed = new Map(figures);
  CHANGES[anomaly](changed, random, other);
  return changed;
};
