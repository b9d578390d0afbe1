import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isInForce, levelOfCode } from '../../src/places/division.ts';
import {
  parseAreaCodes,
  parseDivisionChanges,
  parseDivisionRows,
  parsePostcodes,
} from '../../src/places/parse-tables.ts';

const read = (file: string): string =>
  readFileSync(new URL(`../../data/divisions/${file}`, import.meta.url), 'utf8');
const rows = parseDivisionRows(read('codes.tsv'));
const changes = parseDivisionChanges(read('changes.tsv'));
const areaCodes = parseAreaCodes(read('area-codes.tsv'));
const postcodes = parsePostcodes(read('postcodes.tsv'));
const YEARS = Array.from({ length: 18 }, (_, index) => 2008 + index);
const find = (code: string, name: string) => rows.find((row) => row.code === code && row.name === name);
const yearOf = (date: string): number => Number(date.slice(0, 4));

describe('codes.tsv', () => {
  it('gives a code one name a year', () => {
    for (const year of YEARS) {
      const codes = rows.filter((row) => isInForce(row, year)).map((row) => row.code);
      expect(new Set(codes).size, `${year}`).toBe(codes.length);
    }
  });

  it('stands in order of code and year, and no row ends before it begins', () => {
    for (const [index, row] of rows.entries()) {
      const previous = rows[index - 1];
      expect(row.lastYear ?? 9999, row.code).toBeGreaterThanOrEqual(row.firstYear);
      if (previous)
        expect(previous.code + previous.firstYear < row.code + row.firstYear, row.code).toBe(true);
    }
  });

  it('puts every county in a province of the same year', () => {
    for (const row of rows) {
      const province = rows.find((each) => each.code === `${row.code.slice(0, 2)}0000`);
      expect(province?.firstYear, row.code).toBe(2008);
    }
  });

  // 民政事业发展统计公报 of each year, plus the three island groups of Hainan that GB/T 2260-2007 counts (until 2011).
  it.each([
    [2008, 34, 333, 2862],
    [2012, 34, 333, 2852],
    [2016, 34, 334, 2851],
    [2020, 34, 333, 2844],
    [2024, 34, 333, 2846],
    [2025, 34, 333, 2845],
  ])('counts the places of %i', (year, provinces, prefectures, counties) => {
    const count = (level: string): number =>
      rows.filter((row) => isInForce(row, year) && levelOfCode(row.code) === level).length;
    expect([count('province'), count('prefecture'), count('county')]).toEqual([
      provinces,
      prefectures,
      counties,
    ]);
  });

  it('has prefectures without counties, counties without prefectures, and the cities of the 兵团', () => {
    for (const [code, name] of [
      ['441900', '东莞市'],
      ['442000', '中山市'],
      ['460400', '儋州市'],
      ['620200', '嘉峪关市'],
      ['429021', '神农架林区'],
      ['469022', '屯昌县'],
      ['419001', '济源市'],
      ['659001', '石河子市'],
      ['659012', '白杨市'],
      ['710000', '台湾省'],
      ['810000', '香港特别行政区'],
      ['820000', '澳门特别行政区'],
    ] as const)
      expect(find(code, name)?.lastYear, name).toBeNull();
  });
});

