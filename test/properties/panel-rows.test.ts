import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reconcileAgencies } from '../../src/export/agencies.ts';
import { loadAgencyData } from '../../src/export/agency-data.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { listStored } from '../../src/store/release/list-stored.ts';
import { makeExtraction } from '../store/make-extraction.ts';
import { load, query, tempStore } from '../store/temp-store.ts';

const gazetteer = loadGazetteer();
const agencyData = loadAgencyData(join(import.meta.dirname, '../../data/agencies'));

/** Two places, one of which got another code (华亭县, 华亭市); what may stand before their names. */
const PLACES = [
  {
    place: '梨树县',
    divisions: { 2017: '220322', 2019: '220322' },
    above: ['', '吉林省', '四平市', '吉林省四平市'],
  },
  { place: '华亭', divisions: { 2017: '620824', 2019: '620881' }, above: ['', '甘肃省', '甘肃省平凉市'] },
] as const;
const BODIES = [
  ...['', '政府', '人民政府', '人民政府办公室', '政府办公室'],
  ...['环境保护局', '生态环境局', '开发区管理委员会', '开发区管委会', '教育局', '教育局（体育局）'],
  ...['卧虎镇人民政府', '卧虎镇政府'],
];

const reports = fc.array(
  fc.record({
    at: fc.constantFrom(...PLACES),
    above: fc.nat(),
    body: fc.constantFrom(...BODIES),
    space: fc.constantFrom('', ' '),
    year: fc.constantFrom(2017, 2019),
    published: fc.constantFrom('2020-01-20', '2020-02-20', null),
  }),
  { minLength: 2, maxLength: 14 },
);

test('a panel has one row an agency and year, however its name is written', () => {
  let seed = 0;
  let rows = 0;
  let superseded = 0;
  fc.assert(
    fc.property(reports, (drawn) => {
      const store = tempStore();
      for (const { at, above, body, space, year, published } of drawn) {
        const place = at.place === '华亭' ? (year === 2017 ? '华亭县' : '华亭市') : at.place;
        const agency = `${at.above[above % at.above.length]}${place}${space}${body}`;
        const division = at.divisions[year as 2017 | 2019];
        const made = makeExtraction({ seed: ++seed, cells: 1, agency, division, year, published });
        load(store, { ...made, report: { ...made.report, place } });
      }
      const listed = listStored(store);
      const { idOf } = reconcileAgencies(listed, gazetteer, agencyData);
      const yearOf = new Map(listed.map(({ id, year }) => [id, year]));
      const panel = query<{ report_id: number }>(store, 'SELECT report_id FROM panel');
      const keys = panel.map(({ report_id }) => `${idOf.get(report_id)} ${yearOf.get(report_id)}`);
      expect(panel.filter(({ report_id }) => !idOf.has(report_id))).toEqual([]);
      expect(keys).toEqual([...new Set(keys)]);
      rows += panel.length;
      superseded += listed.length - panel.length;
    }),
    { numRuns: 40, seed: 20261126 },
  );
  expect(rows).toBeGreaterThan(100);
  expect(superseded).toBeGreaterThan(20);
});
