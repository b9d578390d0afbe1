import { createHash, randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { versionOf } from '../../store/explore/queue-cube.ts';
import type { Store } from '../../store/store.ts';
import type { Env } from '../security/guard.ts';

/** Versions of the database count from one start of the program to the next. */
const START = randomUUID();

/** A strong tag of what this person gets at this address while nobody writes to the database. */
export function entityTag(c: Context<Env>, store: Store, lang: string): string {
  const { pathname, search } = new URL(c.req.url);
  const parts = [START, versionOf(store), pathname, search, c.var.person.name, lang];
  return `"${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32)}"`;
}

/** Whether the client has it already. */
export const hasTag = (c: Context, tag: string): boolean =>
  (c.req.header('if-none-match') ?? '').split(',').some((one) => one.trim() === tag);
