import type { Language } from '../../model/status.ts';
import { REVIEW } from '../texts/review.ts';

const PLAIN = [
  'saved',
  'allDone',
  'nothingToUndo',
  'nothingToRedo',
  'noneAfter',
  'offline',
  'loginFirst',
  'held',
  'stale',
  'staleHint',
  'unsaved',
] as const;
const NUMBERED = ['savedNext', 'undoneNow', 'redoneNow', 'found'] as const;

/** Stands for the number in a text, however that writes it. */
const NUMBER = 1e15;
const WRITTEN = new RegExp([NUMBER.toLocaleString('en'), String(NUMBER)].join('|'));

/** What the modules of the pages say, as the JSON of an attribute: `{n}` stands for a number. */
export function clientWords(lang: Language): string {
  const numbered = NUMBERED.map((name) => [name, REVIEW[name](NUMBER)[lang].replace(WRITTEN, '{n}')]);
  return JSON.stringify(
    Object.fromEntries([...PLAIN.map((name) => [name, REVIEW[name][lang]]), ...numbered]),
  );
}
