import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { loadSources } from '../../src/sources/load-sources.ts';
import { problemLine } from '../../src/sources/source-problem.ts';
import { yaml } from './entry.ts';

const root = mkdtempSync(join(tmpdir(), 'gongkai-sources-'));
afterAll(() => rmSync(root, { recursive: true }));

let folders = 0;
/** Loads a registry of these files; problems as lines, with the folder's name cut off. */
function load(files: Readonly<Record<string, string>>): { ids: string[]; lines: string[] } {
  folders += 1;
  const dir = join(root, String(folders));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  const { sources, problems } = loadSources(dir, loadGazetteer());
  return {
    ids: sources.map(({ id }) => id),
    lines: problems.map((problem) => problemLine(problem, 'en').replaceAll(`${dir}/`, '')),
  };
}

const other = (fields: object = {}) =>
  yaml({ name: '四平市', division: '220300', level: 'prefecture', lists: ['http://b.example/'], ...fields });

test('entries come by identifier, other files beside the provinces are left alone', () => {
  const { ids, lines } = load({
    'README.md': 'about',
    'left-out.tsv': '',
    'jilin/220382.yml': yaml(),
    'jilin/220300.yml': other(),
  });
  expect(ids).toEqual(['220300', '220382']);
  expect(lines).toEqual([]);
});

test('the faults of all files are told, and the good entries load', () => {
  const { ids, lines } = load({
    'jilin/220382.yml': yaml().replace('county', 'city'),
    'jilin/220382-jiaoyuju.yml': yaml({ name: '四平市教育局', lists: ['http://c.example/'] }),
    'jilin/220300.yml': other(),
  });
  expect(ids).toEqual(['220300']);
  expect(lines).toEqual([
    'jilin/220382-jiaoyuju.yml:1: name: 四平市教育局 names 四平市 220300, not 双辽市 220382'.replace(
      'name: ',
      '',
    ),
    'jilin/220382.yml:3: level: should be one of province, prefecture, county, township',
  ]);
});

test('an address of two entries is told at its second place, whatever its spelling', () => {
  const { lines } = load({
    'jilin/220300.yml': other({ lists: ['http://b.example/nb/'], pages: ['http://b.example/1.html'] }),
    'jilin/220382.yml': yaml({ lists: ['https://B.example/nb/index.html'] }),
  });
  expect(lines).toEqual([
    expect.stringMatching(
      /^jilin\/220382\.yml:6: https:\/\/B\.example.* stands in jilin\/220300\.yml:6 already$/,
    ),
  ]);
});

test('an identifier in two folders, one of them of another province, is told twice', () => {
  const { lines } = load({
    'jilin/220382.yml': yaml(),
    'hebei/220382.yml': yaml({ lists: ['http://b.example/'] }),
  });
  expect(lines).toEqual([
    expect.stringMatching(/^hebei\/220382\.yml:2: the code 220382 belongs in the folder jilin\/$/),
    expect.stringMatching(/^jilin\/220382\.yml:1: 220382 stands in hebei\/220382\.yml:1 already$/),
  ]);
});

test('a file that would not be read is told', () => {
  const { lines } = load({
    '220382.yml': yaml(),
    'jilin/220382.yaml': yaml(),
    'nowhere/220382.yml': yaml(),
    'jilin/deeper/220382.yml': yaml(),
  });
  expect(lines).toEqual([
    expect.stringMatching(/^220382\.yml:1: belongs in a province's folder/),
    expect.stringMatching(/^jilin\/220382\.yaml:1: is no \.yml file/),
    expect.stringMatching(/^jilin\/deeper:1: is no \.yml file/),
    expect.stringMatching(/^nowhere:1: is no province's folder/),
  ]);
});

test('a folder that is not there is an error', () => {
  expect(() => loadSources(join(root, 'none'), loadGazetteer())).toThrow(/ENOENT/);
});
