import { evidenceFrame } from './evidence/frame-route.ts';
import { originalFile } from './evidence/original-route.ts';
import { extractedText } from './evidence/text-route.ts';
import { account, changePassword } from './pages/account.tsx';
import { home } from './pages/home.tsx';
import { login, loginPage, logout } from './pages/login.tsx';
import { alive, ready } from './pages/machines.ts';
import { people } from './pages/people.tsx';
import { report } from './pages/report.tsx';
import { preferences } from './preferences.ts';
import type { Route } from './route.ts';

/** Every route there is. What is not in this list does not exist; tests over pages and roles are made from it. */
export const ROUTES: readonly Route[] = [
  home,
  ...[report, evidenceFrame, originalFile, extractedText],
  ...[loginPage, login, logout, account, changePassword, people],
  preferences,
  ...[alive, ready],
];
