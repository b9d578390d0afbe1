import { createHash } from 'node:crypto';
import { build } from '../build.ts';
import { getRow, PARAMETER, prepare, prepareInsert, run } from '../run.ts';
import type { Store } from '../store.ts';
import { write } from '../write.ts';

/** How long who failed has to wait: nothing up to `free` failures, then twice as long each time, up to `mostMs`. */
export interface Patience {
  readonly free: number;
  readonly firstMs: number;
  readonly mostMs: number;
}

/** An attacker can make an account wait, never lock it: the most is short. An address can be made to wait longer. */
export const ACCOUNT_PATIENCE: Patience = { free: 4, firstMs: 1000, mostMs: 60_000 };
export const ADDRESS_PATIENCE: Patience = { free: 9, firstMs: 1000, mostMs: 15 * 60_000 };

/** So long after the last failure it is forgotten. */
const FORGOTTEN_MS = 24 * 3_600_000;

const find = prepare(build.selectFrom('login_failure').selectAll().where('subject', '=', PARAMETER));
const forget = prepare(build.deleteFrom('login_failure').where('last_at', '<', PARAMETER));
const clear = prepare(build.deleteFrom('login_failure').where('subject', '=', PARAMETER));
const insert = prepareInsert('login_failure', ['subject', 'failures', 'last_at']);

/**
 * Asks leave for one attempt to log in. Given leave, it counts as failed until `clearFailures` says otherwise, so that a
 * thousand attempts at one time are counted before the first is judged.
 *
 * @returns 0, or for how many milliseconds no attempt is judged
 */
export function takeAttempt(store: Store, name: string, address: string, now: Date): number {
  const limits = [
    [subjectOf('account', name), ACCOUNT_PATIENCE],
    [subjectOf('address', address), ADDRESS_PATIENCE],
  ] as const;
  return write(store, () => {
    run(store, forget, new Date(now.getTime() - FORGOTTEN_MS).toISOString());
    const waits = limits.map(([subject, patience]) => waitMs(store, subject, patience, now));
    const wait = Math.max(...waits);
    if (wait > 0) return wait;
    for (const [subject] of limits) count(store, subject, now);
    return 0;
  });
}

/** After a success. What failed from an address stays, less this attempt: a right guess must not buy a thousand wrong ones. */
export function clearFailures(store: Store, name: string, address?: string): void {
  write(store, () => {
    run(store, clear, subjectOf('account', name));
    if (address === undefined) return;
    const subject = subjectOf('address', address);
    const row = getRow(store, find, subject);
    if (!row) return;
    run(store, clear, subject);
    if (row.failures > 1) run(store, insert, subject, row.failures - 1, row.last_at);
  });
}

function waitMs(store: Store, subject: Uint8Array, { free, firstMs, mostMs }: Patience, now: Date): number {
  const row = getRow(store, find, subject);
  if (!row || row.failures <= free) return 0;
  const delay = Math.min(mostMs, firstMs * 2 ** (row.failures - free - 1));
  return Math.max(0, Date.parse(row.last_at) + delay - now.getTime());
}

function count(store: Store, subject: Uint8Array, now: Date): void {
  const failures = (getRow(store, find, subject)?.failures ?? 0) + 1;
  run(store, clear, subject);
  run(store, insert, subject, failures, now.toISOString());
}

const subjectOf = (kind: 'account' | 'address', value: string): Uint8Array =>
  createHash('sha256').update(`${kind}\n${value}`).digest();
