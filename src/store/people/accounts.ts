import type { Role } from '../../model/person.ts';
import { build } from '../build.ts';
import { getRow, getRows, PARAMETER, prepare, prepareInsert, run } from '../run.ts';
import type { AccountRow } from '../schema.ts';
import type { Store } from '../store.ts';
import { writeDurably } from '../write.ts';
import { clearFailures } from './login-failures.ts';

/** An account without what lets one in. */
export type Account = Omit<AccountRow, 'password'>;

const SHOWN = ['id', 'name', 'role', 'created_at', 'disabled_at'] as const;
const byName = prepare(build.selectFrom('account').selectAll().where('name', '=', PARAMETER));
const all = prepare(build.selectFrom('account').select(SHOWN).orderBy('name'));
const first = prepare(build.selectFrom('account').select('id'));
const insert = prepareInsert('account', ['name', 'role', 'password', 'created_at']);
const setPasswordOf = prepare(
  build.updateTable('account').set({ password: PARAMETER }).where('id', '=', PARAMETER),
);
const setRoleOf = prepare(build.updateTable('account').set({ role: PARAMETER }).where('id', '=', PARAMETER));
const setDisabledOf = prepare(
  build.updateTable('account').set({ disabled_at: PARAMETER }).where('id', '=', PARAMETER),
);
const endSessionsOf = prepare(build.deleteFrom('session').where('account', '=', PARAMETER));

export const findAccount = (store: Store, name: string): AccountRow | undefined =>
  getRow(store, byName, name);

export const listAccounts = (store: Store): Account[] => getRows(store, all);

/** Whether anybody has an account: then nobody works without one. A disabled account counts. */
export const hasAccounts = (store: Store): boolean => getRow(store, first) !== undefined;

interface NewAccount {
  readonly name: string;
  readonly role: Role;
  /** As `hashPassword` makes it. */
  readonly password: string;
  readonly createdAt: string;
}

/** Returns false, and changes nothing, when there is an account of this name. */
export function addAccount(store: Store, { name, role, password, createdAt }: NewAccount): boolean {
  return writeDurably(store, () => {
    if (getRow(store, byName, name)) return false;
    run(store, insert, name, role, password, createdAt);
    return true;
  });
}

/** A new password ends every session, and lets in again who had guessed too often. */
export function setPassword(store: Store, name: string, password: string): boolean {
  return change(store, name, ({ id }) => {
    run(store, setPasswordOf, password, id);
    clearFailures(store, name);
  });
}

export const setRole = (store: Store, name: string, role: Role): boolean =>
  change(store, name, ({ id }) => run(store, setRoleOf, role, id));

/** @param at - since when; null lets the account in again */
export const setDisabled = (store: Store, name: string, at: string | null): boolean =>
  change(store, name, ({ id }) => run(store, setDisabledOf, at, id));

/** What somebody may do has changed: no session that began before goes on. Returns false when there is no such account. */
function change(store: Store, name: string, work: (account: AccountRow) => void): boolean {
  return writeDurably(store, () => {
    const account = findAccount(store, name);
    if (!account) return false;
    work(account);
    run(store, endSessionsOf, account.id);
    return true;
  });
}
