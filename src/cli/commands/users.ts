import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { AccountName, type Role } from '../../model/person.ts';
import { openStore } from '../../store/open-store.ts';
import {
  type Account,
  addAccount,
  findAccount,
  listAccounts,
  setDisabled,
  setPassword,
  setRole,
} from '../../store/people/accounts.ts';
import type { Store } from '../../store/store.ts';
import { hashPassword, judgePassword } from '../../web/security/password.ts';
import { PASSWORD_PROBLEM_TEXTS } from '../../web/texts/people.ts';
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts';
import { note } from '../output.ts';
import { readPassword } from '../read-password.ts';
import type { ListColumn } from '../render/list-table.ts';
import type { Session } from '../session.ts';
import { TEXTS } from '../texts.ts';
import { UsageError } from '../usage-error.ts';
import { withStore } from '../with-store.ts';
import { type ListFormat, writeList } from '../write-list.ts';

/** `gongkai users add`: an account with a password that is typed or read from standard input. Throws UsageError, StoreError. */
export const usersAdd = (names: readonly string[], { role }: { role: Role }, session: Session) =>
  withAccounts(session, async (store) => {
    const name = parseName(names);
    if (findAccount(store, name)) throw new UsageError(TEXTS.personExists(name));
    const password = await newPassword(name, session);
    const added = addAccount(store, { name, role, password, createdAt: new Date().toISOString() });
    if (!added) throw new UsageError(TEXTS.personExists(name));
    return name;
  });

/** `gongkai users passwd`: a new password, and no more waiting after failed attempts. */
export const usersPasswd = (names: readonly string[], _: object, session: Session) =>
  withAccounts(session, async (store) => {
    const name = parseName(names);
    if (!findAccount(store, name)) throw new UsageError(TEXTS.noSuchPerson(name));
    setPassword(store, name, await newPassword(name, session));
    return name;
  });

/** `gongkai users role`. */
export const usersRole = (words: readonly string[], _: object, session: Session) =>
  change(words, session, (store, name) => setRole(store, name, words[1] as Role));

/** `gongkai users disable`: nobody logs in with the account; what it decided stays. */
export const usersDisable = (names: readonly string[], _: object, session: Session) =>
  change(names, session, (store, name) => setDisabled(store, name, new Date().toISOString()));

/** `gongkai users enable`. */
export const usersEnable = (names: readonly string[], _: object, session: Session) =>
  change(names, session, (store, name) => setDisabled(store, name, null));

const KEYS = ['name', 'role', 'created_at', 'disabled_at'] as const;

/** `gongkai users list`. */
export async function usersList(
  _: readonly string[],
  { format }: { readonly format?: ListFormat },
  session: Session,
): Promise<ExitCode> {
  const { lang } = session;
  const columns: ListColumn<Account>[] = [
    { heading: TEXTS.columnPerson[lang], value: ({ name }) => name, flexible: true },
    { heading: TEXTS.columnPersonRole[lang], value: ({ role }) => role },
    { heading: TEXTS.columnPersonSince[lang], value: ({ created_at }) => created_at },
    { heading: TEXTS.columnPersonDisabled[lang], value: ({ disabled_at }) => disabled_at ?? '' },
  ];
  const record = (account: Account) => Object.fromEntries(KEYS.map((key) => [key, account[key]]));
  return withStore(session, async (store) => {
    await writeList({ rows: listAccounts(store), record, keys: KEYS, columns }, format, session);
    return EXIT_CODES.done;
  });
}

const change = (
  names: readonly string[],
  session: Session,
  work: (store: Store, name: string) => boolean,
): Promise<ExitCode> =>
  withAccounts(session, (store) => {
    const name = parseName(names);
    if (!work(store, name)) throw new UsageError(TEXTS.noSuchPerson(name));
    return name;
  });

async function withAccounts(
  session: Session,
  work: (store: Store) => Promise<string> | string,
): Promise<ExitCode> {
  mkdirSync(dirname(session.database), { recursive: true });
  const store = openStore(session.database);
  try {
    note(session, 'info', TEXTS.personSaved(await work(store))[session.lang]);
    return EXIT_CODES.done;
  } finally {
    store.close();
  }
}

function parseName([typed = '']: readonly string[]): string {
  const { data } = AccountName.safeParse(typed);
  if (data === undefined) throw new UsageError(TEXTS.wrongPersonName(typed));
  return data;
}

async function newPassword(name: string, session: Session): Promise<string> {
  const password = await readPassword(name, session);
  const problem = judgePassword(password, name);
  if (problem) throw new UsageError(PASSWORD_PROBLEM_TEXTS[problem]);
  return hashPassword(password);
}
