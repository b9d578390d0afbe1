import type { Message } from '../../model/finding.ts';
import type { StoreError } from '../../store/store-error.ts';
import { explainError } from '../explain-error.ts';
import { TEXTS } from '../texts.ts';
import type { Check } from './check.ts';
import { networkFilesystem } from './check-storage.ts';

/** Whether the database can be opened, is whole and is ours. Opened for reading only; one that is not there is fine. */
export async function checkDatabase(file: string): Promise<Check> {
  const network = networkFilesystem(file);
  if (network !== null) {
    return {
      ...base,
      state: 'warn',
      text: TEXTS.networkFilesystem(network),
      fix: TEXTS.fixNetworkFilesystem,
    };
  }
  try {
    const [{ openStore }, { readPragmas }] = await Promise.all([
      import('../../store/open-store.ts'),
      import('../../store/sqlite-facts.ts'),
    ]);
    const store = openStore(file, { readonly: true });
    const pragmas = readPragmas(store, PRAGMAS);
    store.close();
    return { ...base, state: 'ok', text: TEXTS.databaseFine(file, pragmas.join(' ')) };
  } catch (error) {
    return describeFailure(error, file);
  }
}

/** Whether SQLite itself can be loaded: it is compiled for one version of Node.js. */
export async function checkSqlite(): Promise<Check> {
  const name = TEXTS.doctorSqlite;
  try {
    const version = (await import('../../store/sqlite-facts.ts')).sqliteVersion();
    return { name, state: 'ok', text: { zh: version, en: version } };
  } catch (error) {
    const reason = String(error instanceof Error ? error.message : error).split('\n', 1)[0] ?? '';
    return { name, state: 'fail', text: { zh: reason, en: reason }, fix: TEXTS.fixSqlite, ofDatabase: true };
  }
}

const PRAGMAS = ['journal_mode', 'foreign_keys', 'user_version', 'busy_timeout', 'page_size'] as const;
const base = { name: TEXTS.doctorDatabase, ofDatabase: true } as const;

function describeFailure(error: unknown, file: string): Check {
  const problem =
    error instanceof Error && error.name === 'StoreError' ? (error as StoreError).problem : null;
  if (problem === 'missing') return { ...base, state: 'ok', text: TEXTS.databaseNotYet(file) };
  const text: Message = explainError(error).text ?? { zh: '', en: '' };
  return { ...base, state: problem === 'older_schema' ? 'warn' : 'fail', text };
}
