import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadReleaseData } from '../../src/export/release-data.ts';
import { releaseVariables } from '../../src/export/release-variable.ts';
import { tempDir } from '../store/temp-store.ts';
import { correctTwo, exportFrom, MIXED, makeDatabase, makeReport, RELEASE_DIR } from './make-release.ts';
import { readCsv } from './read-csv.ts';

let folder = '';
let database = '';
let release = '';
const csv = (name: string) => readCsv(join(release, 'csv', `${name}.csv`));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-export-'));
  database = join(folder, 'db.sqlite');
  release = join(folder, 'release');
  makeDatabase(database, MIXED, correctTwo);
  await exportFrom(database, { to: release, formats: ['csv'] });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const variables = releaseVariables(loadReleaseData(RELEASE_DIR));

describe('the long table', () => {
  test('has a row for each cell of each report, and for a correction of a cell that is not there', () => {
    const cells = MIXED.flatMap((made) => makeReport(made).cells);
    expect(csv('report_values').length).toBe(cells.length + 1);
  });

  test('keeps printed, imputed, corrected and used values apart', () => {
    const rows = csv('report_values');
    for (const { reported, imputed, corrected, value, value_source, status } of rows) {
      expect(value).toBe(corrected || reported || imputed);
      expect(value_source).toBe(corrected ? 'corrected' : reported ? 'reported' : imputed ? 'imputed' : '');
      expect(status === 'reported').toBe(reported !== '');
    }
    const corrected = rows.filter((row) => row['corrected'] !== '');
    expect(corrected.map((row) => [row['variable'], row['corrected'], row['status']])).toEqual([
      ['disclosure.regulations.issued', '5', 'absent'],
      ['applications.received_new.total', '77', 'reported'],
    ]);
  });

  test('tells where each number was printed, and which rules name it', () => {
    const made = makeReport(MIXED[2]!);
    const rows = csv('report_values').filter(({ sha256 }) => sha256 === made.sha256);
    const printed = made.cells.findIndex(({ source }) => source !== null);
    const row = rows.find(({ variable }) => variable === made.cells[printed]?.variable);
    expect(row).toMatchObject({
      ...{ report_id: made.sha256.slice(0, 16), source_kind: 'html', source_table: '1', source_row: '3' },
      ...{ url: `http://www.shuangliao.gov.cn/${made.sha256.slice(0, 8)}.html?a=1,2` },
    });
    const flagged = rows
      .filter(({ flags }) => flags === 'applications.balance')
      .map(({ variable }) => variable);
    expect(flagged).toEqual(made.findings[0]?.variables.toSorted());
  });

  test('is sorted by year, division, report and variable', () => {
    const keys = csv('report_values').map((row) =>
      [row['year'], row['division'], row['report_id'], row['variable']].join(' '),
    );
    expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -1 : 1)));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('the wide table', () => {
  test('is the long table turned on its side, and back', () => {
    const wide = csv('panel');
    const statuses = csv('panel_status');
    expect(wide.length).toBe(6);
    const inPanel = new Set(wide.map((row) => row['report_id']));
    const expected = csv('report_values')
      .filter((row) => inPanel.has(row['report_id']))
      .map((row) => [row['report_id'], row['variable'], row['value'], row['status']].join(' '));
    const melted = wide.flatMap((row, index) =>
      variables
        .filter(({ kind }) => kind === 'printed')
        .map(({ name, column }) => [row['report_id'], name, row[column], statuses[index]?.[column]])
        .filter(([, , , status]) => status !== 'not_in_form')
        .map((fields) => fields.join(' ')),
    );
    expect(melted.toSorted()).toEqual(expected.toSorted());
  });

  test('has the computed variables as derived_values has them', () => {
    const derived = new Map(
      csv('derived_values').map((row) => [
        `${row['report_id']} ${row['variable']}`,
        `${row['value']} ${row['status']}`,
      ]),
    );
    const statuses = csv('panel_status');
    csv('panel').forEach((row, index) => {
      for (const { name, column } of variables.filter(({ kind }) => kind !== 'printed')) {
        const told = `${row[column]} ${statuses[index]?.[column]}`;
        expect(derived.get(`${row['report_id']} ${name}`) ?? ' not_in_form').toBe(told);
      }
    });
  });

  test('has the version in force alone, and codes of today beside those of the year', () => {
    const panel = csv('panel');
    const published = panel.filter(({ agency }) => agency === '双辽市财政局').map((row) => row['published']);
    expect(published).toEqual(['2022-03-10']);
    expect(panel.find(({ year }) => year === '2017')).toMatchObject({
      ...{ division: '620824', division_latest: '620881', place_id: '620824-2008' },
    });
    const named = csv('divisions').filter(({ place_id }) => place_id === '620824-2008');
    expect(named.map(({ code, name }) => `${code} ${name}`)).toEqual(['620824 华亭县', '620881 华亭市']);
  });
});

test('a derived value is the sum of its parts, and none when a part has no value', () => {
  const values = new Map(
    csv('report_values').map((row) => [`${row['report_id']} ${row['variable']}`, row['value']]),
  );
  const rows = csv('derived_values');
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['computed', 'incomplete']));
  for (const row of rows) {
    const ways = variables.find(({ name }) => name === row['variable'])!.parts[row['form'] as '2021'] ?? [];
    const sums = ways.map((way) => way.map((part) => values.get(`${row['report_id']} ${part}`) ?? ''));
    const fits = sums.some((parts) =>
      parts.includes('')
        ? row['value'] === '' && row['status'] === 'incomplete'
        : Number(row['value']) === Math.round(parts.reduce((sum, part) => sum + Number(part), 0) * 1e6) / 1e6,
    );
    expect(fits, JSON.stringify(row)).toBe(true);
  }
});

