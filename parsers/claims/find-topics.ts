import { TOPIC } from './context-words.ts';

export type Topic = 'applications' | 'elsewhere';

/** Where folded text changes its subject: `topics[i]` holds from `starts[i]` on, `before` until the first. */
export interface Topics {
  readonly before: Topic | null;
  readonly starts: readonly number[];
  readonly topics: readonly Topic[];
}

/** The subjects of folded text; `before` is the one it inherits from the heading or paragraph above. */
export function findTopics(text: string, before: Topic | null): Topics {
  const starts: number[] = [];
  const topics: Topic[] = [];
  let topic = before;
  for (const match of text.matchAll(TOPIC)) {
    const [, applications, continues] = match;
    // 「行政许可申请」 stays with the licences; a first 「申请」 opens the subject.
    const next =
      applications || (continues && topic === null) ? 'applications' : continues ? topic : 'elsewhere';
    if (next === null || next === topic) continue;
    topic = next;
    starts.push(match.index);
    topics.push(next);
  }
  return { before, starts, topics };
}

/** The subject at a place of the text; logarithmic, as a text may change its subject at every word. */
export function topicAt({ before, starts, topics }: Topics, place: number): Topic | null {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return topics[low - 1] ?? before;
}
