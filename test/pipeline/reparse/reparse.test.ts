import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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

test('a lost database is made again from the archive alone, the same in all that a reader sees', async () => {
  const dir = tempDir();
  const country = buildCountry({ hosts: 2, seed: 5 });
  const sources = join(dir, 'sources');
  writeRegistry(sources, country.sources);
  const database = join(dir, 'a.sqlite');
  const files = ['--database', database, '--archive', join(dir, 'archive'), '--lang', 'en'];
  const web = await startWeb(country.sites);
  try {
    const run = ['run', '--sources', sources, '--connect-to', web.connectTo, '--delay', '0', ...files];
    expect(await runCli(run, capture())).toBe(0);
  } finally {
    await web.close();
  }
  const imported = ['import', 'data/sample/shuangliao-2021.txt', ...files];
  expect(await runCli(imported, capture())).toBe(0);
  const before = dump(database);
  expect(before['reports']?.length).toBeGreaterThan(15);
  for (const ending of ['', '-wal', '-shm']) rmSync(`${database}${ending}`, { force: true });
  const io = capture();
  expect(await runCli(['reparse', ...files], io)).toBe(0);
  expect(io.out()).toContain('0 failed; 0 removed');
  expect(dump(database)).toEqual(before);
});
