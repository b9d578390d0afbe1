/** The longest that a timer of Node can wait, 24.8 days; with more it goes off at once. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * Aborted when the time budget is reached, by a clock that no change of the time of day moves; never when there is
 * none.
 */
export const budgetSignal = (budgetMs: number | null): AbortSignal =>
  budgetMs === null
    ? new AbortController().signal
    : AbortSignal.timeout(Math.min(Math.ceil(budgetMs), LONGEST_MS));
