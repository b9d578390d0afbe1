import { expect, test } from 'vitest';
import { PHRASES } from '../../../parsers/claims/phrases.ts';

test('no word between is the beginning of another, so that a text has one reading and matching stays linear', () => {
  for (const { variable, between } of PHRASES) {
    const words = between.filter((word) => !word.startsWith('('));
    const clashes = words.filter((word) => words.some((other) => other !== word && other.startsWith(word)));
    expect(clashes, variable).toEqual([]);
  }
});

test('every variable is one of the form, or a sum of its rows', () => {
  const names = /^(?:applications|challenges|disclosure)\.[a-z_]+\.[a-z_]+$/;
  expect(PHRASES.map(({ variable }) => variable).filter((variable) => !names.test(variable))).toEqual([]);
});
