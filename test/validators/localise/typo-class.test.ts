import { expect, test } from 'vitest';
import { classifyTypo, isExchange } from '../../../src/validators/localise/typo-class.ts';

const slip = (printed: number | null, right: number, more: object = {}) =>
  classifyTypo({ printed, right, neighbours: [], isTotal: false, ...more });

test.each([
  [null, 5, 'blank_for_number'],
  [0, 12, 'zero_for_number'],
  [7, 0, 'number_for_zero'],
  [12, 123, 'digit_lost'],
  [1123, 123, 'digit_added'],
  [132, 123, 'digits_swapped'],
  [153, 123, 'digit_replaced'],
  [1230, 123, 'shifted'],
  [123, 12300, 'shifted'],
  [40, 213, 'other'],
] as const)('%s for %i is %s', (printed, right, name) => expect(slip(printed, right)).toBe(name));

test('a number that stands in the next cell', () => {
  expect(slip(40, 213, { neighbours: [7, 40] })).toBe('neighbour');
});

test('a total that is off by no slip of the hand was not updated', () => {
  expect(slip(40, 213, { isTotal: true })).toBe('total_not_updated');
});

test('two cells that hold the numbers of each other', () => {
  expect(
    isExchange([
      { printed: 3, right: 8 },
      { printed: 8, right: 3 },
    ]),
  ).toBe(true);
  expect(
    isExchange([
      { printed: 3, right: 8 },
      { printed: 8, right: 4 },
    ]),
  ).toBe(false);
  expect(isExchange([{ printed: 3, right: 3 }])).toBe(false);
});
