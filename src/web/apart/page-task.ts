import type { Held } from '../../processes/open-child.ts';
import type { Person } from '../security/access.ts';
import type { Visit } from '../security/session.ts';

/** A GET that has passed the guards: who asks is settled. */
export interface AskedPage {
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly person: Person;
  readonly visit: Visit;
  readonly nowMs: number;
}

/**
 * What a page process is asked for: a page, whole; a file of many rows, whose first part is the answer; and its next
 * part. A file keeps its process until its end.
 */
export type PageTask =
  | { readonly kind: 'page' | 'file'; readonly asked: AskedPage }
  | { readonly kind: 'more' };

export interface PageReply extends Held {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array<ArrayBuffer>;
  /** False when there is more: of a `page` then nothing was given, it is to be asked for as a file. */
  readonly whole: boolean;
  /** Errors of the program that are told to who runs it. */
  readonly told: readonly string[];
}

/** The rows could not all be given. */
export interface BrokenReply extends Held {
  readonly broken: string;
}

/** What a page process is opened with, as JSON among its arguments. */
export interface PagePlaces {
  readonly database: string;
  readonly archive: string;
  readonly releases: string;
  readonly root: string;
  readonly version: string;
  readonly loopback: boolean;
  readonly behindProxy: boolean;
  readonly sessions: { readonly idleMs: number; readonly wholeMs: number };
  readonly doubleShare: number;
  readonly countMs?: number;
}
