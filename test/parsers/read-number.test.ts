import { describe, expect, test } from 'vitest';
import { looksLikeValue, type NumberReading, type Oddity, readNumber } from '../../parsers/read-number.ts';
import type { NumberKind } from '../../src/forms/form.ts';
import { countProcessorTime } from '../processor-time.ts';

type Expected = number | Exclude<NumberReading['status'], 'reported'>;

const said = ({ status, value }: NumberReading): Expected =>
  status === 'reported' ? (value ?? Number.NaN) : status;

/** Printed text, what it says, and what is odd about how it is printed. */
type Case = readonly [printed: string, expected: Expected, oddities?: readonly Oddity[]];

const rows = (cases: readonly Case[]): [string, Expected, readonly Oddity[]][] =>
  cases.map(([printed, expected, oddities = []]) => [printed, expected, oddities]);

const COUNTS: readonly Case[] = [
  ['0', 0],
  ['27', 27],
  ['999999999999999', 999_999_999_999_999],
  [' 12 ', 12],
  ['\u00a012\u3000', 12],
  ['\u200b12\ufeff', 12],
  ['1\u200b2', 12],
  ['', 'blank'],
  ['   ', 'blank'],
  ['\u00a0', 'blank'],
  ['\u3000\u200b\n', 'blank'],
  ['-', 'dash'],
  ['--', 'dash'],
  ['—', 'dash'],
  ['——', 'dash'],
  ['⸺', 'dash'],
  ['–', 'dash'],
  ['－', 'dash'],
  ['/', 'dash'],
  ['／', 'dash'],
  ['\\', 'dash'],
  ['无', 'dash'],
  ['没有', 'dash'],
  ['不涉及', 'dash'],
  ['不适用', 'dash'],
  ['N/A', 'dash'],
  ['*', 'dash'],
  ['⽆', 'dash'],
  ['00', 0, ['leading_zero']],
  ['007', 7, ['leading_zero']],
  ['１２', 12, ['full_width']],
  ['１２ 件', 12, ['full_width', 'unit_word']],
  ['3次', 3, ['unit_word']],
  ['3 件', 3, ['unit_word']],
  ['5人次', 5, ['unit_word']],
  ['400余条', 400, ['approximate', 'unit_word']],
  ['400条以上', 400, ['approximate', 'unit_word']],
  ['22（其中修订16件）', 22, ['note']],
  ['55（含自然失效29件）', 55, ['note']],
  ['22(其中修订16件)', 22, ['note']],
  ['22\n（其中\n修订16件）', 22, ['note']],
  ['1,113', 1113, ['thousands']],
  ['1，113', 1113, ['thousands']],
  ['1,234,567', 1_234_567, ['thousands']],
  ["1'234", 1234, ['thousands']],
  ['1,13', 'ambiguous'],
  ['5,6', 'ambiguous'],
  ['5，6', 'ambiguous'],
  ['5、6', 'ambiguous'],
  ['1,234、567', 'ambiguous'],
  ['１，１１３', 1113, ['full_width', 'thousands']],
  ['2 0', 20, ['spaces']],
  ['2\n0', 20, ['lines']],
  ['2\n件', 2, ['unit_word']],
  ['1 0 5', 105, ['spaces']],
  ['零', 0, ['words']],
  ['〇', 0, ['words']],
  ['O', 0, ['words']],
  ['-3', -3, ['sign']],
  ['+3', 3, ['sign']],
  ['12.0', 12, ['fraction']],
  ['3万', 30_000, ['unit_word']],
  ['3元', 'unreadable'],
  ['十二', 12, ['words']],
  ['一百零五', 105, ['words']],
  ['二十三件', 23, ['words', 'unit_word']],
  ['三', 3, ['words']],
  ['一', 'unreadable'],
  ['一百二', 'unreadable'],
  ['十余', 'unreadable'],
  ['三元', 'unreadable'],
  ['null', 'dash'],
  ['×', 'dash'],
  ['--/', 'dash'],
  ['约12', 'unreadable'],
  ['12%', 'unreadable'],
  ['12/13', 'unreadable'],
  ['1.2.3', 'unreadable'],
  ['12.', 'unreadable'],
  ['详见附件', 'unreadable'],
  ['2021年', 'unreadable'],
  ['(5)', 'unreadable'],
  ['3①', 3, ['note']],
  ['5²', 5, ['note']],
  ['½', 'unreadable'],
  ['3〔1〕', 3, ['note']],
  ['〔12〕27', 27, ['note']],
  ['40①', 40, ['note']],
  ['1,113 ²', 1113, ['thousands', 'note']],
  ['5½', 'unreadable'],
  ['①', 'unreadable'],
  ['〔12〕', 'unreadable'],
  ['2〔1〕7', 'unreadable'],
  ['12…', 'unreadable'],
  ['…', 'unreadable'],
  ['٣', 'unreadable'],
  ['0x1f', 'unreadable'],
  ['1e5', 'unreadable'],
  ['NaN', 'unreadable'],
  ['Infinity', 'unreadable'],
  ['12345678901234567', 'unreadable'],
  ['9007199254740991', 9_007_199_254_740_991],
  ['9007199254740992', 'unreadable'],
  ['9007199254740993', 'unreadable'],
  ['9,007,199,254,740,993', 'unreadable'],
  ['0.1234567890123456', 'unreadable'],
];

