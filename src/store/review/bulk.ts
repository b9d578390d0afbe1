import type { Verdict } from '../../review/status.ts';
import { getRow, getRows, type Prepared, run } from '../run.ts';
import type { Store } from '../store.ts';
import { writeDurably } from '../write.ts';
import { appendEvent } from './append-event.ts';
import { writeVerdict } from './decide.ts';
import { type DecidableFinding, decidableFinding } from './finding-facts.ts';
import { inParts, PART } from './in-parts.ts';
import { keepVerdict } from './keep.ts';
import { eventOfRequest } from './requests.ts';
import { settleFinding } from './settle-finding.ts';

/** Most findings that are decided upon in one go: the list of them is written in one piece. */
export const MOST_AT_ONCE = 10_000;

/** What is said of each of many findings: a verdict, that the one there was holds, or who is to look at it. */
export type Said =
  | { readonly verdict: Verdict; readonly reason?: string | null; readonly note?: string | null }
  | { readonly keep: true }
  | { readonly assignee: string | null };

/** What every event of a bulk decision is written with. */
interface Plan {
  readonly said: Said;
  readonly author: string;
  readonly at: string;
  readonly doubleShare: number;
}

export interface DecideMany extends Plan {
  /** Chooses the findings, within the first transaction. */
  readonly select: () => readonly number[];
  /** How many the person was told of. */
  readonly count: number;
  readonly request: string;
}

/** How far a bulk decision is. */
export interface BulkState {
  /** First event: what an undo is about. */
  readonly action: number;
  /** Findings that it was said of. */
  readonly findings: number;
  /** Findings that it has not been said of yet. */
  readonly left: number;
}

/**
 * `saved`: nothing is left. `findings` are fewer than were asked for when somebody decided upon some meanwhile, their
 * numbers are others, or all was undone: those were left alone. `stopped`: a part could not be written, `error` says
 * why; the parts before it stand, and the same request goes on from there. `stale`: the choice holds another number of
 * findings by now; nothing was written. `too_many`: see MOST_AT_ONCE.
 */
export type DecidedMany = Ended | Refused;
type Ended =
  | (BulkState & { readonly outcome: 'saved' | 'repeated' })
  | (BulkState & { readonly outcome: 'stopped'; readonly error: unknown });
export type Refused =
  | { readonly outcome: 'stale' | 'too_many'; readonly findings: number }
  | { readonly outcome: 'misused' };

/**
 * Says the same of many findings: an event each, and one action, which one undo takes back. In parts, each a short
 * transaction of its own, so that no load and no other person waits for all of them. What is left is on the disk from
 * the first part on: nothing is said twice or forgotten, wherever it ends.
 */
export async function decideMany(store: Store, many: DecideMany): Promise<DecidedMany> {
  const begun = writeDurably(store, () => begin(store, many));
  if (!('action' in begun)) return begun;
  const ended = await goOn(store, begun.action);
  return ended.outcome === 'stopped' ? ended : { ...ended, outcome: begun.outcome };
}

/** Says what a bulk decision has not said yet. */
export async function goOn(store: Store, action: number): Promise<Ended> {
  try {
    await inParts(store, () => sayPart(store, action));
    return { outcome: 'saved', ...stateOf(store, action) };
  } catch (error) {
    return { outcome: 'stopped', error, ...stateOf(store, action) };
  }
}

/** Bulk decisions of a person that are not done: the process ended, or the disk was full. */
export const unfinishedBulk = (store: Store, person: string): readonly BulkState[] =>
  getRows(store, unfinishedOf, person).map(({ action }) => stateOf(store, action));

/** Drops what a bulk decision has not said yet. Part of the caller's transaction. */
export const dropRest = (store: Store, action: number): void => void run(store, deleteBulk, action);

