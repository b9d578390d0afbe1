import type { Extraction, Reading } from '../model/extraction.ts';
import { countFound, sumChecks } from './count-checks.ts';

/** Counts of a document that is held against no form: only what was found. */
export function nothingChecked({
  findings,
}: Pick<Reading, 'findings'>): Pick<Extraction, 'evaluated' | 'checks'> {
  return {
    evaluated: { pass: 0, fail: 0, not_evaluable: 0 },
    checks: sumChecks(countFound(null, [], findings)),
  };
}
