import { expect, test } from 'vitest';
import { checkOwnYears, checkPeers } from '../../../src/validators/peers/check-size.ts';
import { median, robustScore } from '../../../src/validators/peers/robust-score.ts';
import { THRESHOLDS } from '../../../src/validators/peers/thresholds.ts';

const PENALTIES = 'disclosure.penalties.decisions';
const FEES = 'disclosure.fees.amount_10k_yuan';
const of = (variable: string, ...values: readonly number[]) =>
  values.map((value) => new Map([[variable, value]]));
const one = (variable: string, value: number) => new Map([[variable, value]]);
const rules = (findings: readonly { rule: string }[]): string[] => findings.map(({ rule }) => rule);

test('the median of an even number is between the two in the middle', () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([])]).toEqual([2, 2.5, 0]);
});

test('a score is the same distance up and down, and never rests on a spread of nothing', () => {
  const up = robustScore(99, [9, 9, 9, 9], 0.5);
  expect(up).toBeCloseTo(Math.log(10) / 0.5);
  expect(robustScore(9, [99, 99, 99, 99], 0.5)).toBeCloseTo(-up);
});

test.each([
  ['a tenfold number', 10_000, [1000, 1100, 900, 1050], ['series.jump']],
  ['a fifth more', 1200, [1000, 1100, 900, 1050], []],
  ['a number that moves much anyway', 10_000, [1000, 4000, 300, 9000], []],
  ['one of few', 9, [1, 0, 1, 1], []],
  ['three other years', 10_000, [1000, 1100, 900], []],
])('beside its own years: %s', (_, value, others, wanted) => {
  expect(rules(checkOwnYears(one(PENALTIES, value), of(PENALTIES, ...others)))).toEqual(wanted);
});

test.each([
  ['in yuan', 4_100_000, [400, 420], ['series.unit']],
  ['as always', 410, [400, 420], []],
  ['where the others are in yuan', 400, [4_100_000, 4_200_000], []],
  ['with one other year', 4_100_000, [400], []],
])('fees %s', (_, value, others, wanted) => {
  expect(rules(checkOwnYears(one(FEES, value), of(FEES, ...others)))).toEqual(wanted);
});

const peers = of(
  PENALTIES,
  ...Array.from({ length: THRESHOLDS.peers.least }, (_, index) => 1000 + index * 50),
);

test('beside its peers, a low number is not told of when the body always has it; a high one is', () => {
  expect(rules(checkPeers(one(PENALTIES, 0), peers))).toEqual(['peer.outlier']);
  expect(checkPeers(one(PENALTIES, 0), peers, of(PENALTIES, 0, 0))).toEqual([]);
  expect(rules(checkPeers(one(PENALTIES, 900_000), peers, of(PENALTIES, 900_000, 900_000)))).toEqual([
    'peer.outlier',
  ]);
  expect(checkPeers(one(PENALTIES, 0), peers.slice(1))).toEqual([]);
});
