import { expect, test } from 'vitest';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { reorganisationsIn } from '../../src/places/reorganised.ts';
import { seriesKey } from '../../src/places/series-key.ts';

const of = (agency: string, place = '双辽市', division = '220382') => ({
  agency,
  place,
  division,
  year: 2021,
});

test('a government and its office are one series', () => {
  expect(seriesKey(of('双辽市政府办公室'))).toBe(seriesKey(of('双辽市')));
});

test('bodies of other places, departments and towns are other series; what is not known has none', () => {
  const keys = [
    of('双辽市'),
    of('双辽市教育局'),
    of('双辽市卧虎镇政府办公室'),
    of('梨树县', '梨树县', '220322'),
  ].map((report) => seriesKey(report));
  expect(new Set(keys).size).toBe(4);
  expect(seriesKey({ ...of('双辽市'), year: null })).toBeNull();
  expect(seriesKey({ ...of('双辽市'), agency: null })).toBeNull();
});

const government = (place: string, division: string, year: number) => ({
  ...{ agency: `${place}人民政府`, place, division, year },
});

test('a place that only got another name or code goes on', () => {
  // 通州市 became 通州区 of 南通 in 2009 (国函〔2009〕34号).
  const before = seriesKey(government('通州市', '320683', 2008));
  expect(seriesKey(government('通州区', '320612', 2021))).toBe(before);
  // 曾都区 got the code 421303 when 随县 was split off.
  const split = [
    government('曾都区', '421302', 2008),
    government('曾都区', '421303', 2010),
    government('随县', '421321', 2010),
  ].map((report) => seriesKey(report));
  expect(split[1]).toBe(split[0]);
  expect(split[2]).not.toBe(split[0]);
});

test('the place that another went into goes on, the other does not', () => {
  const pudong = [2008, 2021].map((year) => seriesKey(government('浦东新区', '310115', year)));
  expect(pudong[0]).toBe(pudong[1]);
  expect(seriesKey(government('南汇区', '310119', 2008))).not.toBe(pudong[0]);
});

test('two places never share a series', () => {
  const gazetteer = loadGazetteer();
  const places = new Map<string, unknown>();
  for (const unit of new Set([...gazetteer.unitsByCode.values()].flat()))
    for (const row of unit.rows) {
      const key = seriesKey(government(row.name, row.code, row.firstYear), gazetteer) ?? '';
      expect(places.get(key) ?? unit, `${row.code} ${row.name}`).toBe(unit);
      places.set(key, unit);
    }
  expect(places.size).toBeGreaterThan(3000);
});

test('merges and splits are told of on both sides, in their year only', () => {
  const gazetteer = loadGazetteer();
  expect(reorganisationsIn(gazetteer, '310115', 2009)).toMatchObject([
    { kind: 'gained', name: '南汇区', date: '2009-04-24' },
  ]);
  expect(reorganisationsIn(gazetteer, '421321', 2009)).toMatchObject([{ kind: 'gained', name: '曾都区' }]);
  expect(reorganisationsIn(gazetteer, '310115', 2010)).toEqual([]);
  expect(reorganisationsIn(gazetteer, '320612', 2009)).toEqual([]);
});
