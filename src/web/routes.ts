import { evidenceFrame } from './evidence/frame-route.ts';
import { originalFile } from './evidence/original-route.ts';
import { extractedText } from './evidence/text-route.ts';
import { home } from './pages/home.tsx';
import { alive, ready } from './pages/machines.ts';
import { report } from './pages/report.tsx';
import { preferences } from './preferences.ts';
import type { Route } from './route.ts';

/** Every route there is. What is not in this list does not exist; tests over pages and roles are made from it. */
export const ROUTES: readonly Route[] = [
  home,
  preferences,
  ...[report, evidenceFrame, originalFile, extractedText],
  alive,
  ready,
];
