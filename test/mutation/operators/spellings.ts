import type { Block } from '../../generate/blocks.ts';
import type { Random } from '../../generate/random.ts';
import type { Cell } from '../../generate/table.ts';
import type { MutatedBlocks, Operator } from '../mutant.ts';
import { isValue, pickOrNull, tablesOf, withCell, withTable } from '../table-view.ts';

/** How a number may be written, and whether it is still that number; null: whatever is read must be doubted. */
type Spelling = { readonly text: string; readonly prints: string | null };

const isNumber = (text: string): boolean => /^\d+$/.test(text);

/** The cell of a number that is written otherwise. */
const respell =
  (spell: (text: string, random: Random) => Spelling | null, fits = isNumber) =>
  (blocks: readonly Block[], random: Random): MutatedBlocks | null => {
    const found = pickOrNull(
      random,
      tablesOf(blocks).flatMap(({ at, table }) =>
        table.rows.flatMap((cells, row) =>
          cells.flatMap((cell, place) =>
            isValue(cell) && cell.variable !== undefined && fits(cell.text)
              ? [{ at, table, row, place, cell, variable: cell.variable }]
              : [],
          ),
        ),
      ),
    );
    const spelt = found && spell(found.cell.text, random);
    if (!found || !spelt) return null;
    const { at, table, row, place, cell, variable } = found;
    const written: Cell = { ...cell, text: spelt.text };
    return {
      blocks: withTable(blocks, at, withCell(table, row, place, written)),
      did: `${variable} ${cell.text} written ${spelt.text}`,
      ...(spelt.prints === null
        ? { doubtful: [variable] }
        : { printed: new Map([[variable, spelt.prints]]) }),
    };
  };

const onBlocks = (
  name: string,
  mutate: (blocks: readonly Block[], random: Random) => MutatedBlocks | null,
): Operator => ({ name, on: 'blocks', mutate });

const LOOK_ALIKES: Readonly<Record<string, readonly string[]>> = {
  '0': ['O', 'o', 'D', '口'],
  '1': ['l', 'I', '|', 'i', '!'],
  '2': ['Z', 'z'],
  '5': ['S', 's'],
  '6': ['b', 'G'],
  '8': ['B', '&'],
  '9': ['g', 'q'],
};

/** A letter in the place of a digit. */
const lookAlike = (text: string, random: Random): Spelling | null => {
  const places = [...text].flatMap((digit, at) => (LOOK_ALIKES[digit] ? [at] : []));
  const at = pickOrNull(random, places);
  if (at === null) return null;
  const letter = random.pick(LOOK_ALIKES[text[at] ?? ''] ?? []);
  return { text: text.slice(0, at) + letter + text.slice(at + 1), prints: null };
};

const FULL_WIDTH = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const SPELLINGS: readonly ((text: string) => Spelling)[] = [
  (text) => ({ text: FULL_WIDTH(text), prints: text }),
  (text) => ({ text: Number(text).toLocaleString('en'), prints: text }),
  (text) => ({ text: `0${text}`, prints: text }),
  (text) => ({ text: `${text}.0`, prints: text }),
  (text) => ({ text: `${text}。`, prints: text }),
  (text) => ({ text: `[${text}]`, prints: null }),
  (text) => ({ text: `${text}?`, prints: null }),
  (text) => ({ text: `${text}*`, prints: text }),
  (text) => ({ text: `约${text}`, prints: null }),
  (text) => ({ text: `${text}余`, prints: null }),
  (text) => ({ text: `${text}件（其中网上${Math.floor(Number(text) / 2)}件）`, prints: text }),
  (text) => ({ text: `${text}/${Number(text) + 1}`, prints: null }),
  (text) => ({ text: `${text}-${Number(text) + 1}`, prints: null }),
  (text) => ({ text: `${text}%`, prints: null }),
  (text) => ({ text: `${text}\u200b`, prints: text }),
  (text) => ({ text: `\ufeff${text}`, prints: text }),
  (text) => ({ text: `-${text}`, prints: null }),
  (text) => ({ text: `${text}万`, prints: null }),
  (text) => ({ text: `${text}个`, prints: text }),
  () => ({ text: '同上', prints: null }),
];

const oddSpelling = (text: string, random: Random): Spelling => random.pick(SPELLINGS)(text);

/** Another unit in the header than the form's: the number is what it is in that unit. */
const otherUnit = (blocks: readonly Block[], random: Random): MutatedBlocks | null => {
  const found = pickOrNull(
    random,
    tablesOf(blocks).flatMap(({ at, table }) =>
      table.rows.flatMap((cells, row) =>
        cells.flatMap((cell, place) =>
          !isValue(cell) && cell.text.includes('万元') ? [{ at, table, row, place, cell }] : [],
        ),
      ),
    ),
  );
  if (!found) return null;
  const { at, table, row, place, cell } = found;
  const unit = random.pick(['元', '千元', '百万元', '亿元', '件', '美元', '']);
  const below = table.rows
    .slice(row + 1)
    .flat()
    .find(isValue);
  return {
    blocks: withTable(
      blocks,
      at,
      withCell(table, row, place, { ...cell, text: cell.text.replace('万元', unit) }),
    ),
    did: `万元 → ${unit} over ${below?.variable} ${below?.text}`,
    doubtful: below?.variable === undefined ? [] : [below.variable],
  };
};

export const SPELLING_OPERATORS: readonly Operator[] = [
  onBlocks('look-alike', respell(lookAlike)),
  onBlocks('odd-spelling', respell(oddSpelling)),
  onBlocks('other-unit', otherUnit),
];
