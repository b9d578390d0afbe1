import { home } from './pages/home.tsx';
import { alive, ready } from './pages/machines.ts';
import { preferences } from './preferences.ts';
import type { Route } from './route.ts';

/** Every route there is. What is not in this list does not exist; tests over pages and roles are made from it. */
export const ROUTES: readonly Route[] = [home, preferences, alive, ready];
