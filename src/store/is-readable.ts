import type { Store } from './store.ts';

/** Whether a row can be read from the database just now. */
export function isReadable({ sqlite }: Store): boolean {
  try {
    sqlite.prepare('SELECT count(*) FROM variable').get();
    return true;
  } catch {
    return false;
  }
}
