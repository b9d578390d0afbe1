/** One character as read: how likely it is, and its place along the line, 0 to 1. */
export interface ReadChar {
  readonly text: string;
  readonly probability: number;
  /** What else a letter could be that was not read surely, likeliest first. */
  readonly rivals: string;
  readonly at: number;
}

/** The text of one line image. */
export interface LineReading {
  readonly text: string;
  readonly chars: readonly ReadChar[];
}

/** A rare letter that is read as a common one (沈 for 沭) is read less surely than this, and is among so many rivals. */
export const SURE_LETTER = 0.8;
const MOST_RIVALS = 20;
const LEAST_RIVAL = 1e-6;

/**
 * Decodes what a recognition network gives for one line (connectionist temporal classification, Graves 2006): at
 * each step the likeliest class; repeats are one character, class 0 is no character.
 *
 * @param steps - probabilities, one row of `alphabet.length` a step
 * @param alphabet - the text of each class; class 0 is the blank
 * @param own - the share of the steps that the line takes; what follows is paper added to fill a batch
 */
export function decodeSteps(steps: Float32Array, alphabet: readonly string[], own = 1): LineReading {
  const classes = alphabet.length;
  const count = Math.floor(steps.length / classes);
  const chars: ReadChar[] = [];
  let previous = 0;
  for (let step = 0; step < count; step++) {
    const row = steps.subarray(step * classes, (step + 1) * classes);
    const best = likeliest(row);
    if (best !== 0) {
      const probability = row[best] ?? 0;
      const last = chars.at(-1);
      const char = {
        text: alphabet[best] ?? '',
        probability,
        rivals: probability < SURE_LETTER ? rivalsOf(row, best, alphabet) : '',
        at: (step + 0.5) / (count * own),
      };
      if (best !== previous || !last) chars.push(char);
      else if (probability > last.probability) chars[chars.length - 1] = char;
    }
    previous = best;
  }
  return { text: chars.map((char) => char.text).join(''), chars };
}

/** The next likely classes, each one character. */
function rivalsOf(row: Float32Array, best: number, alphabet: readonly string[]): string {
  const least = (row[best] ?? 0) * LEAST_RIVAL;
  const order: number[] = [];
  for (let index = 1; index < row.length; index++)
    if (index !== best && (row[index] as number) > least) order.push(index);
  order.sort((a, b) => (row[b] ?? 0) - (row[a] ?? 0));
  return order
    .slice(0, MOST_RIVALS)
    .map((index) => alphabet[index] ?? '')
    .join('');
}

function likeliest(row: Float32Array): number {
  let best = 0;
  for (let index = 0; index < row.length; index++)
    if ((row[index] as number) > (row[best] as number)) best = index;
  return best;
}