const CHANGES: readonly Case[] = [
  ['0', 0],
  ['+3', 3],
  ['-3', -3],
  ['－3', -3],
  ['−3', -3],
  ['‑3', -3],
  ['–3', -3],
  ['＋３', 3, ['full_width']],
  ['增加3', 3],
  ['减少3', -3],
  ['增3', 3],
  ['减3', -3],
  ['↓3', -3],
  ['-0', 0],
  ['- 3', -3],
  ['减少', 'unreadable'],
  ['增3减2', 'unreadable'],
];

describe('readNumber', () => {
  test.each(rows(COUNTS))('reads the count %j as %j', (printed, expected, oddities) => {
    const reading = readNumber(printed);
    expect(said(reading)).toBe(expected);
    expect([...reading.oddities].sort()).toEqual([...oddities].sort());
  });

  test.each(rows(CHANGES))('reads the change %j as %j', (printed, expected, oddities) => {
    const reading = readNumber(printed, 'change');
    expect(said(reading)).toBe(expected);
    expect([...reading.oddities].sort()).toEqual([...oddities].sort());
  });

  test.each<[printed: string, unit: string | undefined, expected: Expected, converted?: string]>([
    ['25.1', undefined, 25.1],
    ['1,5', undefined, 'ambiguous'],
    ['1798.66', undefined, 1798.66],
    ['251000元', undefined, 25.1, '元'],
    ['251000 元', undefined, 25.1, '元'],
    ['251,000元', undefined, 25.1, '元'],
    ['25.1万元', undefined, 25.1],
    ['25.1万', undefined, 25.1],
    ['2.5亿元', undefined, 25_000, '亿元'],
    ['251000', '元', 25.1, '元'],
    ['25.1', '万元', 25.1],
    ['2.5', '亿元', 25_000, '亿元'],
    ['25.1万元', '元', 25.1],
    ['0元', undefined, 0, '元'],
    ['3件', undefined, 'unreadable'],
    ['-', '元', 'dash'],
    ['', '元', 'blank'],
    ['0.1元', undefined, 0.00001, '元'],
  ])('reads the amount %j under %j as %j of 10,000 yuan', (printed, unit, expected, converted) => {
    const reading = readNumber(printed, 'amount_10k_yuan', unit);
    expect(said(reading)).toBe(expected);
    expect(reading.converted).toBe(converted);
  });

  test('a unit in the header changes no count', () => {
    expect(readNumber('251000', 'count', '元').value).toBe(251_000);
  });

  test.each([
    ['digits', '1'.repeat(1 << 20)],
    ['digits and blanks', '1 '.repeat(1 << 19)],
    ['commas', `1${','.repeat(1 << 20)}`],
    ['blanks between two digits', `1${' '.repeat(1 << 20)}x`],
    ['dashes and a letter', `${'-'.repeat(1 << 20)}x`],
    ['open brackets', `1${'（'.repeat(1 << 20)}`],
    ['text', '公开'.repeat(1 << 19)],
    ['full width digits', '１'.repeat(1 << 20)],
  ])('a megabyte of %s costs next to nothing and is no number', (_, text) => {
    const spentMs = countProcessorTime();
    for (const kind of ['count', 'change', 'amount_10k_yuan'] as const satisfies readonly NumberKind[]) {
      expect(readNumber(text, kind).status).toBe('unreadable');
      expect(looksLikeValue(text)).toBe(false);
    }
    expect(spentMs()).toBeLessThan(200);
  });
});

describe('looksLikeValue', () => {
  test.each(['', '0', '27', '-', '无', '1,113', '+3', '251000元', '22（其中修订16件）', '2 0', '2\ufffd'])(
    '%j may be the content of a number cell',
    (text) => expect(looksLikeValue(text)).toBe(true),
  );
  test('a megabyte of blanks is blank', () => {
    expect(readNumber(' '.repeat(1 << 20)).status).toBe('blank');
    expect(looksLikeValue(' '.repeat(1 << 20))).toBe(true);
  });
  test.each(['规章', '（七）总计', '一', '十二', '第二十条第（一）项', '1.属于国家秘密', '注：1', '2021年'])(
    '%j may not',
    (text) => expect(looksLikeValue(text)).toBe(false),
  );
});
