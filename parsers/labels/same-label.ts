/** Characters that turn a label into its contrary: 不属于, 未办结. */
const NEGATIONS = '不未无非没';
/** Shorter labels are too few characters for one more to mean nothing. */
const SHORTEST_VARIED = 8;
/** What publishers add behind a long label (…的信息). */
const MOST_BEHIND = 3;
/** Of a label's characters, the share that may be misread. */
const MOST_MISREAD = 0.25;

/** An ordinal in a font whose characters are not known (ÿ一Ā予以公开), and other signs that no label begins with. */
const DIRT = /^[^\p{Script=Han}]+(?:[一二三四五六七八九十][^\p{Script=Han}]+)?(?=\p{Script=Han})/u;

/** A normalised label without what stands before its first character: an ordinal that was misread, (L)总计. */
export const withoutDirt = (key: string): string => key.replace(DIRT, '');

/** Between two characters that two labels have in common: what each has there and the other has not. */
interface Difference {
  readonly added: string;
  readonly missing: string;
}

/**
 * Whether a printed label is the known one with slips: characters lost, single ones misread, or a few more in a long
 * label. Two characters that stand for two others are another word (属于商业秘密 for 属于国家秘密), however much else the
 * labels share, and so is what a short label has more (拟行政处罚). Both are normalised.
 */
export function isSameLabel(printed: string, known: string): boolean {
  const differences = compare(withoutDirt(printed), known);
  if (differences.some(({ missing }) => missing.length === 1 && NEGATIONS.includes(missing))) return false;
  const changed = differences.filter(({ added }) => added !== '');
  if (changed.length === 0) return true;
  if (changed.every(({ added, missing }) => added.length === 1 && missing.length === 1))
    return changed.length <= known.length * MOST_MISREAD;
  const [only] = changed;
  const isLonger = differences.length === 1 && only?.missing === '' && known.length >= SHORTEST_VARIED;
  if (!isLonger || [...only.added].some((char) => NEGATIONS.includes(char))) return false;
  return only.added.length === 1 || (printed.endsWith(only.added) && only.added.length <= MOST_BEHIND);
}

/** The differences of two labels along what they have in common in order. */
function compare(printed: string, known: string): readonly Difference[] {
  const longest = commonLengths(printed, known);
  const width = known.length + 1;
  const differences: Difference[] = [];
  let [i, j, added, missing] = [0, 0, '', ''];
  const close = (): void => {
    if (added !== '' || missing !== '') differences.push({ added, missing });
    [added, missing] = ['', ''];
  };
  while (i < printed.length || j < known.length) {
    if (i < printed.length && printed[i] === known[j]) {
      close();
      i++;
      j++;
    } else if (
      j >= known.length ||
      (i < printed.length && (longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0))
    ) {
      added += printed[i++];
    } else missing += known[j++];
  }
  close();
  return differences;
}

/** The length of the longest common subsequence of what is left from each pair of places on. */
function commonLengths(printed: string, known: string): Uint8Array {
  const width = known.length + 1;
  const longest = new Uint8Array((printed.length + 1) * width);
  for (let i = printed.length - 1; i >= 0; i--) {
    for (let j = known.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        printed[i] === known[j]
          ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
    }
  }
  return longest;
}
