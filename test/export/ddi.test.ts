import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { isTag } from 'domhandler';
import { expect, test } from 'vitest';
import { tempDir } from '../store/temp-store.ts';
import { correctTwo, exportFrom, MIXED, makeDatabase } from './make-release.ts';
import { readCsv } from './read-csv.ts';

/** Children in the order of the schema (DDI-Codebook 2.5, codebook.xsd), as far as they are used. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  codeBook: ['docDscr', 'stdyDscr', 'fileDscr', 'dataDscr'],
  citation: ['titlStmt', 'rspStmt', 'verStmt'],
  titlStmt: ['titl', 'parTitl', 'IDNo'],
  stdyDscr: ['citation', 'stdyInfo', 'dataAccs'],
  sumDscr: ['timePrd', 'nation', 'anlyUnit', 'dataKind'],
  fileTxt: ['fileName', 'fileCont', 'dimensns'],
  dimensns: ['caseQnty', 'varQnty'],
  var: ['labl', 'valrng', 'universe', 'sumStat', 'txt', 'catgry', 'varFormat', 'notes'],
  valrng: ['range'],
  catgry: ['catValu', 'labl', 'catStat'],
};
const SINGLE = [
  'citation',
  'version',
  'AuthEnty',
  'abstract',
  'sumDscr',
  'useStmt',
  'conditions',
  'fileTxt',
  'var',
];
/** Those that stand at most once. */
const ONCE = new Set([
  'titl',
  'rspStmt',
  'fileCont',
  'dimensns',
  'caseQnty',
  'varQnty',
  'varFormat',
  'catValu',
]);

test('the codebook as DDI tells each table and each variable, with its counts, in the order of the schema', async () => {
  const dir = tempDir();
  makeDatabase(join(dir, 'db.sqlite'), MIXED, correctTwo);
  await exportFrom(join(dir, 'db.sqlite'), { to: join(dir, 'r'), formats: ['csv'] });
  const $ = load(readFileSync(join(dir, 'r', 'ddi.xml'), 'utf8'), { xml: true });

  const seen = new Set<string>();
  for (const parent of $('*').toArray().filter(isTag)) {
    const { name } = parent;
    seen.add(name);
    const names = parent.children.filter(isTag).map((child) => child.name);
    if (names.length === 0) continue;
    const ranks = names.map((child) => (ORDER[name] ?? SINGLE).indexOf(child));
    expect(ranks, `${name}: ${names}`).toEqual(ranks.toSorted((a, b) => a - b));
    expect(ranks, `${name}: ${names}`).not.toContain(-1);
    for (const child of names.filter((each) => ONCE.has(each)))
      expect(names.filter((each) => each === child)).toHaveLength(1);
  }

  expect([...seen]).toEqual(expect.arrayContaining(Object.keys(ORDER)));

  const files = new Map(
    $('fileDscr')
      .toArray()
      .map((file) => [$(file).attr('ID'), $(file).find('fileName').text()]),
  );
  for (const [id, name] of files) {
    const rows = readCsv(join(dir, 'r', 'csv', `${name}.csv`));
    const told = (of: string) => Number($(`fileDscr[ID=${id}] ${of}`).text());
    expect([name, told('caseQnty')]).toEqual([name, rows.length]);
    if (rows[0]) expect([name, told('varQnty')]).toEqual([name, Object.keys(rows[0]).length]);
  }
  const variables = $('var').toArray();
  expect(new Set(variables.map((each) => $(each).attr('ID'))).size).toBe(variables.length);
  expect(variables.every((each) => files.has($(each).attr('files')))).toBe(true);

  const codebook = readCsv(join(dir, 'r', 'CODEBOOK.csv'));
  expect(codebook.length).toBeGreaterThan(300);
  for (const { column_name, with_value, label_zh, n_blank, observed_max, range_max } of codebook) {
    const variable = $(`var[name=${column_name}]`);
    expect(variable).toHaveLength(1);
    expect(variable.find('sumStat[type=vald]').text()).toBe(with_value || '0');
    expect(variable.find('sumStat[type=max]').text()).toBe(observed_max);
    expect(variable.find('range').attr('max')).toBe(range_max);
    expect(variable.children('labl').first().text()).toBe(label_zh);
    const blank = variable.find('catgry').filter((_, each) => $(each).find('catValu').text() === '.a');
    expect(blank.find('catStat').text() || '0').toBe(n_blank || '0');
  }
});
