import { expect, test } from 'vitest';
import { agencyKey, isWholeGovernment, seriesKey } from '../../src/model/agency.ts';

test.each([
  ['双辽市', '政府'],
  ['双辽市人民政府', '政府'],
  ['双辽市政府', '政府'],
  ['吉林省双辽市人民政府', '政府'],
  ['双辽市人民政府办公室', '政府办公室'],
  ['双辽市政府 办公室', '政府办公室'],
  ['双辽市教育局', '教育局'],
  ['教育局', '教育局'],
  ['双辽市卧虎镇人民政府', '卧虎镇政府'],
])('%s in 双辽市 is its %s', (agency, key) => {
  expect(agencyKey(agency, '双辽市')).toBe(key);
});

const of = (agency: string, place = '双辽市', division = '220382') => ({
  agency,
  place,
  division,
  year: 2021,
});

test('a government and its office are one series and two bodies; a league has a 行政公署', () => {
  expect(seriesKey(of('双辽市政府办公室'))).toBe(seriesKey(of('双辽市')));
  expect(isWholeGovernment('双辽市政府办公室', '双辽市')).toBe(false);
  expect(isWholeGovernment('锡林郭勒盟行政公署', '锡林郭勒盟')).toBe(true);
});

test('bodies of other places, departments and towns are other series; what is not known has none', () => {
  const keys = [
    of('双辽市'),
    of('双辽市教育局'),
    of('双辽市卧虎镇政府办公室'),
    of('梨树县', '梨树县', '220322'),
  ].map(seriesKey);
  expect(new Set(keys).size).toBe(4);
  expect(seriesKey({ ...of('双辽市'), year: null })).toBeNull();
  expect(seriesKey({ ...of('双辽市'), agency: null })).toBeNull();
});
