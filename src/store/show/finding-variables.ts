import { build } from '../build.ts';
import { explaining } from '../explain-sqlite-error.ts';
import { unpackNames } from '../packed-names.ts';
import { getRow, PARAMETER, prepare } from '../run.ts';
import type { Store } from '../store.ts';
import { variableBook } from '../variable-book.ts';

const variablesOf = prepare(
  build.selectFrom('finding').select('variables').where('id', '=', PARAMETER).where('report', '=', PARAMETER),
);

/** The cells that a finding of a report speaks of; none when the report has no such finding. */
export function getVariablesOfFinding(store: Store, report: number, finding: number): readonly string[] {
  return explaining(store.file, () => {
    const row = getRow(store, variablesOf, finding, report);
    return row ? unpackNames(variableBook(store), row.variables) : [];
  });
}
