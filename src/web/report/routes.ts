import { evidenceFrame } from '../evidence/frame-route.ts';
import { originalFile } from '../evidence/original-route.ts';
import { extractedText } from '../evidence/text-route.ts';
import { report } from '../pages/report.tsx';
import type { Route } from '../route.ts';

/** A report, and the document it was read from. */
export const REPORT_ROUTES: readonly Route[] = [report, evidenceFrame, originalFile, extractedText];
