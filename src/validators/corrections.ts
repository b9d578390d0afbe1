import { type Correction, correctionPlace } from '../model/correction.ts';
import type { Finding } from '../model/finding.ts';
import { makeFinding } from '../rules/make-finding.ts';

/** Whether a correction still stands, by what the report prints now. */
export type Standing =
  | { readonly state: 'applied' }
  | { readonly state: 'failed'; readonly finding: Finding }
  | { readonly state: 'unused'; readonly finding: Finding };

/**
 * A correction against the printed text of its cell. It fails when something else is printed than it was made for (the
 * source was corrected, or is read otherwise), and is of no use when the printed number is the corrected one already.
 *
 * @param printed - as in the document; null when nothing is printed there
 * @param reported - its number
 */
export function judgeCorrection(
  correction: Correction,
  printed: string | null,
  reported: number | null,
): Standing {
  const { expect, value, variable } = correction;
  const where = correctionPlace(correction);
  const parts = { scope: variable, expected: value, actual: reported, variables: [variable] };
  if (reported === value) {
    const message = {
      zh: `更正已无必要：印刷的数就是 ${value}（${where}）`,
      en: `a correction is of no use: ${value} is what is printed (${where})`,
    };
    return {
      state: 'unused',
      finding: makeFinding({ rule: 'correction.unused', severity: 'warning', message, ...parts }),
    };
  }
  if (printed === expect) return { state: 'applied' };
  const message = {
    zh: `更正未采用：预期印有 ${quoted(expect, '“', '”')}，实际为 ${quoted(printed, '“', '”')}（${where}）`,
    en: `a correction was not applied: it expects ${quoted(expect, '"', '"')}, printed is ${quoted(printed, '"', '"')} (${where})`,
  };
  return {
    state: 'failed',
    finding: makeFinding({ rule: 'correction.failed', severity: 'error', message, ...parts }),
  };
}

const quoted = (text: string | null, open: string, close: string): string =>
  text === null ? '∅' : `${open}${text}${close}`;
