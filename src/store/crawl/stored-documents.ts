import { build } from '../build.ts';
import { getRows, prepare } from '../run.ts';
import type { Store } from '../store.ts';

const digests = prepare(build.selectFrom('document').select('sha256'));

/** Sha256, in hexadecimal, of every document that the database has a report of. */
export const storedDocuments = (store: Store): ReadonlySet<string> =>
  new Set(getRows(store, digests).map(({ sha256 }) => Buffer.from(sha256).toString('hex')));
