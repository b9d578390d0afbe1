import { labelOrdinal } from '../normalise-label.ts';
import type { ReadRow } from './read-row.ts';

/** Rows whose number is another than the form's, below which a slip of the writer is likelier. */
const FEWEST_ROWS = 2;

/**
 * Whether the digits of a document are other ones than a reader of the page sees. The characters of a font may be mapped
 * wrongly (a damaged ToUnicode of PDF, a web font against copying): 2.重复申请 then reads 8.重复申请, and so does every
 * other 2. The form numbers its rows, so that each of its digits must be the same wrong one wherever it stands; a writer
 * who numbers rows in his own way goes on counting (9.本机关不掌握), and breaks that.
 */
export function digitsLie(rows: readonly ReadRow[]): boolean {
  const readAs = new Map<string, string>();
  let wrong = 0;
  let before: string | null = null;
  for (const { row, printed } of rows) {
    const meant = digitOf(row.zh);
    const read = digitOf(printed.labels.at(-1)?.text ?? '');
    const countsOn: boolean = before !== null && Number(read) === Number(before) + 1;
    before = read;
    if (meant === null || read === null) continue;
    if ((readAs.get(meant) ?? read) !== read) return false;
    readAs.set(meant, read);
    // Behind a row that was left out the writer's program counts on: a shift, and every digit is as printed.
    if (read !== meant && !countsOn) wrong++;
  }
  // Where most rows have one number, it is a list that its writer's program forgot to count.
  return wrong >= FEWEST_ROWS && new Set(readAs.values()).size * 2 > readAs.size;
}

const digitOf = (label: string): string | null => {
  const ordinal = labelOrdinal(label);
  return ordinal !== null && /^\d$/.test(ordinal) ? ordinal : null;
};
