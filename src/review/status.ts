/** What a person may say of a finding. */
export const VERDICTS = ['publisher_error', 'parser_error', 'not_an_error', 'unsure'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * Where a finding stands. A verdict stands for itself: it is the one in force.
 *
 * - `open` nobody has decided upon it
 * - `second` one person has, and a second one is asked without seeing the first verdict
 * - `third` two persons disagree, and a third one is asked
 * - `changed` it was decided upon, and the numbers it speaks of, its tables or its rule are others now
 * - `reread` it was decided upon, and another version of the reader has read the same since
 */
export const REVIEW_STATUSES = ['open', 'second', 'third', 'changed', 'reread', ...VERDICTS] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

/** Those that ask for a verdict. */
export const TO_DECIDE = [
  'open',
  'second',
  'third',
  'changed',
  'reread',
] as const satisfies readonly ReviewStatus[];
/** Those that were decided upon, in which what it rests on is another since. */
export const CHANGED_SINCE = ['changed', 'reread'] as const satisfies readonly ReviewStatus[];
export const isChangedSince = (status: ReviewStatus): boolean => CHANGED_SINCE.some((one) => one === status);
/** Those in which nobody is shown what others said. */
export const BLIND = ['second', 'third'] as const satisfies readonly ReviewStatus[];
