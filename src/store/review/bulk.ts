import type { Verdict } from '../../review/status.ts';
import type { Store } from '../store.ts';
import { writeDurably } from '../write.ts';
import { appendEvent } from './append-event.ts';
import { writeVerdict } from './decide.ts';
import { type DecidableFinding, decidableFinding } from './finding-facts.ts';
import { eventOfRequest } from './requests.ts';
import { settleFinding } from './settle-finding.ts';

/** Most findings that are decided upon in one go: more would keep the writers of the night waiting. */
export const MOST_AT_ONCE = 10_000;

/** What is said of each of many findings: a verdict, or who is to look at it. */
export type Said =
  | { readonly verdict: Verdict; readonly reason?: string | null; readonly note?: string | null }
  | { readonly assignee: string | null };

export interface DecideMany {
  /** Chooses the findings, within the same transaction. */
  readonly select: () => readonly number[];
  /** How many the person was told of. */
  readonly count: number;
  readonly said: Said;
  readonly author: string;
  readonly at: string;
  readonly request: string;
  readonly doubleShare: number;
}

/** `stale`: the choice holds another number of findings by now; nothing was written. `too_many`: see MOST_AT_ONCE. */
export type DecidedMany =
  | { readonly outcome: 'saved' | 'repeated'; readonly action: number; readonly findings: number }
  | { readonly outcome: 'stale' | 'too_many'; readonly findings: number }
  | { readonly outcome: 'misused' };

/** Says the same of many findings: an event each, and one action, which one undo takes back. */
export function decideMany(store: Store, many: DecideMany): DecidedMany {
  return writeDurably(store, () => {
    const before = eventOfRequest(store, many.request);
    if (before) {
      if (before.author !== many.author || before.id !== before.action) return { outcome: 'misused' };
      return { outcome: 'repeated', action: before.action, findings: many.count };
    }
    const ids = many.select();
    if (ids.length > MOST_AT_ONCE) return { outcome: 'too_many', findings: ids.length };
    const chosen = ids.flatMap((id) => decidableFinding(store, id) ?? []);
    if (chosen.length !== many.count || chosen.length === 0)
      return { outcome: 'stale', findings: chosen.length };
    let action: number | undefined;
    for (const finding of chosen) {
      const event = sayOf(store, finding, many, action);
      action ??= event;
    }
    return { outcome: 'saved', action: action ?? 0, findings: chosen.length };
  });
}

/** Returns the number of the event. */
function sayOf(
  store: Store,
  finding: DecidableFinding,
  { said, author, at, doubleShare, request }: DecideMany,
  action: number | undefined,
): number {
  const within = action === undefined ? { request } : { action };
  if ('verdict' in said) {
    return writeVerdict(store, finding, { ...said, author, at, doubleShare, ...within }).event;
  }
  const { id, key, signature } = finding;
  const details = { assignee: said.assignee };
  const about = { finding: id, finding_key: key, signature, details };
  const event = appendEvent(store, { kind: 'assign', author, at, ...about, ...within });
  settleFinding(store, key, event);
  return event;
}
