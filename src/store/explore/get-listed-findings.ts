import { build } from '../build.ts';
import { describeFinding, type ListedFinding } from '../list-findings.ts';
import { selectRows } from '../run.ts';
import type { Store } from '../store.ts';
import { variableBook } from '../variable-book.ts';

export interface AssignedFinding extends ListedFinding {
  readonly assignee: string | null;
  /** Of the reader that made the record last. */
  readonly parserVersion: string;
}

/** These findings by their ids, with the reports they are about. */
export function getListedFindings(
  store: Store,
  ids: readonly number[],
): ReadonlyMap<number, AssignedFinding> {
  if (ids.length === 0) return new Map();
  const book = variableBook(store);
  const rows = selectRows(
    store,
    build
      .selectFrom('finding as f')
      .innerJoin('report as r', 'r.id', 'f.report')
      .leftJoin('review_state as s', 's.finding_key', 'f.key')
      .selectAll('f')
      .select(['r.division', 'r.place', 'r.agency', 'r.year', 'r.form', 'r.parser_version', 's.assignee'])
      .where('f.id', 'in', ids),
  );
  return new Map(
    rows.map((row) => {
      const { assignee, parser_version: parserVersion } = row;
      return [row.id, { ...describeFinding(book, row), assignee, parserVersion }] as const;
    }),
  );
}