const unfinishedOf: Prepared<{ action: number }> = {
  sql: 'SELECT b.action FROM review_bulk b JOIN review_action a ON a.id = b.action WHERE a.author = ? ORDER BY 1',
};
const counts: Prepared<Omit<BulkState, 'action'>> = {
  sql: `SELECT (SELECT count(*) FROM review_event WHERE action = ? AND kind NOT IN ('undo', 'redo')) AS findings,
    (SELECT count(*) FROM review_bulk_rest WHERE action = ?) AS left`,
};
const chosenOf: Prepared<{ id: number }> = {
  sql: `SELECT f.id FROM json_each(?) e JOIN finding f ON f.id = e.value WHERE f.withdrawn = 0 ORDER BY e.key`,
};
const insertBulk: Prepared<never> = { sql: 'INSERT INTO review_bulk VALUES (?, ?)' };
const insertRest: Prepared<never> = {
  sql: `INSERT INTO review_bulk_rest SELECT ?, f.id, f.signature FROM json_each(?) e JOIN finding f ON f.id = e.value`,
};
const planOf: Prepared<{ said: string }> = { sql: 'SELECT said FROM review_bulk WHERE action = ?' };
const nextOf: Prepared<{ finding_id: number; signature: string }> = {
  sql: 'SELECT finding_id, signature FROM review_bulk_rest WHERE action = ? ORDER BY finding_id LIMIT ?',
};
const deleteNext: Prepared<never> = {
  sql: 'DELETE FROM review_bulk_rest WHERE action = ? AND finding_id <= ?',
};
const deleteBulk: Prepared<never> = { sql: 'DELETE FROM review_bulk WHERE action = ?' };
const saidSince: Prepared<unknown> = {
  sql: `SELECT 1 FROM review_state s JOIN review_event e ON e.id = s.event
    WHERE s.finding_key = ? AND e.id > ? AND e.action <> ?`,
};

function stateOf(store: Store, action: number): BulkState {
  const { findings = 0, left = 0 } = getRow(store, counts, action, action) ?? {};
  return { action, findings, left };
}

type Begun = { readonly outcome: 'saved' | 'repeated'; readonly action: number } | Refused;

/** Says it of the first one, which makes the action, and writes down the others. */
function begin(store: Store, { select, count, request, ...plan }: DecideMany): Begun {
  const before = eventOfRequest(store, request);
  if (before) {
    if (before.author !== plan.author || before.id !== before.action) return { outcome: 'misused' };
    return { outcome: 'repeated', action: before.action };
  }
  const ids = select();
  if (ids.length > MOST_AT_ONCE) return { outcome: 'too_many', findings: ids.length };
  const chosen = getRows(store, chosenOf, JSON.stringify(ids)).map(({ id }) => id);
  if (chosen.length !== count) return { outcome: 'stale', findings: chosen.length };
  for (const [at, id] of chosen.entries()) {
    const finding = decidableFinding(store, id);
    const action = finding && sayOf(store, finding, plan, { request });
    if (action === undefined) continue;
    run(store, insertBulk, action, JSON.stringify(plan));
    run(store, insertRest, action, JSON.stringify(chosen.slice(at + 1)));
    return { outcome: 'saved', action };
  }
  return { outcome: 'stale', findings: 0 };
}

/** Returns whether more is left. */
function sayPart(store: Store, action: number): boolean {
  const row = getRow(store, planOf, action);
  // Done, by another process perhaps, or undone meanwhile.
  if (!row) return false;
  const plan = JSON.parse(row.said) as Plan;
  const next = getRows(store, nextOf, action, PART);
  for (const { finding_id: id, signature } of next) {
    const finding = decidableFinding(store, id);
    if (!finding || finding.signature !== signature) continue;
    if (!getRow(store, saidSince, finding.key, action, action)) sayOf(store, finding, plan, { action });
  }
  const last = next.at(-1);
  if (last) run(store, deleteNext, action, last.finding_id);
  if (next.length === PART) return true;
  dropRest(store, action);
  return false;
}

/** Returns the number of the event; undefined when it cannot be said of this finding. */
function sayOf(
  store: Store,
  finding: DecidableFinding,
  { said, author, at, doubleShare }: Plan,
  within: { readonly request: string } | { readonly action: number },
): number | undefined {
  if ('verdict' in said)
    return writeVerdict(store, finding, { ...said, author, at, doubleShare, ...within }).event;
  if ('keep' in said) return keepVerdict(store, finding, { author, at, ...within });
  const { id, key, signature } = finding;
  const about = { finding: id, finding_key: key, signature, details: { assignee: said.assignee } };
  const event = appendEvent(store, { kind: 'assign', author, at, ...about, ...within });
  settleFinding(store, key, event);
  return event;
}
