import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Paragraph } from '../../parsers/document.ts';
import { readClaims } from '../../parsers/read-claims.ts';
import type { Claim } from '../../src/model/claim.ts';
import { countProcessorTime } from '../processor-time.ts';
import { SENTENCES, SHORT } from './claims/sentences.ts';
import { WORDINGS } from './claims/wordings.ts';

const LONG = Object.fromEntries(Object.entries(SHORT).map(([short, long]) => [long, short]));

function toParagraphs(text: string): Paragraph[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const paragraph = { text: line, start, end: start + line.length };
    start = paragraph.end + 1;
    return paragraph;
  });
}

function summarise(claims: readonly Claim[]): string {
  return claims
    .map(
      ({ scope, variable, value }) => `${scope === 'other' ? '?' : ''}${LONG[variable] ?? variable}=${value}`,
    )
    .join(' ');
}

const claimsOf = (text: string, year: number | null = 2021) => readClaims(toParagraphs(text), year);

describe('sentences', () => {
  test.each(SENTENCES)('%s', (sentence, expected) => {
    expect(summarise(claimsOf(sentence))).toBe(expected);
  });
});

describe('wordings of applications', () => {
  test.each(WORDINGS)('%s', (sentence, expected) => {
    expect(summarise(claimsOf(sentence))).toBe(expected);
  });
});

describe('text of a claim', () => {
  test('is the shortest telling piece and its place in the running text', () => {
    const text = '一、总体情况\n全年收到政府信息公开申请27件,答复２８ 件(上年结转1件)。';
    expect(claimsOf(text).map((claim) => claim.text)).toEqual([
      '收到政府信息公开申请27件',
      '答复２８ 件',
      '上年结转1件',
    ]);
    for (const { text: piece, start, end } of claimsOf(text)) expect(text.slice(start, end)).toBe(piece);
  });

  test('survives line breaks and zero-width characters inside a number', () => {
    expect(summarise(claimsOf('全年收到政府信息公\u200b开申请1 0\u200b3件。'))).toBe('new=103');
  });
});

describe('paragraphs', () => {
  test('a heading says what the paragraph below speaks of', () => {
    expect(summarise(claimsOf('（二）依申请公开情况\n2021年受理27件，办结27件。'))).toBe('new=27 done=27');
    expect(summarise(claimsOf('（一）主动公开情况\n2021年受理27件，办结27件。'))).toBe('');
  });

  test('an office counts itself, and 全市 is more than its tables', () => {
    const title = '某市公安局2021年政府信息公开工作年度报告\n';
    expect(summarise(claimsOf(`${title}市公安局共收到政府信息公开申请27件。`))).toBe('new=27');
    expect(summarise(claimsOf(`${title}全市共收到政府信息公开申请27件。`))).toBe('?new=27');
  });

  test.each([
    ['某县红旗街道办事处', '红旗街道办事处未收到政府信息公开申请。', 'new=0'],
    ['某县红旗街道办事处', '2021年，街道共收到政府信息公开申请27件。', 'new=27'],
    ['某县红旗街道', '街道未收到任何政府信息公开申请。', 'new=0'],
    ['某县红旗镇人民政府', '红旗镇共收到政府信息公开申请27件。', 'new=27'],
    ['某县红旗镇人民政府', '东风镇共收到政府信息公开申请27件。', '?new=27'],
    ['某县人民政府', '红旗街道共收到政府信息公开申请27件。', '?new=27'],
    ['某县教育局', '2021年，县教育局共受理政府信息公开申请7件。', 'new=7'],
  ])('of %s: %s', (agency, sentence, claims) => {
    expect(summarise(readClaims(toParagraphs(sentence), 2021, agency))).toBe(claims);
  });

  test('without a year, a printed year names no row', () => {
    expect(summarise(claimsOf('依申请公开中，2020年结转4件，上年结转5件。', null))).toBe('in=5');
  });
});

describe('arbitrary text', () => {
  const words = fc.constantFrom(
    ...[
      '收到',
      '政府信息公开申请',
      '27',
      '件',
      '，',
      '。',
      '（',
      '）',
      '含上年结转',
      '一百零',
      '均为0',
      '未',
      '行政复议',
    ],
    ...['、', '其中', '\n', ' ', '予以公开', '2020年', '全市', '\u200b', '😀', '\ud800', '%', '|', '１'],
  );
  test('never throws, and every place slices to its text', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 60 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(anyText, fc.option(fc.integer({ min: 2000, max: 2099 })), (text, year) => {
        for (const claim of claimsOf(text, year)) {
          expect(text.slice(claim.start, claim.end)).toBe(claim.text);
          expect(claim.end).toBeGreaterThan(claim.start);
          expect(Number.isSafeInteger(claim.value)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  /** Quadratic work on 200 kB takes minutes; the bound leaves room for a busy machine. */
  const BOUND_MS = 10_000;
  test.each([
    ['digits', '1'],
    ['thousands', '1,000'],
    ['numerals', '一百零'],
    ['filler', '政府信息公开申请'],
    ['heads', '收到'],
    ['counts', '收到申请27件'],
    ['counts with commas', '收到政府信息公开申请27件，'],
    ['lists', '行政复议、行政诉讼、'],
    ['lists together', '行政复议、行政诉讼均为0'],
    ['denials', '未'],
    ['denials told', '未收到政府信息公开申请，'],
    ['denied challenges', '未发生政府信息公开行政复议、诉讼，'],
    ['zeros and counts', '行政复议均为0，收到申请1件，'],
    ['quoted names', '现公布某县2021年'],
    ['denied gaps', '未发生政府信息公开'],
    ['denied everyone', '未收到公民、法人和其他组织'],
    ['brackets', '('],
    ['closed brackets', '(含)1件'],
    ['topics', '依申请公开提案1件'],
    ['times', '较去年2020年'],
    ['places', '市县区'],
    ['channels', '通过网上等'],
    ['included', '收到申请1件(含上年'],
    ['links', '的', '未发生行政复议'],
    ['cases', '案件', '未发生诉讼'],
    ['links and cases', '提起发生的', '未发生行政复议'],
    ['words between', '政府信息公开', '收到'],
  ])('200 kB of %s are read in linear time', (_, unit, head = '') => {
    const text = `依申请公开：${head}${unit.repeat(Math.ceil(200_000 / unit.length))}，收到申请27件，未收到`;
    const spentMs = countProcessorTime();
    claimsOf(text);
    expect(spentMs()).toBeLessThan(BOUND_MS);
  });
});

const SHUANGLIAO = '../shared/fixtures/shuangliao-2021.txt';
describe.skipIf(!existsSync(SHUANGLIAO))('Shuangliao 2021', () => {
  const text = existsSync(SHUANGLIAO) ? readFileSync(SHUANGLIAO, 'utf8') : '';
  test('tells these counts and no others', () => {
    expect(summarise(claimsOf(text))).toBe(
      '?force=1 new=27 done=28 in=1 granted=12 part=2 refused=1 unavailable=12 rejected=0 other=0 review=0 suit=0 review=0',
    );
  });

  test('answers 28', () => {
    const claim = claimsOf(text).find(({ variable }) => variable === SHORT.done);
    expect(claim).toMatchObject({ value: 28, text: '答复28件', scope: 'agency' });
    expect(text.slice(claim?.start, claim?.end)).toBe('答复28件');
  });
});
