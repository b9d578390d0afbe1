import type { LitPlace } from './evidence.ts';
import { escapeMarkup } from './markup/escape-markup.ts';
import { LIT_ID, MARK } from './markup/sanitise.ts';

interface Span {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** A text with the characters of its places marked. Places behind its end, or of another kind, stay unlit. */
export function copyText(
  text: string,
  places: readonly LitPlace[],
): { readonly markup: string; readonly lit: readonly boolean[] } {
  const lit = places.map(() => false);
  const spans = places
    .flatMap(({ source }, index): Span[] =>
      source.kind === 'text' && source.end <= text.length
        ? [{ index, start: source.start, end: source.end }]
        : [],
    )
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  let at = 0;
  let first = true;
  for (const { index, start, end } of spans) {
    lit[index] = true;
    // Two cells may share their characters: what is marked once is marked for both.
    if (start < at) continue;
    const chosen = places[index]?.chosen === true;
    const id = chosen && first ? ` id="${LIT_ID}"` : '';
    first &&= !chosen;
    const mark = `<mark ${MARK}="${chosen ? 'chosen' : 'beside'}"${id}>${escapeMarkup(text.slice(start, end))}</mark>`;
    parts.push(escapeMarkup(text.slice(at, start)), mark);
    at = end;
  }
  return { markup: `<pre>${parts.join('')}${escapeMarkup(text.slice(at))}</pre>`, lit };
}
