import { getRow, getRows, type Prepared, run } from '../run.ts';
import type { Store } from '../store.ts';

/** How long a finding is kept for the person who has it open, from their last sign of life. */
export const LEASE_MS = 10 * 60_000;

/** One that runs longer than any can was given by a clock that was wrong: it holds nothing. */
const IN_FORCE = `expires_ms - ? BETWEEN 1 AND ${LEASE_MS}`;
const deleteExpired: Prepared<never> = { sql: `DELETE FROM review_lease WHERE NOT (${IN_FORCE})` };
const saveLease: Prepared<never> = {
  sql: `INSERT INTO review_lease VALUES (?, ?, ?)
    ON CONFLICT (finding_key, person) DO UPDATE SET expires_ms = excluded.expires_ms`,
};
const deleteLease: Prepared<never> = {
  sql: 'DELETE FROM review_lease WHERE finding_key = (SELECT key FROM finding WHERE id = ?) AND person = ?',
};
const leasesOf: Prepared<{ person: string; expires_ms: number }> = {
  sql: `SELECT person, expires_ms FROM review_lease WHERE ${IN_FORCE} AND finding_key = ? ORDER BY person`,
};
const countOthers: Prepared<{ n: number }> = {
  sql: `SELECT count(DISTINCT finding_key) AS n FROM review_lease WHERE ${IN_FORCE} AND person <> ?`,
};

export interface Lease {
  readonly person: string;
  /** Milliseconds since 1970. */
  readonly expiresMs: number;
}

/** Who has a finding open. */
export const leasesOn = (store: Store, key: string, nowMs: number): readonly Lease[] =>
  getRows(store, leasesOf, nowMs, key).map(({ person, expires_ms }) => ({ person, expiresMs: expires_ms }));

/** How many findings others have open. */
export const leasedByOthers = (store: Store, person: string, nowMs: number): number =>
  getRow(store, countOthers, nowMs, person)?.n ?? 0;

/** Keeps a finding for a person, or keeps it longer. Part of the caller's transaction. */
export function keepLease(store: Store, key: string, person: string, nowMs: number): void {
  run(store, deleteExpired, nowMs);
  run(store, saveLease, key, person, nowMs + LEASE_MS);
}

/** Lets a finding go. Part of the caller's transaction. */
export const releaseLease = (store: Store, finding: number, person: string): void => {
  run(store, deleteLease, finding, person);
};
