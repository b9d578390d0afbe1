import type { Store } from '../store.ts';
import { versionOf } from './queue-cube.ts';

interface Memory {
  readonly version: string;
  readonly answers: Map<string, unknown>;
}

const memories = new WeakMap<Store, Memory>();
/** More questions than one page asks, and those of a few pages before it. */
const MOST = 64;

/**
 * What `read` returns, read once as long as nobody writes to the database: a page asks the same more than once, and so
 * do the next pages. `name` and the parameters tell questions apart; the answer is not to be changed.
 */
export function remember<T>(store: Store, name: string, parameters: unknown, read: () => T): T {
  const version = versionOf(store);
  const kept = memories.get(store);
  const memory = kept?.version === version ? kept : { version, answers: new Map<string, unknown>() };
  memories.set(store, memory);
  const key = JSON.stringify([name, parameters]);
  if (memory.answers.has(key)) return memory.answers.get(key) as T;
  const answer = read();
  if (memory.answers.size >= MOST) memory.answers.clear();
  memory.answers.set(key, answer);
  return answer;
}
