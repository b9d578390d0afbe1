import { describe, expect, it } from 'vitest';
import { isInForce } from '../../src/places/division.ts';
import { findDivision } from '../../src/places/find-division.ts';
import {
  buildGazetteer,
  divisionInYear,
  hasCounties,
  parentsInYear,
  pathName,
  successorsInYear,
  unitInYear,
} from '../../src/places/gazetteer.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';

const gazetteer = loadGazetteer();
const units = [...new Set([...gazetteer.unitsByCode.values()].flat())];
const years = Array.from({ length: 18 }, (_, index) => 2008 + index);

describe('the gazetteer', () => {
  it('spans the years of its rows', () => {
    expect([gazetteer.firstYear, gazetteer.lastYear]).toEqual([2008, 2025]);
  });

  it('follows a place through its codes', () => {
    const [unit] = gazetteer.unitsByCode.get('540581') ?? [];
    expect(unit?.rows.map((row) => row.code)).toEqual(['542232', '540530', '540581']);
    expect(unit && unitInYear(unit, 2020)?.code).toBe('540530');
  });

  it('keeps two places that had one code apart', () => {
    expect(divisionInYear(gazetteer, '500110', 2010)?.name).toBe('万盛区');
    expect(divisionInYear(gazetteer, '500110', 2011)?.name).toBe('綦江区');
    expect(gazetteer.unitsByCode.get('500110')).toHaveLength(2);
  });

  it('gives the parents of the year', () => {
    expect(parentsInYear(gazetteer, '340124', 2012).map((row) => row.name)).toEqual(['安徽省', '合肥市']);
    expect(parentsInYear(gazetteer, '341421', 2010).map((row) => row.name)).toEqual(['安徽省', '巢湖市']);
    expect(parentsInYear(gazetteer, '469022', 2012).map((row) => row.name)).toEqual(['海南省']);
    expect(parentsInYear(gazetteer, '500229', 2012).map((row) => row.name)).toEqual(['重庆市']);
  });

  it('knows the prefectures without counties', () => {
    const without = [...gazetteer.unitsByCode.keys()].filter(
      (code) =>
        code.endsWith('00') && divisionInYear(gazetteer, code, 2020) && !hasCounties(gazetteer, code, 2020),
    );
    expect(without).toEqual(['441900', '442000', '460400', '620200']);
  });

  it('finds what a dissolved place became, through several changes', () => {
    const became = (code: string, year: number): string[] =>
      (gazetteer.unitsByCode.get(code) ?? []).flatMap((unit) =>
        successorsInYear(gazetteer, unit, year).map((row) => row.name),
      );
    expect(became('310108', 2020)).toEqual(['静安区']);
    expect(became('341400', 2020)).toEqual(['合肥市', '芜湖市', '马鞍山市']);
    expect(became('140202', 2020)).toEqual(['平城区', '云冈区']);
    expect(became('370684', 2021)).toEqual(['蓬莱区']);
  });

  it('is built without changes or areas too', () => {
    const row = { code: '510522', name: '合江县', firstYear: 2008, lastYear: null };
    const small = buildGazetteer([row], []);
    expect(findDivision({ title: '合江县' }, 2008, small).code).toBe('510522');
    expect(findDivision({ title: '合江县' }, 2008, buildGazetteer([], [])).code).toBeNull();
  });
});

describe('every place', () => {
  it.each(years)('of %i is found by its full path', (year) => {
    for (const unit of units)
      for (const row of unit.rows)
        if (isInForce(row, year)) {
          const path = pathName(gazetteer, row, year);
          const { code, reason } = findDivision({ title: `${path}人民政府${year}年年报` }, year, gazetteer);
          if (code !== row.code) expect.fail(`${path} ${row.code} in ${year}: ${code}, ${reason.en}`);
        }
  });

  it.each([2009, 2016, 2024])('of %i is found by its name alone, or not at all', (year) => {
    let found = 0;
    let all = 0;
    for (const unit of units)
      for (const row of unit.rows)
        if (isInForce(row, year)) {
          const { code } = findDivision({ agency: `${row.name}人民政府` }, year, gazetteer);
          if (code !== null && code !== row.code) expect.fail(`${row.name} ${row.code} in ${year}: ${code}`);
          all += 1;
          if (code !== null) found += 1;
        }
    expect(found / all).toBeGreaterThan(0.95);
  });

  it('keeps its code when its town or department is named', () => {
    for (const unit of units)
      for (const row of unit.rows)
        if (isInForce(row, 2020) && !row.code.endsWith('00')) {
          const path = pathName(gazetteer, row, 2020);
          for (const [rest, level] of [
            ['城关镇人民政府', 'township'],
            ['市场监督管理局', 'county'],
          ] as const) {
            const result = findDivision({ title: path + rest }, 2020, gazetteer);
            if (result.code !== row.code || result.level !== level)
              expect.fail(`${path}${rest}: ${result.code} ${result.level}, ${result.reason.en}`);
          }
        }
  });
});
