import type { IndexEntry } from '../index-file.ts';

/**
 * The records of a file without those answers and what belongs to them: the request behind an answer and the metadata
 * that tell of it.
 */
export function withoutAnswers(
  entries: readonly IndexEntry[],
  gone: { has(id: string): boolean },
): readonly IndexEntry[] {
  let isGone = false;
  return entries.filter((entry) => {
    if (entry.type === 'request') return !isGone;
    if (entry.type === 'metadata') return entry.of === undefined || !gone.has(entry.of);
    isGone = entry.id !== undefined && gone.has(entry.id);
    return !isGone;
  });
}

export const bytesOf = (entries: readonly IndexEntry[]): number =>
  entries.reduce((sum, { length }) => sum + length, 0);
