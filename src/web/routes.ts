import { evidenceFrame } from './evidence/frame-route.ts';
import { originalFile } from './evidence/original-route.ts';
import { extractedText } from './evidence/text-route.ts';
import { EXPLORE_ROUTES } from './explore/routes.ts';
import { account, changePassword } from './pages/account.tsx';
import { agreement } from './pages/agreement.tsx';
import { bulk, saveBulk } from './pages/bulk.tsx';
import { correction, saveCorrection } from './pages/correction.tsx';
import { corrections, correctionsFile } from './pages/corrections.tsx';
import { finding } from './pages/finding.tsx';
import { findings } from './pages/findings.tsx';
import { home } from './pages/home.tsx';
import { keys } from './pages/keys.tsx';
import { login, loginPage, logout } from './pages/login.tsx';
import { alive, ready } from './pages/machines.ts';
import { people } from './pages/people.tsx';
import { report } from './pages/report.tsx';
import { beginReview, holdFinding, redoLast, undoLast } from './pages/review-moves.ts';
import { verdict } from './pages/verdict.tsx';
import { preferences } from './preferences.ts';
import type { Route } from './route.ts';

/** Every route there is. What is not in this list does not exist; tests over pages and roles are made from it. */
export const ROUTES: readonly Route[] = [
  home,
  ...[findings, finding, verdict, holdFinding, beginReview, undoLast, redoLast, bulk, saveBulk],
  ...[correction, saveCorrection, corrections, correctionsFile, agreement, keys],
  ...[report, evidenceFrame, originalFile, extractedText],
  ...[loginPage, login, logout, account, changePassword, people],
  ...EXPLORE_ROUTES,
  preferences,
  ...[alive, ready],
];
