import { LOCAL_NAME, ROLES } from '../../model/person.ts';

/** Who may use a route: `public` is anybody, logged in or not. */
export const ACCESSES = ['public', ...ROLES] as const;
export type Access = (typeof ACCESSES)[number];

export interface Person {
  /** Name of the account; empty for somebody who is not logged in. */
  readonly name: string;
  readonly role: Access;
}

export const NOBODY: Person = { name: '', role: 'public' };
/** Who works on this machine alone, without accounts. */
export const LOCAL_PERSON: Person = { name: LOCAL_NAME, role: 'admin' };

export const mayUse = ({ role }: Person, access: Access): boolean =>
  ACCESSES.indexOf(role) >= ACCESSES.indexOf(access);
