import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../../../src/cli/run-cli.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { capture } from '../../cli/hand-made.ts';
import { buildCountry } from '../../sites/country.ts';
import { startWeb } from '../../sites/web.ts';
import { writeRegistry } from '../../sites/write-registry.ts';
import { tempDir } from '../../store/temp-store.ts';

/** What a reader sees, without the numbers that depend on the order of loading. */
const VIEWS = {
  reports:
    'SELECT title, agency, division, year, form, current, passed, failed, sha256, url, file FROM reports ORDER BY sha256',
  values:
    'SELECT r.sha256, v.variable, v.status, v.value, v.raw, v.imputed FROM report_values v JOIN reports r USING (report_id) ORDER BY 1, 2',
  findings:
    'SELECT r.sha256, f.key, f.signature, f.message_zh, f.suggestions FROM findings f JOIN reports r USING (report_id) ORDER BY 1, 2, 3',
  captures:
    'SELECT url, status, hex(sha256), role, source, page_url, round FROM capture ORDER BY 1, 2, 3, 4, 5',
};

function dump(file: string): Record<string, unknown[]> {
  const store = openStore(file, { readonly: true });
  try {
    return Object.fromEntries(
      Object.entries(VIEWS).map(([name, sql]) => [name, store.sqlite.prepare(sql).all()]),
    );
  } finally {
    store.close();
  }
}

let made = '';
afterAll(() => rmSync(made, { recursive: true, force: true }));

/** A database and its archive as a night of crawling and an import left them. */
beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'gongkai-reparse-'));
  const country = buildCountry({ hosts: 2, seed: 5 });
  const sources = join(made, 'sources');
  writeRegistry(sources, country.sources);
  const web = await startWeb(country.sites);
  const files = filesIn(made);
  try {
    const run = ['run', '--sources', sources, '--connect-to', web.connectTo, '--delay', '0', ...files];
    expect(await runCli(run, capture())).toBe(0);
  } finally {
    await web.close();
  }
  const imported = ['import', 'data/sample/shuangliao-2021.txt', ...files];
  expect(await runCli(imported, capture())).toBe(0);
}, 60_000);

const filesIn = (dir: string): string[] => [
  ...['--database', join(dir, 'a.sqlite'), '--archive', join(dir, 'archive'), '--lang', 'en'],
];

/** A copy of it for one test. */
function copyMade() {
  const dir = tempDir();
  cpSync(made, dir, { recursive: true });
  const reparse = async () => {
    const io = capture();
    return { code: await runCli(['reparse', ...filesIn(dir)], io), out: io.out() };
  };
  return { database: join(dir, 'a.sqlite'), archive: join(dir, 'archive'), reparse };
}

const loseDatabase = (database: string): void => {
  for (const ending of ['', '-wal', '-shm']) rmSync(`${database}${ending}`, { force: true });
};

test('a lost database is made again from the archive alone, the same in all that a reader sees', async () => {
  const { database, reparse } = copyMade();
  const before = dump(database);
  expect(before['reports']?.length).toBeGreaterThan(15);
  loseDatabase(database);
  expect(await reparse()).toMatchObject({ code: 0, out: expect.stringContaining('0 failed; 0 removed') });
  expect(dump(database)).toEqual(before);
});

interface ArchivedReport {
  readonly archive_file: string;
  readonly archive_offset: number;
  readonly archive_length: number;
  readonly url: string | null;
  readonly file: string | null;
}

/** Overwrites bytes in the middle of the records of one crawled and of one imported report. */
function damageTwo(database: string, archive: string): ArchivedReport[] {
  const store = openStore(database, { readonly: true });
  const reportOf = (where: string) =>
    store.sqlite
      .prepare(
        `SELECT archive_file, archive_offset, archive_length, url, file FROM reports WHERE ${where} LIMIT 1`,
      )
      .get() as ArchivedReport;
  const damaged = [reportOf('url IS NOT NULL'), reportOf('url IS NULL')];
  store.close();
  for (const { archive_file, archive_offset, archive_length } of damaged) {
    const path = join(archive, archive_file);
    const bytes = readFileSync(path);
    const middle = archive_offset + Math.floor(archive_length / 2);
    for (let at = middle; at < middle + 5; at++) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    writeFileSync(path, bytes);
  }
  return damaged;
}

test('a record of the archive that is damaged is named, what was made of it stays, and all others are read', async () => {
  const { database, archive, reparse } = copyMade();
  const before = dump(database);
  const damaged = damageTwo(database, archive);
  const again = await reparse();
  expect(again).toMatchObject({ code: 12, out: expect.stringContaining('2 failed; 0 removed') });
  for (const { archive_file, archive_offset, url, file } of damaged)
    expect(again.out).toContain(
      `damaged, cannot be read  ${archive_file} at ${archive_offset}  ${url ?? file}`,
    );
  expect(dump(database)).toMatchObject({ reports: before['reports'], values: before['values'] });
});

test('a database is made again from an archive with damage, without what is damaged alone', async () => {
  const { database, archive, reparse } = copyMade();
  const before = dump(database);
  const damaged = damageTwo(database, archive);
  loseDatabase(database);
  const rebuilt = await reparse();
  expect(rebuilt).toMatchObject({
    code: 12,
    out: expect.stringContaining('2 records of the archive cannot be read'),
  });
  expect(dump(database)['reports']).toHaveLength((before['reports']?.length ?? 0) - damaged.length);
});

test('reports whose file of the archive is lost stay', async () => {
  const { database, archive, reparse } = copyMade();
  const before = dump(database);
  for (const name of readdirSync(archive)) rmSync(join(archive, name), { recursive: true });
  expect(await reparse()).toMatchObject({
    code: 12,
    out: expect.stringMatching(/not in the archive {2}\S+ at \d+ {2}http/),
  });
  expect(dump(database)['reports']).toEqual(before['reports']);
});
