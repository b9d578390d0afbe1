import { expect, test } from 'vitest';
import { agencyKey, isWholeGovernment } from '../../src/model/agency.ts';

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
  ['双辽市教育局（双辽市体育局）', '教育局'],
  ['双辽市教育局（本级）', '教育局(本级)'],
  ['四平市公安局双辽市分局', '四平市公安局双辽市分局'],
  ['吉林省双辽市农业农村局驻双辽市办事处', '农业农村局驻双辽市办事处'],
  ['双辽市农业农村局驻双辽市办事处', '农业农村局驻双辽市办事处'],
])('%s in 双辽市 is its %s', (agency, key) => {
  expect(agencyKey(agency, '双辽市')).toBe(key);
});

test('a province in front of a short name of the place is no part of the body', () => {
  const [whole, short] = ['湖北省恩施州教育局', '恩施州教育局'].map((name) =>
    agencyKey(name, '恩施土家族苗族自治州'),
  );
  expect(whole).toBe(short);
  expect(agencyKey('湖北省恩施土家族苗族自治州教育局', '恩施土家族苗族自治州')).toBe('教育局');
});

test('an office is not the whole government; a league has a 行政公署', () => {
  expect(isWholeGovernment('双辽市政府办公室', '双辽市')).toBe(false);
  expect(isWholeGovernment('锡林郭勒盟行政公署', '锡林郭勒盟')).toBe(true);
});
