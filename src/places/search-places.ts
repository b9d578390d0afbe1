import { pinyin } from 'pinyin-pro';
import type { Gazetteer, Unit } from './gazetteer.ts';
import { pathName } from './gazetteer.ts';

/** A place that was asked for. */
export interface FoundPlace {
  readonly code: string;
  readonly name: string;
  /** 吉林省四平市双辽市: the names from the province down, as they were last in force. */
  readonly path: string;
  readonly pinyin: string;
  /** Null while the code is still in force. */
  readonly lastYear: number | null;
}

interface Entry extends FoundPlace {
  readonly names: readonly string[];
  readonly codes: readonly string[];
  /** Each name in letters without blanks, and its first letters: shuangliaoshi, sls. */
  readonly spelt: readonly string[];
  readonly initials: readonly string[];
}

const indexes = new WeakMap<Gazetteer, readonly Entry[]>();

/**
 * Places by a part of a name, the beginning of its pinyin or of the first letters of that, or the beginning of a code,
 * of any year; the best first. Names are spelt by a dictionary of phrases, so that 六安 is lu'an and 重庆 chongqing.
 */
export function searchPlaces(gazetteer: Gazetteer, asked: string, most: number): FoundPlace[] {
  const text = asked
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’·-]+/g, '');
  if (text === '') return [];
  const index = indexes.get(gazetteer) ?? buildIndex(gazetteer);
  indexes.set(gazetteer, index);
  return index
    .map((entry) => ({ entry, rank: rankOf(entry, text) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .toSorted(
      (a, b) =>
        a.rank - b.rank || levelRank(a.entry) - levelRank(b.entry) || (a.entry.code < b.entry.code ? -1 : 1),
    )
    .slice(0, most)
    .map(({ entry: { code, name, path, pinyin: spelt, lastYear } }) => ({
      code,
      name,
      path,
      pinyin: spelt,
      lastYear,
    }));
}

const NO_MATCH = 9;
/** Lower is better; a place that is no more comes after those that are. */
function rankOf(entry: Entry, text: string): number {
  const rank = matchOf(entry, text);
  return rank === NO_MATCH || entry.lastYear === null ? rank : rank + 0.5;
}

function matchOf({ names, codes, spelt, initials, path }: Entry, text: string): number {
  if (/^\d+$/.test(text))
    return codes.some((code) => code === text.padEnd(6, '0'))
      ? 0
      : codes.some((code) => code.startsWith(text))
        ? 3
        : NO_MATCH;
  if (names.some((name) => name === text || STEMS.some((stem) => name === text + stem))) return 0;
  if (names.some((name) => name.startsWith(text))) return 1;
  if (spelt.some((word) => word === text || SPELT_STEMS.some((stem) => word === text + stem))) return 1;
  if (names.some((name) => name.includes(text))) return 2;
  if (
    initials.some(
      (word) => word === text || word === `${text}s` || word === `${text}x` || word === `${text}q`,
    )
  )
    return 2;
  if (spelt.some((word) => word.startsWith(text))) return 3;
  if (initials.some((word) => word.startsWith(text))) return 4;
  return path.includes(text) ? 5 : NO_MATCH;
}

const STEMS = ['省', '市', '县', '区', '自治区', '自治州', '自治县'];
const SPELT_STEMS = ['sheng', 'shi', 'xian', 'qu', 'zizhiqu', 'zizhizhou', 'zizhixian'];

const levelRank = ({ code }: Entry): number => (code.endsWith('0000') ? 0 : code.endsWith('00') ? 1 : 2);

function buildIndex(gazetteer: Gazetteer): readonly Entry[] {
  const units = new Set([...gazetteer.unitsByCode.values()].flat());
  return [...units].flatMap((unit) => entryOf(gazetteer, unit) ?? []);
}

function entryOf(gazetteer: Gazetteer, { rows }: Unit): Entry | undefined {
  const last = rows.at(-1);
  if (!last) return undefined;
  const names = [...new Set(rows.map(({ name }) => name))];
  const syllables = names.map((name) => pinyin(name, { toneType: 'none', type: 'array', v: true }));
  return {
    ...{ code: last.code, name: last.name, lastYear: last.lastYear, names },
    path: pathName(gazetteer, last, last.lastYear ?? gazetteer.lastYear),
    pinyin: syllables.at(-1)?.join(' ') ?? '',
    codes: [...new Set(rows.map(({ code }) => code))],
    spelt: syllables.map((parts) => parts.join('')),
    initials: syllables.map((parts) => parts.map((part) => part.charAt(0)).join('')),
  };
}
