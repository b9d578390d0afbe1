import { agreement } from '../pages/agreement.tsx';
import { bulk, goOnBulk, saveBulk } from '../pages/bulk.tsx';
import { correction, saveCorrection } from '../pages/correction.tsx';
import { corrections, correctionsFile } from '../pages/corrections.tsx';
import { dossier } from '../pages/dossier.tsx';
import { finding } from '../pages/finding.tsx';
import { findings } from '../pages/findings.tsx';
import { keep, saveKeep } from '../pages/keep.tsx';
import { keys } from '../pages/keys.tsx';
import { beginReview, holdFinding, redoLast, undoLast } from '../pages/review-moves.ts';
import { verdict } from '../pages/verdict.tsx';
import type { Route } from '../route.ts';

/** Findings, verdicts upon them, and corrections. */
export const REVIEW_ROUTES: readonly Route[] = [
  ...[findings, finding, dossier, verdict, holdFinding, beginReview, undoLast, redoLast],
  ...[bulk, saveBulk, goOnBulk, keep, saveKeep],
  ...[correction, saveCorrection, corrections, correctionsFile, agreement, keys],
];
