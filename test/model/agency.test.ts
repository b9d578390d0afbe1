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
  ['四平市公安局双辽市分局', '四平市公安局双辽市分局'],
  ['吉林省双辽市农业农村局驻双辽市办事处', '农业农村局驻双辽市办事处'],
  ['双辽市农业农村局驻双辽市办事处', '农业农村局驻双辽市办事处'],
])('%s in 双辽市 is its %s', (agency, key) => {
  expect(agencyKey(agency, '双辽市')).toBe(key);
});

test('an office is not the whole government; a league has a 行政公署', () => {
  expect(isWholeGovernment('双辽市政府办公室', '双辽市')).toBe(false);
  expect(isWholeGovernment('锡林郭勒盟行政公署', '锡林郭勒盟')).toBe(true);
});
