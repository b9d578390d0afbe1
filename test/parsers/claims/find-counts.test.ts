import { describe, expect, test } from 'vitest';
import { findCounts } from '../../../parsers/claims/find-counts.ts';

describe('findCounts', () => {
  test.each<[string, number[]]>([
    ['收到27件，答复28件', [27, 28]],
    ['1,113件', [1113]],
    ['于2021,340件', [340]],
    ['二十七件、两件、十件', [27, 2, 10]],
    ['400余件、20多件、十几件、近百余件', []],
    ['1.2万件、3.5件、12万件', []],
    ['30件左右、30件以上、27件次、27件(次)', []],
    ['第1件、第一件', []],
    ['占33.9%，27篇，27人', []],
    ['27条，第27条', [27]],
    ['一百二件', []],
  ])('%s → %j', (text, values) => {
    expect(findCounts(text).map(({ value }) => value)).toEqual(values);
  });
});
