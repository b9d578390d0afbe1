import { expect, test } from 'vitest';
import { unitInYear } from '../../src/places/gazetteer.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { placeIdOf } from '../../src/places/place-id.ts';
import { translateCode } from '../../src/places/translate-code.ts';

const gazetteer = loadGazetteer();
const years = Array.from(
  { length: gazetteer.lastYear - gazetteer.firstYear + 1 },
  (_, at) => gazetteer.firstYear + at,
);
const units = [...new Set([...gazetteer.unitsByCode.values()].flat())];

test.each([
  ['华亭县 becomes 华亭市', '620824', 2017, 2018, 'code_change', ['620881']],
  ['and back', '620881', 2018, 2017, 'code_change', ['620824']],
  ['铜陵县 becomes 义安区', '340721', 2014, 2020, 'code_change', ['340706']],
  ['a place that stays', '220382', 2010, 2020, 'same', ['220382']],
  ['a code of no list', '999999', 2010, 2020, 'unknown', []],
  ['a code of another year', '620881', 2010, 2020, 'unknown', []],
  ['a year of no list', '220382', 2010, 1999, 'unknown', []],
] as const)('%s', (_, code, from, to, relation, codes) => {
  expect(translateCode(gazetteer, code, from, to)).toEqual({ relation, codes });
});

test('every merge and split leads on to the places that it made, and back from them', () => {
  const ended = gazetteer.changes.filter(({ relation }) => relation === 'merge');
  expect(ended.length).toBeGreaterThan(20);
  for (const { date, fromCode, fromName, toCode } of ended) {
    const year = Number(date.slice(0, 4));
    const unit = gazetteer.unitsByCode
      .get(fromCode)
      ?.find(({ rows }) => rows.some(({ name }) => name === fromName));
    if (!unit || unitInYear(unit, year)) continue;
    const forwards = translateCode(gazetteer, fromCode, year - 1, year);
    expect(forwards.relation, fromName).toMatch(/^(?:merge|split)$/);
    expect(forwards.codes, fromName).toContain(toCode);
  }
});

test('every code of every year is told in every other, and what is one place is told back', () => {
  for (const unit of units)
    for (const row of unit.rows)
      for (const to of years) {
        const from = row.firstYear;
        const { relation, codes } = translateCode(gazetteer, row.code, from, to);
        expect(codes.length === 0, `${row.code} ${from} ${to}`).toBe(relation === 'unknown');
        if (!['same', 'rename', 'code_change', 'parent_change'].includes(relation)) continue;
        const [code = ''] = codes;
        expect(translateCode(gazetteer, code, to, from).codes, `${row.code} ${from} ${to}`).toEqual([
          row.code,
        ]);
      }
});

test('a place has one identifier, no two have the same, and no code of a year names two places', () => {
  expect(new Set(units.map(placeIdOf)).size).toBe(units.length);
  for (const year of years) {
    const codes = units.flatMap((unit) => unitInYear(unit, year)?.code ?? []);
    expect(new Set(codes).size, String(year)).toBe(codes.length);
    // 31 on the mainland, and 71, 81 and 82.
    expect(codes.filter((code) => code.endsWith('0000')).length).toBe(34);
  }
});
