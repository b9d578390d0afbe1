import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appendExchange } from '../../../src/archive/append-exchange.ts';
import { openArchive } from '../../../src/archive/open-archive.ts';
import { listWarcFiles } from '../../../src/archive/warc-files.ts';
import { runCli } from '../../../src/cli/run-cli.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { makeExchange } from '../../archive/make-exchange.ts';
import { capture } from '../../cli/hand-made.ts';
import { buildCountry } from '../../sites/country.ts';
import { startWeb } from '../../sites/web.ts';
import { writeRegistry } from '../../sites/write-registry.ts';
import { tempDir } from '../../store/temp-store.ts';

const NIGHTS = 3;
const VIEWS = [
  'SELECT title, agency, division, year, form, current, passed, failed, sha256, url FROM reports ORDER BY sha256',
  'SELECT r.sha256, v.variable, v.status, v.value, v.raw, v.imputed FROM report_values v JOIN reports r USING (report_id) ORDER BY 1, 2',
  'SELECT r.sha256, f.key, f.signature, f.message_zh FROM findings f JOIN reports r USING (report_id) ORDER BY 1, 2, 3',
];

const dump = (file: string): unknown[][] => {
  const store = openStore(file, { readonly: true });
  try {
    return VIEWS.map((sql) => store.sqlite.prepare(sql).all());
  } finally {
    store.close();
  }
};

test('a database is made again the same from an archive that was swept', { timeout: 120_000 }, async () => {
  const dir = tempDir();
  const [database, archive, sources] = ['a.sqlite', 'archive', 'sources'].map((name) => join(dir, name)) as [
    string,
    string,
    string,
  ];
  const files = ['--database', database, '--archive', archive, '--lang', 'en'];
  const country = buildCountry({ hosts: 2, seed: 5 });
  writeRegistry(sources, country.sources);
  const web = await startWeb(country.sites);
  const cli = async (...args: string[]): Promise<string> => {
    const io = capture();
    expect(await runCli([...args, ...files], io)).toBe(0);
    return io.out();
  };
  for (let night = 0; night < NIGHTS; night++)
    await cli('run', '--sources', sources, '--connect-to', web.connectTo, '--delay', '0');
  await web.close();
  // The next file is begun, so that the first is not the one that is written to.
  const next = await openArchive(archive, { fileLimitBytes: 1 });
  await appendExchange(next, makeExchange(), { role: 'robots' });
  await next.close();
  const before = dump(database);
  expect(before[0]?.length).toBeGreaterThan(15);

  await cli('gc', '--older-than', '0s', '--grace', '0s');
  expect(listWarcFiles(archive)[0]).toBe('gongkai-000001.r1.warc.gz');
  expect(dump(database)).toEqual(before);
  expect(await cli('backup', '--to', join(dir, 'backup.sqlite'))).toContain('20 cells read again');

  for (const ending of ['', '-wal', '-shm']) rmSync(`${database}${ending}`, { force: true });
  await cli('reparse');
  expect(dump(database)).toEqual(before);
});
