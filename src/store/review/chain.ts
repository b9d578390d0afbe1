import { hash } from 'node:crypto';
import type { EventKind } from '../../review/undo-fold.ts';

/** What is written of an event of review, besides its hash. Nothing of it is ever changed. */
export interface EventFacts {
  readonly id: number;
  readonly kind: EventKind;
  /** First event of what was done in one go; of an undo or redo, of what it is about. */
  readonly action: number;
  readonly author: string;
  /** ISO time. */
  readonly at: string;
  readonly finding: number | null;
  readonly finding_key: string | null;
  readonly report: number | null;
  readonly verdict: string | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly signature: string | null;
  readonly double: number;
  readonly replaces: number | null;
  /** JSON, as it was written. */
  readonly details: string;
  readonly request: string | null;
}

const FIELDS = [
  'action',
  'at',
  'author',
  'details',
  'double',
  'finding',
  'finding_key',
  'id',
  'kind',
  'note',
  'reason',
  'replaces',
  'report',
  'request',
  'signature',
  'verdict',
] as const satisfies readonly (keyof EventFacts)[];

/** Stands before the first event. */
export const NO_HASH = '0'.repeat(64);

/** An event as JSON in the one way it can be written: these fields in this order, no blanks. */
export const canonicalEvent = (event: EventFacts): string =>
  JSON.stringify(Object.fromEntries(FIELDS.map((field) => [field, event[field]])));

/**
 * SHA-256 of the hash before and the event, each with its length in bytes before it, so that no two pairs give the
 * same bytes. All hashes are 64 small hexadecimal digits.
 */
export const chainHash = (previous: string, event: EventFacts): string =>
  hash('sha256', framed(previous) + framed(canonicalEvent(event)), 'hex');

const framed = (text: string): string => `${Buffer.byteLength(text)}:${text},`;
