import { build } from '../build.ts';
import { getRow, getRows, PARAMETER, prepare, prepareInsert, run } from '../run.ts';
import type { SessionRow } from '../schema.ts';
import type { Store } from '../store.ts';
import { writeDurably } from '../write.ts';

/** A session and whose it is; `token` is the hash of what the browser holds. */
export interface FoundSession extends SessionRow {
  readonly name: string;
  readonly role: string;
}

const COLUMNS = ['token', 'account', 'started_at', 'used_at', 'agent'] as const;
const byToken = prepare(
  build
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account')
    .select(['token', 'account', 'started_at', 'used_at', 'agent', 'name', 'role'])
    .where('token', '=', PARAMETER)
    .where('disabled_at', 'is', null),
);
const ofAccount = prepare(
  build.selectFrom('session').selectAll().where('account', '=', PARAMETER).orderBy('used_at', 'desc'),
);
const insert = prepareInsert('session', COLUMNS);
const touch = prepare(
  build.updateTable('session').set({ used_at: PARAMETER }).where('token', '=', PARAMETER),
);
const end = prepare(build.deleteFrom('session').where('token', '=', PARAMETER));
const endOfAccount = prepare(build.deleteFrom('session').where('account', '=', PARAMETER));
const endOld = prepare(
  build
    .deleteFrom('session')
    .where((either) => either.or([either('started_at', '<', PARAMETER), either('used_at', '<', PARAMETER)])),
);

/** Sessions that began before the first time, or were last used before the second, are no more. */
export interface SessionLimits {
  readonly startedAfter: string;
  readonly usedAfter: string;
}

/** Begins a session; those that have run out, and the one that the same browser had, end with it. */
export function startSession(
  store: Store,
  session: SessionRow,
  { startedAfter, usedAfter }: SessionLimits,
  before: Uint8Array | null,
): void {
  writeDurably(store, () => {
    run(store, endOld, startedAfter, usedAfter);
    if (before) run(store, end, before);
    run(store, insert, ...COLUMNS.map((column) => session[column]));
  });
}

export function findSession(
  store: Store,
  token: Uint8Array,
  { startedAfter, usedAfter }: SessionLimits,
): FoundSession | undefined {
  const found = getRow(store, byToken, token);
  return found && found.started_at > startedAfter && found.used_at > usedAfter ? found : undefined;
}

export const sessionsOf = (store: Store, account: number): SessionRow[] => getRows(store, ofAccount, account);

export function touchSession(store: Store, token: Uint8Array, at: string): void {
  run(store, touch, at, token);
}

export function endSession(store: Store, token: Uint8Array): void {
  writeDurably(store, () => run(store, end, token));
}

/** Everywhere: all of the account's sessions. */
export function endSessions(store: Store, account: number): void {
  writeDurably(store, () => run(store, endOfAccount, account));
}