describe('changes.tsv', () => {
  it('is in order of date', () => {
    const dates = changes.map((change) => change.date);
    expect(dates).toEqual([...dates].sort());
  });

  it('names only rows of codes.tsv that meet in its year', () => {
    for (const change of changes) {
      const year = yearOf(change.date);
      const label = `${change.date} ${change.fromName} ${change.toName}`;
      const to = find(change.toCode, change.toName);
      expect(to && isInForce(to, year), label).toBe(true);
      if (change.relation !== 'new') {
        const from = find(change.fromCode, change.fromName);
        expect(from && isInForce(from, year - 1), label).toBe(true);
        if (change.relation !== 'split') expect(from?.lastYear, label).toBe(year - 1);
      }
      if (!['merge', 'split'].includes(change.relation)) expect(to?.firstYear, label).toBe(year);
    }
  });

  it('explains every beginning and every end in codes.tsv', () => {
    const begins = new Set(changes.map((change) => change.toCode + change.toName + yearOf(change.date)));
    const ends = new Set(
      changes.map((change) => change.fromCode + change.fromName + (yearOf(change.date) - 1)),
    );
    for (const row of rows) {
      if (row.firstYear > 2008) expect(begins, row.name).toContain(row.code + row.name + row.firstYear);
      if (row.lastYear !== null) expect(ends, row.name).toContain(row.code + row.name + row.lastYear);
    }
  });

  it('lets a place become one other place only, and come from one only', () => {
    const same = changes.filter((change) =>
      ['rename', 'code_change', 'parent_change'].includes(change.relation),
    );
    const from = same.map((change) => change.fromCode + change.fromName);
    const to = same.map((change) => change.toCode + change.toName);
    expect(new Set(from).size).toBe(from.length);
    expect(new Set(to).size).toBe(to.length);
  });

  it.each([
    ['620824', '华亭县', '620881', '华亭市', 2018, 'code_change'],
    ['340721', '铜陵县', '340706', '义安区', 2015, 'code_change'],
    ['320829', '洪泽县', '320813', '洪泽区', 2016, 'code_change'],
    ['220381', '公主岭市', '220184', '公主岭市', 2020, 'parent_change'],
    ['540422', '米林县', '540481', '米林市', 2023, 'code_change'],
    ['540530', '错那县', '540581', '错那市', 2023, 'code_change'],
    ['', '', '659012', '白杨市', 2023, 'new'],
    ['420600', '襄樊市', '420600', '襄阳市', 2010, 'rename'],
    ['500222', '綦江县', '500110', '綦江区', 2011, 'code_change'],
    ['500110', '万盛区', '500110', '綦江区', 2011, 'merge'],
    ['542300', '日喀则地区', '540200', '日喀则市', 2014, 'code_change'],
    ['371200', '莱芜市', '370100', '济南市', 2018, 'merge'],
    ['440306', '宝安区', '440311', '光明区', 2018, 'split'],
    ['653223', '皮山县', '653228', '和康县', 2024, 'split'],
    ['500105', '江北区', '500157', '两江新区', 2025, 'merge'],
  ])('holds %s %s → %s %s', (fromCode, fromName, toCode, toName, year, relation) => {
    const found = changes.filter((change) => change.toCode === toCode && change.fromCode === fromCode);
    expect(found).toMatchObject([{ fromName, toName, relation }]);
    expect(found.map((change) => yearOf(change.date))).toEqual([year]);
  });

  it('leaves 双辽市 220382 as it was', () => {
    expect(find('220382', '双辽市')).toMatchObject({ firstYear: 2008, lastYear: null });
    expect(changes.some((change) => change.fromCode === '220382' || change.toCode === '220382')).toBe(false);
  });
});

describe('area-codes.tsv and postcodes.tsv', () => {
  const current = new Set(rows.filter((row) => row.lastYear === null).map((row) => row.code));

  it('point only to divisions in force', () => {
    for (const codes of [...areaCodes.values(), ...postcodes.values()])
      for (const code of codes) expect(current, code).toContain(code);
  });

  it('reach every prefecture and every county without one', () => {
    const served = new Set([...areaCodes.values()].flat());
    for (const code of current) {
      const lone = levelOfCode(code) === 'prefecture' || /^..90/.test(code);
      if (lone) expect(served.has(code) || served.has(`${code.slice(0, 2)}0000`), code).toBe(true);
    }
  });

  it('reach every province of the mainland by postcode', () => {
    const reached = new Set([...postcodes.values()].flat());
    for (const code of current)
      if (levelOfCode(code) === 'province' && !/^[78][12]0000$|^710000$/.test(code))
        expect(reached, code).toContain(code);
    expect([...reached].some((code) => code.startsWith('71'))).toBe(false);
  });

  it('give one area code to places of one province', () => {
    for (const [areaCode, codes] of areaCodes)
      expect(new Set(codes.map((code) => code.slice(0, 2))).size, areaCode).toBe(1);
  });
});
