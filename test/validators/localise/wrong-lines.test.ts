import { describe, expect, test } from 'vitest';
import { FORM_2021, formVariables } from '../../../src/forms/index.ts';
import { makeFinding } from '../../../src/rules/make-finding.ts';
import { equationsOf } from '../../../src/validators/identities.ts';
import { NO_EVIDENCE } from '../../../src/validators/localise/evidence.ts';
import { withSuggestions } from '../../../src/validators/localise/not-localised.ts';
import { type Localisation, localise } from '../../../src/validators/localise/suggest.ts';
import { type Figures, makeFigures } from '../../generate/figures.ts';
import { createRandom } from '../../generate/random.ts';
import { cellsBy } from '../reading.ts';

const SEED = 20261127;
const figuresOf = (seed: number): Figures =>
  makeFigures(createRandom(seed), {
    layout: '2021',
    other: 'three rows',
    size: 'province',
    naturalOnly: false,
  });

const inForm = formVariables(FORM_2021).filter(({ table }) => table === 'applications');
/** （六）其他处理 is printed in three rows here, and not in one. */
const ofColumn = (id: string): string[] =>
  inForm.filter(({ column, row }) => column.id === id && row.id !== 'other').map(({ name }) => name);
const ofRow = (id: string): string[] => inForm.filter(({ row }) => row.id === id).map(({ name }) => name);

/** What is printed otherwise than it should be. */
type Slip = (figures: Figures) => ReadonlyMap<string, number>;

const shifted =
  (line: readonly string[], by: 1 | -1, from = 0): Slip =>
  (figures) =>
    new Map(line.slice(from).map((name, at) => [name, figures.get(line[from + at - by] ?? '') ?? 0]));
const exchanged =
  (line: readonly string[], other: readonly string[]): Slip =>
  (figures) =>
    new Map(
      line.flatMap((name, at) => {
        const across = other[at] ?? '';
        return [
          [name, figures.get(across) ?? 0],
          [across, figures.get(name) ?? 0],
        ] as const;
      }),
    );
const more =
  (line: readonly string[], by: number): Slip =>
  (figures) =>
    new Map(line.map((name) => [name, (figures.get(name) ?? 0) + by]));

function localised(slip: Slip, seed = SEED) {
  const figures = figuresOf(seed);
  const printed = slip(figures);
  const cells = cellsBy(Object.fromEntries([...figures, ...printed]));
  const wrong = [...printed].filter(([name, value]) => value !== figures.get(name));
  const truth = Object.fromEntries(wrong.map(([name]) => [name, figures.get(name)]));
  const found = localise(equationsOf(FORM_2021, cells), NO_EVIDENCE);
  return { found, truth };
}

describe('a whole row or column that is wrong is named, with what should stand in it', () => {
  test.each([
    ['a column one cell too low', shifted(ofColumn('natural_person'), 1), '“自然人”一列的数像是错开了一格'],
    ['a column one cell too high', shifted(ofColumn('total'), -1), '“总计”一列的数像是错开了一格'],
    ['a part of a column', shifted(ofColumn('natural_person'), 1, 4), '“自然人”一列的数像是错开了一格'],
    ['a row one cell too far', shifted(ofRow('granted'), 1), '“予以公开”一行的数像是错开了一格'],
    [
      'a row one cell short',
      shifted(ofRow('received_new'), -1),
      '“本年新收政府信息公开申请数量”一行的数像是错开了一格',
    ],
    [
      'two columns that changed places',
      exchanged(ofColumn('natural_person'), ofColumn('total')),
      '“自然人”与“总计”两列的数像是互换了',
    ],
    [
      'two rows that changed places',
      exchanged(ofRow('total_processed'), ofRow('carried_out')),
      '“总计”与“结转下年度继续办理”两行的数像是互换了',
    ],
    ['totals that are all too large', more(ofColumn('total'), 3), '“总计”一列有 25 格与其余各格不符'],
  ])('%s', (_, slip, text) => {
    const { found, truth } = localised(slip);
    expect(found).toHaveLength(1);
    expect(found[0]?.lines.map(({ zh }) => zh)).toEqual([text]);
    expect(found[0]?.suggestions[0]?.changes).toEqual(truth);
    expect(found[0]?.suggestions[0]?.why.zh).toContain(text);
  });

  test('and each contradiction that it explains says so', () => {
    const { found } = localised(more(ofColumn('total'), 3));
    const finding = makeFinding({
      rule: 'applications.balance',
      scope: 'total',
      message: { zh: '1，报告为 2', en: '1, reported 2' },
      variables: [],
    });
    const { zh, en } = withSuggestions(finding, found[0] as Localisation).message;
    expect(zh).toBe('1，报告为 2；“总计”一列有 25 格与其余各格不符，只改这些格就能消除与它相连的全部矛盾');
    expect(en).toContain('25 cells of the column “total” disagree with all others');
  });

  test('and in twenty other reports as well, unless no sum notices', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { found, truth } = localised(shifted(ofColumn('natural_person'), 1), seed);
      expect(found[0]?.suggestions[0]?.changes, `seed ${seed}`).toEqual(truth);
    }
  });
});

test('cells that are wrong here and there make no line, nor does a single one', () => {
  for (const count of [1, 2, 4, 12, 40]) {
    const random = createRandom(SEED + count);
    const names = random.sample(
      inForm.map(({ name }) => name),
      count,
    );
    const { found } = localised(more(names, 7));
    expect(found.flatMap(({ lines }) => lines)).toEqual([]);
  }
});

test('every suggestion of a line makes every equation hold', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const { found } = localised(shifted(ofColumn('other_org'), -1), seed);
    for (const { lines, suggestions, failing } of found) {
      if (lines.length === 0) continue;
      expect(suggestions[0]).toMatchObject({ repairs: failing.length, breaks: 0 });
    }
  }
});
