import { expect, test } from 'vitest';
import { readClaims } from '../../../parsers/read-claims.ts';
import { checkNarrativeArithmetic } from '../../../src/validators/narrative/arithmetic.ts';
import { compareClaims } from '../../../src/validators/narrative.ts';
import { cellsBy } from '../reading.ts';
import { SENTENCES, SHORT, TABLE } from './sentences.ts';

const OWNER = /^\[(.+)\]/;

/** A short report of an agency that holds the sentence. */
function saidOf(sentence: string): string {
  const owner = OWNER.exec(sentence)?.[1] ?? '某县人民政府';
  let start = 0;
  const paragraphs = [
    `${owner}2021年政府信息公开工作年度报告`,
    '政府信息公开申请情况',
    sentence.replace(OWNER, ''),
  ].map((text) => {
    start += text.length;
    return { text, start: start - text.length, end: start };
  });
  const { findings } = compareClaims(readClaims(paragraphs, 2021), cellsBy(TABLE));
  const claims = findings
    .filter(({ outcome }) => outcome === 'fail')
    .map(({ severity, scope, actual }) => `${severity} ${SHORT[scope] ?? scope} ${actual}`);
  const sums = checkNarrativeArithmetic(paragraphs).findings.map(({ expected }) => `sum ${expected}`);
  return [...claims, ...sums].join('; ');
}

test('the sentences are many enough to mean something', () => expect(SENTENCES.length).toBeGreaterThan(60));
test.each(SENTENCES)('%s', (sentence, said) => expect(saidOf(sentence)).toBe(said));
