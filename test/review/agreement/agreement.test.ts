import { describe, expect, test } from 'vitest';
import { cohenKappa, type Pair } from '../../../src/review/agreement/cohen-kappa.ts';
import { share } from '../../../src/review/agreement/interval.ts';
import { krippendorffAlpha } from '../../../src/review/agreement/krippendorff-alpha.ts';
import { measureAgreement } from '../../../src/review/agreement/measure-agreement.ts';

/** A square of counts, rows of the first person and columns of the second, as pairs. */
const pairsOf = (square: readonly (readonly number[])[]): Pair[] =>
  square.flatMap((row, a) =>
    row.flatMap((count, b) => Array.from({ length: count }, (): Pair => [`c${a}`, `c${b}`])),
  );

describe("Cohen's kappa", () => {
  // https://en.wikipedia.org/wiki/Cohen%27s_kappa: "Simple example" and the two of "Same percentages but different numbers".
  test.each([
    [
      [
        [20, 5],
        [10, 15],
      ],
      0.4,
    ],
    [
      [
        [45, 15],
        [25, 15],
      ],
      0.06 / 0.46,
    ],
    [
      [
        [25, 35],
        [5, 35],
      ],
      0.14 / 0.54,
    ],
  ] as const)('of %j is %f', (square, kappa) => {
    expect(cohenKappa(pairsOf(square))).toMatchObject({ value: expect.closeTo(kappa, 6) });
  });

  test('of the diagnoses of 100 patients is .68 with a standard error of .087 (Fleiss, Levin and Paik 2003, table 18.2)', () => {
    const kappa = cohenKappa(
      pairsOf([
        [75, 1, 4],
        [5, 4, 1],
        [0, 0, 10],
      ]),
    );
    if (typeof kappa === 'string') throw new Error(kappa);
    expect(kappa.value).toBeCloseTo(23 / 34, 6);
    expect((kappa.value - (kappa.low ?? 0)) / 1.959963984540054).toBeCloseTo(0.087, 2);
  });

  test('is undefined without units, and where both only ever say the same one thing', () => {
    expect(cohenKappa([])).toBe('no_units');
    expect(cohenKappa(pairsOf([[7]]))).toBe('one_category');
    expect(
      cohenKappa(
        pairsOf([
          [0, 7],
          [0, 0],
        ]),
      ),
    ).toMatchObject({ value: 0 });
  });
});

describe("Krippendorff's alpha", () => {
  // Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), examples A, B and C with nominal data.
  const columns = (...rows: readonly string[]) =>
    Array.from({ length: rows[0]?.length ?? 0 }, (_, at) =>
      rows.flatMap((row) => (row[at] === '.' ? [] : (row[at] ?? []))),
    );
  test.each([
    ['binary data, two observers', columns('0100000010', '1110010000'), 1 - 76 / 84, 0.095],
    ['nominal data, two observers', columns('aabbdcccedda', 'babbbccceddd'), 310 / 448, 0.692],
    [
      'four observers, missing data',
      columns('123321412...', '1233224125.3', '.3332342251.', '12332441251.'),
      904 / 1216,
      0.743,
    ],
  ] as const)('of %s is as published', (_, units, alpha, published) => {
    const found = krippendorffAlpha(units);
    if (typeof found === 'string') throw new Error(found);
    expect(found.value).toBeCloseTo(alpha, 6);
    expect(found.value).toBeCloseTo(published, 3);
    expect(found.low ?? 9).toBeLessThan(found.value);
    expect(found.high ?? -9).toBeGreaterThan(found.value);
  });

  test('is undefined when nothing was judged twice, or only one category was used', () => {
    expect(krippendorffAlpha([])).toBe('no_units');
    expect(krippendorffAlpha([['a'], ['b']])).toBe('no_units');
    expect(
      krippendorffAlpha([
        ['a', 'a'],
        ['a', 'a'],
      ]),
    ).toBe('one_category');
  });
});

test('full agreement in a few cases is given without an interval, not with one of no width', () => {
  const four = ['a', 'b', 'a', 'b'].map((one): Pair => [one, one]);
  expect(cohenKappa(four)).toEqual({ value: 1, low: null, high: null });
  expect(krippendorffAlpha(four)).toEqual({ value: 1, low: null, high: null });
});

test('a share of nothing is undefined; one of all is not certain', () => {
  expect(share(0, 0)).toBe('no_units');
  // Wilson (1927): 10 of 10 gives [0.7225, 1].
  expect(share(10, 10)).toMatchObject({
    value: 1,
    low: expect.closeTo(0.722467, 6),
    high: expect.closeTo(1, 9),
  });
});

test('agreement is told over all, by rule and by pair; being unsure counts, one person alone does not', () => {
  const reviews = [
    {
      rule: 'a',
      ratings: [
        ['李', 'unsure'],
        ['王', 'publisher_error'],
      ],
    },
    {
      rule: 'a',
      ratings: [
        ['王', 'unsure'],
        ['李', 'unsure'],
      ],
    },
    {
      rule: 'b',
      ratings: [
        ['赵', 'unsure'],
        ['李', 'unsure'],
        ['王', 'not_an_error'],
      ],
    },
    { rule: 'b', ratings: [['赵', 'unsure']] },
  ] as const;
  expect(
    measureAgreement(reviews).map(({ rule, pair, findings, agreed }) => [rule, pair, findings, agreed]),
  ).toEqual([
    [null, null, 3, 2],
    ['a', null, 2, 1],
    ['b', null, 1, 1],
    [null, ['李', '王'], 2, 1],
    [null, ['李', '赵'], 1, 1],
  ]);
  const [all, , b] = measureAgreement(reviews);
  expect(all?.kappa).toBeNull();
  expect(b).toMatchObject({ raw: { value: 1 }, alpha: 'one_category' });
  expect(measureAgreement([])).toMatchObject([{ findings: 0, raw: 'no_units', alpha: 'no_units' }]);
});
