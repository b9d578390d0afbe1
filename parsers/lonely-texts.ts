import { hasText } from './normalise-label.ts';
import { looksLikeValue } from './read-number.ts';
import type { RunningText } from './running-text.ts';

/** A text that stands alone in its row of a sheet is a title or a note, not part of the table: running text. */
export function tellLonelyTexts(
  rows: readonly (readonly { readonly text: string }[])[],
  text: RunningText,
): void {
  for (const row of rows) {
    const [only, ...others] = row.filter((cell) => hasText(cell.text));
    if (!only || others.length > 0 || looksLikeValue(only.text)) continue;
    for (const line of only.text.split(/\r?\n/)) {
      text.inline(line);
      text.close();
    }
  }
}
