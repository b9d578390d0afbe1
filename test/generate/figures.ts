import {
  APPLICANT_IDS,
  applicationRowIds,
  applicationVariable,
  CHALLENGE_BLOCKS,
  CHALLENGE_RESULTS,
  COLUMN_IDS,
  challengeVariable,
  type DisclosureLayout,
  disclosureBlocks,
  disclosureVariable,
  type OtherHandling,
  resultRowIds,
} from './form.ts';
import type { Random } from './random.ts';

/** Variable name → the number it stands for. */
export type Figures = ReadonlyMap<string, number>;

export type FigureShape = {
  readonly layout: DisclosureLayout;
  readonly other: OtherHandling;
  readonly size: Size;
  /** Only natural persons applied: five columns are all zero. */
  readonly naturalOnly: boolean;
};

export const SIZES = ['empty', 'tiny', 'county', 'city', 'province'] as const;
export type Size = (typeof SIZES)[number];

/** The largest count of new applications by natural persons, and the largest number of a disclosure cell. */
const SCALE: Record<Size, { applications: number; challenges: number; decisions: number }> = {
  empty: { applications: 0, challenges: 0, decisions: 40 },
  tiny: { applications: 9, challenges: 1, decisions: 900 },
  county: { applications: 90, challenges: 8, decisions: 60000 },
  city: { applications: 2400, challenges: 90, decisions: 900000 },
  province: { applications: 38000, challenges: 1200, decisions: 4000000 },
};

const ROW_WEIGHTS: Readonly<Record<string, number>> = {
  granted: 40,
  granted_in_part: 10,
  refused_state_secret: 0.3,
  refused_other_law: 1,
  refused_security_stability: 0.3,
  refused_third_party: 2,
  refused_internal_affairs: 2,
  refused_deliberative: 2,
  refused_enforcement_file: 1.5,
  refused_administrative_inquiry: 2,
  unavailable_not_held: 24,
  unavailable_needs_creation: 3,
  unavailable_unclear: 2,
  rejected_petition: 5,
  rejected_duplicate: 2,
  rejected_publication: 0.2,
  rejected_abusive: 0.5,
  rejected_reconfirmation: 0.6,
  other_not_corrected: 2,
  other_fee_unpaid: 0.2,
  other_other: 5,
  other: 6,
};

/** Skewed to the low end, as counts of this kind are. */
const skewed = (random: Random, high: number): number => Math.floor(random.next() ** 2 * (high + 1));

/** Deals `count` applications out over the result rows by their usual weight. */
const spread = (random: Random, count: number, rows: readonly string[]): Map<string, number> => {
  const weights = rows.map((row) => (ROW_WEIGHTS[row] ?? 1) * (0.3 + random.next()));
  const sum = weights.reduce((a, b) => a + b, 0);
  const shares = weights.map((weight) => Math.floor((count * weight) / sum));
  let left = count - shares.reduce((a, b) => a + b, 0);
  while (left > 0) {
    let point = random.next() * sum;
    const at = Math.max(
      0,
      weights.findIndex((weight) => {
        point -= weight;
        return point < 0;
      }),
    );
    shares[at] = (shares[at] ?? 0) + 1;
    left -= 1;
  }
  return new Map(rows.map((row, at) => [row, shares[at] ?? 0]));
};

const applicantCount = (random: Random, shape: FigureShape, column: string): number => {
  const scale = SCALE[shape.size].applications;
  if (column === 'natural_person') return scale === 0 ? 0 : Math.ceil(scale * (0.15 + 0.85 * random.next()));
  if (shape.naturalOnly || random.chance(0.4)) return 0;
  return skewed(random, Math.ceil(scale * (column === 'commercial_enterprise' ? 0.2 : 0.04)));
};

const makeApplications = (random: Random, shape: FigureShape, figures: Map<string, number>): void => {
  const results = resultRowIds(shape.other);
  for (const column of APPLICANT_IDS) {
    const received = applicantCount(random, shape, column);
    const carriedIn = received > 0 && random.chance(0.6) ? skewed(random, Math.ceil(received * 0.12)) : 0;
    const due = received + carriedIn;
    const carriedOut =
      due > 0 && random.chance(0.6) ? Math.min(due, skewed(random, Math.ceil(due * 0.15))) : 0;
    const set = (row: string, value: number): void =>
      void figures.set(applicationVariable(row, column), value);
    set('received_new', received);
    set('carried_in', carriedIn);
    for (const [row, value] of spread(random, due - carriedOut, results)) set(row, value);
    set('total_processed', due - carriedOut);
    set('carried_out', carriedOut);
  }
  for (const row of applicationRowIds(shape.other)) {
    const parts = APPLICANT_IDS.map((column) => figures.get(applicationVariable(row, column)) ?? 0);
    figures.set(
      applicationVariable(row, 'total'),
      parts.reduce((a, b) => a + b, 0),
    );
  }
};

