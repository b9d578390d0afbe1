import type { Claim } from '../model/claim.ts';
import { build } from './build.ts';
import { PARAMETER, prepare, prepareInsert, run } from './run.ts';
import type { Store } from './store.ts';
import { variableBook } from './variable-book.ts';

const deleteClaims = prepare(build.deleteFrom('claim').where('report', '=', PARAMETER));
const insertClaim = prepareInsert('claim', [
  'report',
  'position',
  'variable',
  'value',
  'text',
  'start_char',
  'end_char',
  'scope',
]);

/** Stores the claims of a report that has none. */
export function insertClaims(store: Store, report: number, claims: readonly Claim[]): void {
  const { idOf } = variableBook(store);
  claims.forEach(({ variable, value, text, start, end, scope }, position) => {
    run(store, insertClaim, report, position, idOf(variable), value, text, start, end, scope);
  });
}

export function deleteClaimsOf(store: Store, report: number): void {
  run(store, deleteClaims, report);
}
