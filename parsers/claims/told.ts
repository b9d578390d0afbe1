import type { Claim } from '../../src/model/claim.ts';
import type { Topics } from './find-topics.ts';

/** A paragraph ready to be read, folded, with what is known of its report. */
export interface Prose {
  readonly text: string;
  readonly topics: Topics;
  readonly year: number | null;
  /** Whose report it is, or null. */
  readonly ownName: string | null;
}

/** A claim whose `start` and `end` are places of folded text. */
export interface Told {
  readonly variable: string;
  readonly value: number;
  readonly scope: Claim['scope'];
  readonly start: number;
  readonly end: number;
}
