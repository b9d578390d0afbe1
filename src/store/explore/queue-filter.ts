import type { Outcome, Severity } from '../../model/status.ts';
import type { ReviewStatus } from '../../review/status.ts';

/** What findings are narrowed by: one of each list given, and the place. An empty list is no filter. */
export interface QueueFilter {
  readonly rule?: readonly string[];
  readonly severity?: readonly Severity[];
  readonly outcome?: readonly Outcome[];
  readonly status?: readonly ReviewStatus[];
  /** 0: not known. */
  readonly year?: readonly number[];
  /** Empty text: none. */
  readonly form?: readonly string[];
  /** A division code or its first digits. */
  readonly place?: string;
  readonly report?: number;
  readonly assignee?: string;
  /** Who gave the verdict that is in force, or was until something changed. */
  readonly by?: string;
}

/** What the buckets of the queue differ in. */
export const BUCKET_FACETS = ['status', 'severity', 'outcome', 'rule', 'year', 'form', 'province'] as const;
export type BucketFacet = (typeof BUCKET_FACETS)[number];

/** What facets are counted of; `below`: the places one level below that of the filter. */
export const FACETS = [...BUCKET_FACETS, 'assignee', 'below'] as const;
export type Facet = (typeof FACETS)[number];
