import { account, changePassword } from '../pages/account.tsx';
import { login, loginPage, logout } from '../pages/login.tsx';
import { people } from '../pages/people.tsx';
import type { Route } from '../route.ts';

/** Logging in and out, and who has an account. */
export const PEOPLE_ROUTES: readonly Route[] = [loginPage, login, logout, account, changePassword, people];