test('a CSV has no mark, no CR, no formula, and names that Stata takes', () => {
  for (const name of readdirSync(join(release, 'csv'))) {
    const text = readFileSync(join(release, 'csv', name), 'utf8');
    expect(text.startsWith('\ufeff') || text.includes('\r')).toBe(false);
    const head = text.slice(0, text.indexOf('\n')).split(',');
    expect(head.filter((column) => !/^[a-z][a-z0-9_]{0,31}$/.test(column))).toEqual([]);
    expect(new Set(head).size).toBe(head.length);
    const fields = readCsv(join(release, 'csv', name)).flatMap((row) => Object.values(row));
    expect(fields.filter((field) => /^[=+@\t\r\n＝＋－＠]/.test(field))).toEqual([]);
    expect(fields.filter((field) => /^-/.test(field) && !/^-\d/.test(field))).toEqual([]);
  }
  expect(csv('reports').some(({ agency }) => agency === "'=cmd|calc")).toBe(true);
});

test('the checksums name every file', () => {
  const sums = readFileSync(join(release, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
  const files = readdirSync(release, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(sums.length).toBe(files.length - 1);
  for (const line of sums) {
    const [sha256, path = ''] = line.split('  ');
    expect(
      createHash('sha256')
        .update(readFileSync(join(release, path)))
        .digest('hex'),
    ).toBe(sha256);
  }
});

describe('whole or not at all', () => {
  test('a folder that holds something is left as it is', async () => {
    const to = join(tempDir(), 'taken');
    mkdirSync(to);
    writeFileSync(join(to, 'mine.txt'), 'mine');
    await expect(exportFrom(database, { to, formats: ['csv'] })).rejects.toMatchObject({
      problem: 'not_empty',
    });
    expect(readdirSync(to)).toEqual(['mine.txt']);
  });

  test.each([1, 9, 15])('a release that is stopped after %s reports leaves nothing', async (after) => {
    const to = join(tempDir(), 'new');
    const stopping = new AbortController();
    let seen = 0;
    const onReport = () => {
      if (++seen === after) stopping.abort();
    };
    const exporting = exportFrom(database, { to, onReport, signal: stopping.signal });
    await expect(exporting).rejects.toMatchObject({ problem: 'stopped' });
    expect(readdirSync(dirname(to))).toEqual([]);
  });

  test('an empty database gives a release without reports', async () => {
    const dir = tempDir();
    makeDatabase(join(dir, 'db.sqlite'), []);
    const { statistics } = await exportFrom(join(dir, 'db.sqlite'), { to: join(dir, 'out') });
    expect(statistics.reports).toBe(0);
    expect(existsSync(join(dir, 'out', 'parquet', 'report_values', 'report_values.parquet'))).toBe(true);
  });
});

test('the identity of a release does not depend on the order of loading, and does on a value', async () => {
  const dir = tempDir();
  makeDatabase(join(dir, 'a.sqlite'), MIXED);
  makeDatabase(join(dir, 'b.sqlite'), [...MIXED.slice(0, 4).reverse(), ...MIXED.slice(4)]);
  makeDatabase(join(dir, 'c.sqlite'), [{ ...MIXED[0]!, first: 987 }, ...MIXED.slice(1)]);
  const versions: string[] = [];
  for (const name of ['a', 'b', 'c']) {
    const released = await exportFrom(join(dir, `${name}.sqlite`), { to: join(dir, name), formats: ['csv'] });
    versions.push(released.version);
  }
  expect(versions[1]).toBe(versions[0]);
  expect(versions[2]).not.toBe(versions[0]);
});
