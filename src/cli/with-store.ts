import type { Store } from '../store/store.ts';
import type { Session } from './session.ts';

/** Opens the database for reading only, lends it, and closes it whatever happens. Throws StoreError. */
export async function withStore<T>({ database }: Session, use: (store: Store) => Promise<T>): Promise<T> {
  const { openStore } = await import('../store/open-store.ts');
  const store = openStore(database, { readonly: true });
  try {
    return await use(store);
  } finally {
    store.close();
  }
}
