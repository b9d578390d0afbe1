import { hash } from 'node:crypto';
import { getRow, type Prepared, run } from './run.ts';
import type { Store } from './store.ts';
import { StoreError } from './store-error.ts';
import { writeDurably } from './write.ts';

/** 72 bits: no two of millions of addresses meet, and nobody makes one that meets another for nothing. */
const CHARACTERS = 12;

const find: Prepared<{ address: string }> = { sql: 'SELECT address FROM short_address WHERE id = ?' };
const insert: Prepared<never> = { sql: 'INSERT INTO short_address VALUES (?, ?)' };

/** Keeps an address (path and query) for good and returns its identifier: the same one whoever asks, in every database. */
export function shortenAddress(store: Store, address: string): string {
  const id = hash('sha256', address, 'base64url').slice(0, CHARACTERS);
  return writeDurably(store, () => {
    const known = findAddress(store, id);
    if (known === undefined) run(store, insert, id, address);
    else if (known !== address)
      throw new StoreError('bad_input', store.file, `has another address under ${id}`);
    return id;
  });
}

/** The address of an identifier; undefined when nobody has shortened one to it. */
export const findAddress = (store: Store, id: string): string | undefined => getRow(store, find, id)?.address;
