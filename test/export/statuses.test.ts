import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COVERAGES } from '../../src/export/coverage.ts';
import { PANEL_STATUSES } from '../../src/export/tables/panel.ts';
import { findWithdrawn } from '../../src/export/withdrawn.ts';
import { CELL_STATUSES } from '../../src/model/status.ts';
import type { ListedReport } from '../../src/store/release/list-stored.ts';
import { reportPages } from '../../src/store/release/report-pages.ts';
import { nightAfter, nightBed } from '../pipeline/crawl/night-bed.ts';
import { LIST_PATH, noticeBoard, reportPath } from '../sites/notice-board.ts';
import { tempDir } from '../store/temp-store.ts';
import { correctTwo, exportFrom, MIXED, makeDatabase } from './make-release.ts';
import { readCsv } from './read-csv.ts';

test('a crawl gives each kind of coverage, and a report that left its site loses no number', async () => {
  const board = noticeBoard({ host: 'www.board.gov.cn', years: [2020, 2021, 2022] });
  const other = noticeBoard({
    ...{ host: 'www.other.gov.cn', place: '梨树县' },
    division: '220322',
    years: [2022],
  });
  const closed = noticeBoard({
    ...{ host: 'www.closed.gov.cn', place: '伊通满族自治县' },
    division: '220323',
  });
  closed.pages.delete(LIST_PATH);
  const boards = [board, other, closed];
  const sources = boards.map(({ source }) => source);
  const bed = await nightBed(
    boards.map(({ site }) => site),
    sources,
  );
  const dir = tempDir();
  const release = (name: string) => join(dir, name);
  const exportNight = (name: string, since?: string) =>
    exportFrom(bed.store.file, {
      ...{ to: release(name), formats: ['csv', 'sqlite'], sources },
      ...(since === undefined ? {} : { since: release(since) }),
    });
  const csv = (name: string, table: string) => readCsv(join(release(name), 'csv', `${table}.csv`));
  const coverageOf = (name: string) =>
    Object.fromEntries(
      csv(name, 'coverage').map((row) => [`${row['division']} ${row['year']}`, row['coverage']]),
    );

  await bed.run();
  board.pages.delete(reportPath(2021));
  // A page that stands while its link is off the list is not withdrawn, nor one that was gone for one night.
  board.unlink(2020);
  await bed.run({ at: nightAfter(1) });
  await exportNight('once');
  expect(coverageOf('once')['220382 2021']).toBe('reported');

  await bed.run({ at: nightAfter(2) });
  const { changes } = await exportNight('twice', 'once');
  const found = coverageOf('twice');
  expect(found).toMatchObject({
    ...{ '220382 2020': 'reported', '220382 2021': 'withdrawn', '220382 2022': 'reported' },
    ...{ '220322 2021': 'not_found', '220323 2021': 'unreachable', '110101 2021': 'not_collected' },
  });
  expect(new Set(Object.values(found))).toEqual(new Set(COVERAGES));
  const [gone] = csv('twice', 'reports').filter(({ withdrawn }) => withdrawn === '1');
  expect(gone).toMatchObject({ year: '2021', division: '220382', current: '1', last_seen: '2024-06-01' });
  // The same rows but for that one column, and nothing but that is told as changed.
  const rows = csv('twice', 'report_values').map(({ withdrawn, ...row }) => row);
  expect(rows).toEqual(csv('once', 'report_values').map(({ withdrawn, ...row }) => row));
  const cells = rows.filter(({ report_id }) => report_id === gone?.['report_id']);
  expect(cells.filter(({ value }) => value !== '').length).toBeGreaterThan(100);
  expect(csv('twice', 'panel').map(({ year, withdrawn }) => `${year} ${withdrawn}`)).toContain('2021 1');
  expect([...changes]).toEqual([['withdrawn', cells.length]]);

  // Back again: as if it had never been away.
  board.publish(2021);
  await bed.run({ at: nightAfter(3) });
  await exportNight('back', 'twice');
  expect(coverageOf('back')['220382 2021']).toBe('reported');
});

