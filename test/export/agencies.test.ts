import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reconcileAgencies } from '../../src/export/agencies.ts';
import { loadAgencyData } from '../../src/export/agency-data.ts';
import { coverPlaces } from '../../src/export/coverage.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import type { ListedReport } from '../../src/store/release/list-stored.ts';

const gazetteer = loadGazetteer();
const data = loadAgencyData(join(import.meta.dirname, '../../data/agencies'));

let next = 0;
const report = (agency: string, year: number, division = '220382', place = '双辽市'): ListedReport => ({
  ...{ id: next++, sha256: new Uint8Array(), year, division, agency, place },
  ...{ level: 'county', form: '2021', current: 1, published: null },
});
const idsOf = (...reports: ListedReport[]) => {
  const { idOf } = reconcileAgencies(reports, gazetteer, data);
  return reports.map(({ id }) => idOf.get(id));
};

describe('two names are one body', () => {
  test.each([
    ['with its province in front', '吉林省双辽市教育局', '双辽市教育局'],
    ['with a second name in brackets', '双辽市发展和改革局（双辽市粮食局）', '双辽市发展和改革局'],
    ['of a government and its office', '双辽市人民政府办公室', '双辽市人民政府'],
    ['of a committee of a zone', '双辽经济开发区管理委员会', '双辽经济开发区管委会'],
    ['before and after a reform', '双辽市环境保护局', '双辽市生态环境局'],
  ])('%s', (_, before, after) => {
    const [first, second] = idsOf(report(before, 2017), report(after, 2020));
    expect(first).toMatch(/^[0-9a-f]{12}$/);
    expect(second).toBe(first);
  });

  test('after its place got another code', () => {
    const [before, after] = idsOf(
      report('华亭县财政局', 2017, '620824', '华亭县'),
      report('华亭市财政局', 2019, '620881', '华亭市'),
    );
    expect(after).toBe(before);
  });
});

test.each([
  ['that a reform merged', report('双辽市旅游局', 2017), report('双辽市文化和旅游局', 2020)],
  ['of two places', report('双辽市财政局', 2020), report('梨树县财政局', 2020, '220322', '梨树县')],
  ['of one place', report('双辽市财政局', 2020), report('双辽市审计局', 2020)],
])('bodies %s have an identifier each', (_, a, b) => {
  const [first, second] = idsOf(a, b);
  expect(second).not.toBe(first);
});

test('a report whose place is not known has none', () => {
  expect(idsOf({ ...report('财政局', 2020), division: null })).toEqual([undefined]);
});

test('kinds are told by the end of the name', () => {
  const names = [
    '双辽市人民政府办公室',
    '双辽市财政局',
    '双辽市红旗街道办事处',
    '双辽经济开发区管理委员会',
    '双辽市某某',
  ];
  const { agencies } = reconcileAgencies(
    names.map((name) => report(name, 2020)),
    gazetteer,
    data,
  );
  const kinds = new Map(agencies.map(({ name, kind }) => [name, kind]));
  expect(names.map((name) => kinds.get(name))).toEqual([
    'government',
    'department',
    'township',
    'zone',
    'other',
  ]);
});

describe('a place and year without a report', () => {
  const source = (id: string, division: string, from = 2019, to = 2021) => ({
    id,
    division,
    years: { from, to },
  });
  const outcome = (name: string, state: string, cause: string | null = null) =>
    [name, { source: name, outcome: state, cause }] as const;
  const statusOf = (code: string, year: number) =>
    coverPlaces({
      listed: [report('双辽市', 2019), report('双辽市', 2022)],
      withdrawn: new Set(),
      gazetteer,
      sources: [
        ...[
          source('read', '220322'),
          source('down', '220323'),
          source('new', '220303'),
          source('empty', '220302'),
        ],
        ...[source('part', '220281'), source('moved', '620881', 2017, 2022)],
      ],
      outcomes: new Map([
        ...[
          outcome('read', 'done'),
          outcome('down', 'failed', 'dns'),
          outcome('empty', 'failed', 'no_reports'),
        ],
        ...[outcome('part', 'partly'), outcome('moved', 'done')],
      ]),
    }).find(({ row, year: of }) => row.code === code && of === year)?.status;

  test.each([
    ['reported', '220382', 2019],
    ['not_found', '220322', 2020],
    ['not_found', '220302', 2020],
    ['unreachable', '220323', 2020],
    ['unreachable', '220281', 2020],
    ['not_collected', '220303', 2020], // registered, never tried
    ['not_collected', '110101', 2020], // nobody registered
    ['not_collected', '220322', 2022], // not one of the years that are looked for
    ['not_found', '620881', 2019], // registered under the code of today
  ])('is %s: %s in %i', (status, code, year) => expect(statusOf(code, year)).toBe(status));

  test('is told under the code of that year', () => {
    expect(statusOf('620824', 2019)).toBeUndefined();
    expect(statusOf('620881', 2022)).toBe('not_found');
  });
});
