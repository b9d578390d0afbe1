import { expect, test } from 'vitest';
import { bandsOf, printProse, similarity } from '../../../src/validators/peers/prose-print.ts';
import { createRandom } from '../../generate/random.ts';

const CHARACTERS =
  '政府信息公开工作年度报告申请答复主动依法行政机关群众服务平台建设制度管理监督保障发布解读回应';
const write = (seed: number, length: number): string => {
  const random = createRandom(seed);
  return Array.from({ length }, () => random.pick([...CHARACTERS])).join('');
};
const print = (text: string, agency = '双辽市教育局', place = '双辽市', year = 2021): Uint8Array =>
  Buffer.from(printProse([{ text, start: 0, end: text.length }], { agency, place, year }) ?? '', 'base64');

const TEXT = write(1, 3000);

test('the same text under other names, in another year and with other blanks has the same print', () => {
  const first = print(`双辽市教育局2021年${TEXT}双辽市`);
  const other = print(`梨树县司法局 2022 年${TEXT}\n梨树县`, '梨树县司法局', '梨树县', 2022);
  expect(similarity(first, other)).toBe(1);
  expect(bandsOf(first)).toEqual(bandsOf(other));
});

test('the share of equal slots is about the share of text in common', () => {
  for (const [kept, least, most] of [
    [2700, 0.6, 0.97],
    [1500, 0.15, 0.55],
    [0, 0, 0.06],
  ] as const) {
    const share = similarity(print(TEXT), print(TEXT.slice(0, kept) + write(2, 3000 - kept)));
    expect(share).toBeGreaterThanOrEqual(least);
    expect(share).toBeLessThanOrEqual(most);
  }
});

test('a text of a few words has none, and texts that differ share no band', () => {
  expect(
    printProse([{ text: TEXT.slice(0, 300), start: 0, end: 300 }], { agency: null, place: null, year: null }),
  ).toBeNull();
  const bands = new Set(bandsOf(print(TEXT)).map((band) => Buffer.from(band).toString('hex')));
  const others = bandsOf(print(write(3, 3000))).map((band) => Buffer.from(band).toString('hex'));
  expect(others.filter((band) => bands.has(band))).toEqual([]);
});
