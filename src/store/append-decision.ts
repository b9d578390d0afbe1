import { build } from './build.ts';
import { getRow, PARAMETER, prepare, prepareInsert, run } from './run.ts';
import type { Store } from './store.ts';
import { StoreError } from './store-error.ts';
import { writeDurably } from './write.ts';

export const VERDICTS = ['publisher_error', 'parser_error', 'not_an_error', 'unsure'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a person says about a finding. `decidedAt` is an ISO time, given by the caller: the store has no clock. */
export interface Decision {
  readonly findingId: number;
  readonly verdict: Verdict;
  readonly author: string;
  readonly decidedAt: string;
  readonly reason?: string;
  readonly note?: string;
  /** The decision that this one takes the place of; it is kept. */
  readonly replaces?: number;
}

const findFinding = prepare(
  build.selectFrom('finding').select(['key', 'signature']).where('id', '=', PARAMETER),
);
const insertDecision = prepareInsert('decision', [
  'finding',
  'finding_key',
  'signature',
  'verdict',
  'reason',
  'note',
  'author',
  'decided_at',
  'replaces',
]);

/** Adds a decision, on the disk when this returns its id. Throws StoreError when there is no such finding. */
export function appendDecision(store: Store, decision: Decision): number {
  const { findingId, verdict, reason, note, author, decidedAt, replaces } = decision;
  return writeDurably(store, () => {
    const finding = getRow(store, findFinding, findingId);
    if (!finding) throw new StoreError('bad_input', store.file, `has no finding ${findingId}`);
    const { key, signature } = finding;
    const said = [verdict, reason ?? null, note ?? null, author, decidedAt, replaces ?? null];
    return run(store, insertDecision, findingId, key, signature, ...said);
  });
}
