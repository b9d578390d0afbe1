import { APPLICATIONS_FOLLOW, REVIEWING } from './context-words.ts';
import { topicAt } from './find-topics.ts';
import type { Phrase } from './phrases.ts';
import type { Context } from './read-context.ts';
import type { Prose } from './told.ts';

interface Piece {
  readonly topic: Phrase['topic'];
  readonly start: number;
  readonly end: number;
}

const DISCLOSURE = /信息公开|政务公开/;

/**
 * True when the text speaks of what the phrase counts. Phrases on applications and challenges use everyday
 * words (办结, 受理, 复议), so applications or disclosure must be the subject; others name theirs themselves.
 */
export function isSpokenOf(
  { text, topics }: Prose,
  { topic, start, end }: Piece,
  { sentence, prefix }: Context,
): boolean {
  if (topic === 'documents' || topic === 'decisions') return true;
  const disclosure = topic === 'challenges' && DISCLOSURE.test(sentence + text.slice(start, end));
  if (topic === 'challenges' && REVIEWING.test(prefix)) return disclosure;
  if (disclosure || topicAt(topics, end) === 'applications') return true;
  return topic === 'applications' && APPLICATIONS_FOLLOW.test(text.slice(end, end + 24));
}
