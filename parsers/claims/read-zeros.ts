import { CHROME } from './context-words.ts';
import { isCovered, makeCover } from './cover.ts';
import { findToldTogether, findZeros, type ToldTogether } from './find-zeros.ts';
import { isSpokenOf } from './is-spoken-of.ts';
import { isOtherTime, readContext, readSubject } from './read-context.ts';
import type { Prose, Told } from './told.ts';

/** 「如未收到…」, 「力争零复议」: no zero is told. */
const NOT_TOLD = /(?:如果?|若|倘若|凡|对|不|并非|确保|力争|实现|除)$/;

/** The zeros of one paragraph, and numbers told of several phrases together, that overlap no other claim. */
export function readZeros(prose: Prose, counted: readonly Told[]): Told[] {
  const cover = makeCover(prose.text.length, counted);
  return [...findZeros(prose.text), ...findToldTogether(prose.text)]
    .filter((zero) => !isCovered(cover, zero))
    .flatMap((zero) => judge(prose, zero));
}

function judge(prose: Prose, zero: ToldTogether): Told[] {
  const context = readContext(prose.text, zero.start);
  if (CHROME.test(context.sentence) || isOtherTime(context.sentence, prose.year)) return [];
  if (NOT_TOLD.test(context.prefix) || !isSpokenOf(prose, zero, context)) return [];
  const scope = readSubject(context, prose.ownName) === 'other' ? 'other' : 'agency';
  const { variable, value, start, end } = zero;
  return [{ variable, value, scope, start, end }];
}
