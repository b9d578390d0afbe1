import { LIMITS } from '../limits.ts';
import { bareCrowdedTags } from './crowded-tags.ts';
import { findCutOff } from './cut-off.ts';
import { takeInlineData } from './inline-data.ts';
import { type ParsedMarkup, parseMarkup } from './parse-markup.ts';

/** A page's tree as all places of its cells are told in, and what was set aside to get at it. */
export interface OpenPage extends ParsedMarkup {
  /** Data that was pasted into the page, see inline-data.ts. */
  readonly data: readonly string[];
  /** Tags that were bared of their attributes. */
  readonly bared: number;
  /** The last words before the end, when the page stops in its middle. */
  readonly truncatedAfter?: string;
}

/** A page of so many characters, pasted data left out, is not read. */
export interface TooLargePage {
  readonly characters: number;
}

/** A decoded page → its tree; the one way from markup to tree, for a place means nothing in another one. */
export function openPage(markup: string): OpenPage | TooLargePage {
  const { markup: slim, data } = takeInlineData(markup);
  if (slim.length > LIMITS.characters) return { characters: slim.length };
  const { markup: sparse, bared } = bareCrowdedTags(slim);
  const cut = findCutOff(sparse);
  const parsed = parseMarkup(cut?.markup ?? sparse);
  return { ...parsed, data, bared, ...(cut ? { truncatedAfter: cut.after } : {}) };
}
