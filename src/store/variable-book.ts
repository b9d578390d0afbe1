import { build } from './build.ts';
import { getRows, prepare } from './run.ts';
import type { Store } from './store.ts';
import { StoreError } from './store-error.ts';

/** The small numbers that stand for variables in the tables. */
export interface VariableBook {
  /** Throws StoreError for a name that was never seeded. */
  readonly idOf: (name: string) => number;
  /** The number of a name, if it is a variable's. */
  readonly findId: (name: string) => number | undefined;
  readonly nameOf: (id: number) => string;
  readonly all: () => readonly { readonly id: number; readonly name: string }[];
}

const books = new WeakMap<Store, VariableBook>();
const everyVariable = prepare(build.selectFrom('variable').select(['id', 'name']));

/** The book of this database, read once; ids are never given anew, so it can only grow. */
export function variableBook(store: Store): VariableBook {
  const known = books.get(store);
  if (known) return known;
  const ids = new Map<string, number>();
  const names = new Map<number, string>();
  const readAll = (): void => {
    for (const { id, name } of getRows(store, everyVariable)) {
      ids.set(name, id);
      names.set(id, name);
    }
  };
  // A miss reads again: another process may have seeded variables since.
  const lookAgain = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value => {
    readAll();
    return map.get(key) ?? unknown(store, String(key));
  };
  readAll();
  const book: VariableBook = {
    findId: (name) => ids.get(name),
    idOf: (name) => ids.get(name) ?? lookAgain(ids, name),
    nameOf: (id) => names.get(id) ?? lookAgain(names, id),
    all: () => [...names].map(([id, name]) => ({ id, name })),
  };
  books.set(store, book);
  return book;
}

function unknown(store: Store, name: string): never {
  throw new StoreError('unknown_variable', store.file, `does not know variable ${name}`);
}
