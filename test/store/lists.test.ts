import { expect, test } from 'vitest';
import { makeFinding } from '../../src/rules/make-finding.ts';
import { countRows } from '../../src/store/count-rows.ts';
import { listFindings } from '../../src/store/list-findings.ts';
import { listReports } from '../../src/store/list-reports.ts';
import { makeExtraction } from './make-extraction.ts';
import { load, tempStore } from './temp-store.ts';

function nineReports() {
  const store = tempStore();
  const divisions = ['220382', '220381', '320803'];
  for (const division of divisions) {
    for (const year of [2020, 2021, 2022]) {
      const extraction = makeExtraction({ seed: year, division, year, cells: 10 });
      const extra = makeFinding({
        rule: 'cell.malformed',
        scope: 'x',
        severity: 'info',
        message: { zh: '', en: '' },
      });
      load(store, year === 2022 ? { ...extraction, findings: [...extraction.findings, extra] } : extraction);
    }
  }
  return store;
}

test('reports come by year, division and agency, with true totals', () => {
  const store = nineReports();
  const all = listReports(store);
  expect(all.total).toBe(9);
  expect(all.rows.map(({ year, division }) => `${year} ${division}`)).toEqual([
    ...['2022 220381', '2022 220382', '2022 320803', '2021 220381', '2021 220382', '2021 320803'],
    ...['2020 220381', '2020 220382', '2020 320803'],
  ]);
  const page = listReports(store, { limit: 2, offset: 1 });
  expect(page).toEqual({ rows: all.rows.slice(1, 3), total: 9 });
  expect(all.rows[0]).toMatchObject({
    findings: { error: 1, warning: 0, question: 0, info: 1 },
    current: true,
  });
});

const reportFilters = [
  [{ division: '22' }, 6],
  [{ division: '220382' }, 3],
  [{ year: 2021 }, 3],
  [{ form: '2021' }, 9],
  [{ form: '2019' }, 0],
  [{ rule: 'cell.malformed' }, 3],
  [{ severity: 'info' }, 3],
  [{ rule: 'cell.malformed', severity: 'error' }, 0],
  [{ division: '22', year: 2022, severity: 'info' }, 2],
  [{ current: false }, 0],
] as const;

test.each(reportFilters)('reports with %o: %i', (filters, total) => {
  const listed = listReports(nineReports(), filters);
  expect([listed.total, listed.rows.length]).toEqual([total, total]);
});

const findingFilters = [
  [{}, 12],
  [{ division: '22' }, 8],
  [{ year: 2022 }, 6],
  [{ rule: 'applications.balance' }, 9],
  [{ severity: 'info', division: '32' }, 1],
  [{ reportId: 3 }, 2],
  [{ limit: 5, offset: 10 }, 12],
] as const;

test.each(findingFilters)('findings with %o: %i', (filters, total) => {
  expect(listFindings(nineReports(), filters).total).toBe(total);
});

test('a listed finding is the finding, its identity and its report', () => {
  const [row] = listFindings(nineReports(), { limit: 1 }).rows;
  expect(row).toMatchObject({
    ...makeExtraction({ seed: 2020 }).findings[0],
    reportId: 1,
    division: '220382',
    year: 2020,
  });
  expect(row?.key).toMatch(/^[0-9a-f]{20}$/);
});

test('counts the rows of each table', () => {
  expect(countRows(nineReports())).toMatchObject({
    document: 9,
    report: 9,
    cell: 90,
    claim: 27,
    finding: 12,
    variable: 210,
  });
});