test('a report is withdrawn when it was on a site, and no version of it is on any now', () => {
  const body = fc.constantFrom('双辽市财政局', '双辽市审计局', null);
  const page = fc.option(fc.record({ gone: fc.constantFrom(0, 1) }), { nil: null });
  const made = fc.array(fc.record({ body, page }), { maxLength: 8 });
  fc.assert(
    fc.property(made, (reports) => {
      const listed = reports.map(
        ({ body: agency }, id): ListedReport => ({
          ...{ id, sha256: new Uint8Array([id]), year: 2021, division: '220382', agency, place: '双辽市' },
          ...{ level: 'county', form: '2021', current: 1, published: null },
        }),
      );
      const pages = reports.flatMap(({ page: at }, report) =>
        at ? [{ report, gone: at.gone, lastSeen: `2024-06-0${report + 1}T18:00:00Z` }] : [],
      );
      const withdrawn = findWithdrawn(listed, pages);
      reports.forEach(({ body: agency }, id) => {
        const versions = reports.flatMap((one, at) =>
          (agency === null ? at === id : one.body === agency) && one.page ? [one.page] : [],
        );
        const expected = versions.length > 0 && versions.every(({ gone }) => gone === 1);
        expect(withdrawn.has(id)).toBe(expected);
      });
    }),
  );
});

test('while nothing is gone, no page is looked at', async () => {
  const board = noticeBoard({ host: 'www.board.gov.cn' });
  const bed = await nightBed([board.site], [board.source]);
  await bed.run();
  expect(reportPages(bed.store)).toEqual([]);
});

test('the made-up reports have every status of a cell and of the panel', async () => {
  const dir = tempDir();
  makeDatabase(join(dir, 'db.sqlite'), MIXED, correctTwo);
  await exportFrom(join(dir, 'db.sqlite'), { to: join(dir, 'release'), formats: ['csv', 'sqlite'] });
  const csv = (table: string) => readCsv(join(dir, 'release', 'csv', `${table}.csv`));
  const statuses = (rows: readonly Record<string, string>[]) =>
    new Set(rows.map(({ status = '' }) => status));
  expect(statuses(csv('report_values'))).toEqual(new Set(CELL_STATUSES));
  const inPanel = csv('panel_status').flatMap((row) =>
    Object.entries(row).filter(([name]) => /^(?:app|dis|cha|sta|d|h)_/.test(name)),
  );
  expect(new Set(inPanel.map(([, status]) => status))).toEqual(new Set(PANEL_STATUSES));

  // The file itself refuses a status that is none, a number that is not reported, and a reported one without a number.
  const sqlite = new Database(join(dir, 'release', 'sqlite', 'gongkai.sqlite'));
  const change = (set: string) => () =>
    sqlite.exec(
      `UPDATE report_values SET ${set} WHERE rowid IN (SELECT rowid FROM report_values WHERE status = 'reported' LIMIT 1)`,
    );
  for (const set of [
    ...["status = 'withdrawn'", 'status = NULL', "status = 'blank'", 'reported = NULL', "form = '2020'"],
    ...['withdrawn = NULL', "value_source = 'guessed'"],
  ])
    expect(change(set), set).toThrow(/constraint failed/);
  expect(change('reported = 5')).not.toThrow();
  sqlite.close();

  const { resources } = JSON.parse(readFileSync(join(dir, 'release', 'datapackage.json'), 'utf8')) as {
    resources: {
      path: string;
      schema?: { fields: { name: string; constraints?: object; categories?: string[] }[] };
    }[];
  };
  const long = resources.find(({ path }) => path === 'csv/report_values.csv')?.schema?.fields;
  expect(long?.find(({ name }) => name === 'status')).toMatchObject({
    ...{ constraints: { required: true }, categories: CELL_STATUSES },
  });
});
