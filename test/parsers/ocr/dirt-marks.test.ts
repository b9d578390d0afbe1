import { expect, it } from 'vitest';
import { withoutMarks } from '../../../parsers/ocr/dirt-marks.ts';

it.each([
  [':1', '1'],
  ['144.', '144'],
  ['“6°', '6'],
  ['1,234', '1,234'],
  ['.5', '.5'],
  ['-5', '-5'],
  ['12、', '12'],
  ['：', '：'],
  [':', ':'],
  ['其他:', '其他:'],
  ['', ''],
])('%s without the marks of dirt is %s', (text, rest) => {
  const chars = [...text];
  expect(chars.slice(...withoutMarks(chars)).join('')).toBe(rest);
});
