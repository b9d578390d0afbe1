import { expect, test } from 'vitest';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { searchPlaces } from '../../src/places/search-places.ts';

const codes = (asked: string): string[] => searchPlaces(loadGazetteer(), asked, 20).map(({ code }) => code);

/** What is asked for, and the code that comes first. */
const FIRST: readonly (readonly [asked: string, code: string])[] = [
  ['双辽', '220382'],
  ['双辽市', '220382'],
  ['220382', '220382'],
  ['２２０３', '220300'],
  ['22', '220000'],
  ['shuangliao', '220382'],
  ['Shuang Liao', '220382'],
  ['chongqing', '500000'],
  ["lu'an", '341500'],
  ['bozhou', '341600'],
  ['taizhou', '321200'],
  ['吉林', '220000'],
];
test.each(FIRST)('%s leads to %s', (asked, code) => expect(codes(asked)[0]).toBe(code));

test('the first letters of a name lead to it', () => expect(codes('sl')).toContain('220382'));

test('a former name leads to the place that it is today', () => {
  const [found] = searchPlaces(loadGazetteer(), '错那县', 1);
  expect(found).toMatchObject({ name: '错那市' });
});

test('nothing, blanks and what no place is called find nothing', () => {
  for (const asked of ['', ' ', '没有此地', 'zzzz', '999']) expect(codes(asked), asked).toEqual([]);
});
