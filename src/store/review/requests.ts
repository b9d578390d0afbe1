import { getRow, type Prepared } from '../run.ts';
import type { Store } from '../store.ts';
import type { EventFacts } from './chain.ts';

const findRequest: Prepared<
  Pick<EventFacts, 'id' | 'kind' | 'action' | 'author' | 'finding' | 'finding_key' | 'verdict'>
> = {
  sql: 'SELECT id, kind, action, author, finding, finding_key, verdict FROM review_event WHERE request = ?',
};

/** The event that a request was answered with before; undefined for a new one. */
export const eventOfRequest = (store: Store, request: string) => getRow(store, findRequest, request);
