/**
 * Counts and amounts whose size is compared over years and among peers. Documents in force are not among them: they
 * follow from the year before by arithmetic (disclosure.in_force), and fall when many are repealed at once.
 */
export const COMPARED_VARIABLES: readonly string[] = [
  'applications.received_new.total',
  'applications.total_processed.total',
  'disclosure.licences.decisions',
  'disclosure.penalties.decisions',
  'disclosure.compulsory_measures.decisions',
  'disclosure.fees.amount_10k_yuan',
  'challenges.reconsideration.total',
];

/** Amounts that are printed in 10,000 yuan, and easily given in yuan. */
export const AMOUNTS: readonly string[] = [
  'disclosure.fees.amount_10k_yuan',
  'disclosure.procurement.amount_10k_yuan',
];

/** Counts that the report of a whole government adds up from its departments. */
export const ADDED_UP: readonly string[] = [
  'applications.received_new.total',
  'applications.total_processed.total',
];

/**
 * When a number is told of. All are deliberately far out: what is told is a question to a person, and one in a few
 * hundred reports should have one. Scores are robust: distance from the median in median absolute deviations, on
 * log(1 + x), where a factor is the same distance for a township and a province.
 */
export const THRESHOLDS = {
  /** Against the body's own other years. */
  series: {
    /** Other years that there must be. */
    least: 4,
    score: 5,
    /** Deviation that any series may have: bodies whose numbers hardly move would be told of for a change of a third. */
    spread: 0.4,
    /** Absolute change that must be there: 1 against 9 applications is a jump in logs only. */
    change: 30,
  },
  /** Against bodies of the same kind and level in the same province and year; own years that can show a low number to be usual. */
  peers: { least: 12, score: 6, spread: 0.8, change: 200, leastOwn: 2 },
  /** Yuan for 10,000 yuan: how near the ratio to the own median must come to 10,000, as a factor, and other years needed. */
  unit: { ratio: 10_000, within: 4, least: 2 },
  /** Equal tables tell something when they hold this many numbers other than 0 and 1. */
  copiedNumbers: 10,
  /** Share of the text that copies have in common; the form's own phrases are some four tenths. */
  copiedText: 0.9,
} as const;