/** Tenths of a thousandth of 万元 are a yuan: the finest amount that is printed. */
const amount = (random: Random, high: number): number => {
  const decimals = random.pick([0, 1, 2, 2, 2, 3, 4, 4]);
  return Number((random.next() ** 2 * high).toFixed(decimals));
};

const disclosureFigure = (random: Random, shape: FigureShape, row: string, column: string): number => {
  const { decisions } = SCALE[shape.size];
  if (row === 'regulations')
    return shape.size === 'city' || shape.size === 'province' ? random.integer(0, 60) : 0;
  if (column === 'amount_10k_yuan') return random.chance(0.1) ? 0 : amount(random, decisions / 10 + 10);
  if (column === 'items_change') return random.chance(0.3) ? 0 : random.integer(-40, 60);
  if (column === 'items_last_year') return random.integer(0, 260);
  if (column === 'items') return random.integer(0, 180);
  if (column === 'issued' || column === 'repealed' || column === 'made') return random.integer(0, 40);
  if (column === 'newly_disclosed') return random.integer(0, 60);
  if (column === 'in_force' || column === 'total_disclosed') return random.integer(10, 600);
  return random.chance(0.08) ? 0 : skewed(random, decisions);
};

const makeDisclosure = (random: Random, shape: FigureShape, figures: Map<string, number>): void => {
  for (const block of disclosureBlocks(shape.layout)) {
    for (const row of block.rows) {
      for (const column of block.columns) {
        figures.set(
          disclosureVariable(row.id, column.id),
          disclosureFigure(random, shape, row.id, column.id),
        );
      }
    }
  }
};

const makeChallenges = (random: Random, shape: FigureShape, figures: Map<string, number>): void => {
  const high = SCALE[shape.size].challenges;
  for (const block of CHALLENGE_BLOCKS) {
    const idle = high === 0 || random.chance(0.3);
    let total = 0;
    for (const result of CHALLENGE_RESULTS) {
      const value = idle ? 0 : skewed(random, high);
      figures.set(challengeVariable(block, result.id), value);
      total += value;
    }
    figures.set(challengeVariable(block, 'total'), total);
  }
};

/** A set of figures in which every relation of the form holds. */
export const makeFigures = (random: Random, shape: FigureShape): Figures => {
  const figures = new Map<string, number>();
  makeDisclosure(random.fork('disclosure'), shape, figures);
  makeApplications(random.fork('applications'), shape, figures);
  makeChallenges(random.fork('challenges'), shape, figures);
  return figures;
};

export type BrokenRelation = { readonly rule: string; readonly scope: string };

const at = (figures: Figures, variable: string): number => figures.get(variable) ?? 0;
const sumOf = (figures: Figures, variables: readonly string[]): number =>
  variables.reduce((sum, variable) => sum + at(figures, variable), 0);

const brokenColumns = (figures: Figures, other: OtherHandling): BrokenRelation[] =>
  COLUMN_IDS.flatMap((column) => {
    const cell = (row: string): number => at(figures, applicationVariable(row, column));
    const results = resultRowIds(other).reduce((sum, row) => sum + cell(row), 0);
    const balanced =
      cell('received_new') + cell('carried_in') === cell('total_processed') + cell('carried_out');
    return [
      ...(balanced ? [] : [{ rule: 'applications.balance', scope: column }]),
      ...(results === cell('total_processed') ? [] : [{ rule: 'applications.result_total', scope: column }]),
    ];
  });

const brokenRows = (figures: Figures, other: OtherHandling): BrokenRelation[] =>
  applicationRowIds(other)
    .filter((row) => {
      const parts = sumOf(
        figures,
        APPLICANT_IDS.map((column) => applicationVariable(row, column)),
      );
      return parts !== at(figures, applicationVariable(row, 'total'));
    })
    .map((row) => ({ rule: 'applications.row_total', scope: row }));

const brokenBlocks = (figures: Figures): BrokenRelation[] =>
  CHALLENGE_BLOCKS.filter((block) => {
    const parts = sumOf(
      figures,
      CHALLENGE_RESULTS.map((result) => challengeVariable(block, result.id)),
    );
    return parts !== at(figures, challengeVariable(block, 'total'));
  }).map((block) => ({ rule: 'challenges.total', scope: block }));

/** Every relation that does not hold among these figures. */
export const brokenRelations = (figures: Figures, other: OtherHandling): BrokenRelation[] => [
  ...brokenColumns(figures, other),
  ...brokenRows(figures, other),
  ...brokenBlocks(figures),
];
