import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { PAGES } from '../scripts/build-docs.ts';
import { toDocumentRecord } from '../src/cli/document-record.ts';
import { EXIT_CODES } from '../src/cli/exit-codes.ts';
import { buildProgram } from '../src/cli/program.ts';
import { variableSeeds } from '../src/cli/variable-seeds.ts';
import { allVariables } from '../src/forms/index.ts';
import { CELL_STATUSES } from '../src/model/status.ts';
import { extractDocument } from '../src/pipeline/extract-document.ts';
import { loadGazetteer } from '../src/places/load-gazetteer.ts';
import { RULE_IDS, RULES } from '../src/rules/index.ts';
import { RESERVED_RULES } from '../src/rules/reserved-rules.ts';
import { openStore } from '../src/store/open-store.ts';
import { seedVariables } from '../src/store/seed-variables.ts';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const READMES = ['README.md', 'README.zh-CN.md'];
const ALL_PAGES = [
  ...READMES,
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** What stands between ```language and ``` on a page. */
const blocks = (page: string, language: string): string[] =>
  [...read(page).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    (match) => match[1] ?? '',
  );

test.each(Object.entries(PAGES))('%s is as scripts/build-docs.ts makes it', (page, build) => {
  expect(read(page) === build(), `run npx tsx scripts/build-docs.ts to renew ${page}`).toBe(true);
});

describe('every part of the public contract is documented', () => {
  const io = { stdout: process.stdout, stderr: process.stderr, env: {} };
  const program = buildProgram(io, 'en', () => {});

  const nested = program.commands.flatMap((group) =>
    group.commands.map((command) => [`${group.name()} ${command.name()}`, command] as const),
  );
  test.each(nested)('the command %s, in cli.md, with its options', (name, command) => {
    expect(read('docs/cli.md')).toContain(`\`gongkai ${name}`);
    const undocumented = command.options.filter(({ long }) => long && !read('docs/cli.md').includes(long));
    expect(undocumented.map(({ flags }) => flags)).toEqual([]);
  });

  test.each(program.commands.map((command) => [command.name(), command] as const))(
    'the command %s, in cli.md and on the first pages, with its options',
    (name, command) => {
      for (const page of ['docs/cli.md', ...READMES]) expect(read(page)).toContain(`\`gongkai ${name}`);
      const undocumented = command.options.filter(({ long }) => long && !read('docs/cli.md').includes(long));
      expect(undocumented.map(({ flags }) => flags)).toEqual([]);
    },
  );

  test('every option that all commands take, and its environment variable', () => {
    const names = program.options.flatMap(({ long, envVar }) => [long, envVar]).filter((name) => name);
    expect(names.filter((name) => !read('docs/cli.md').includes(`\`${name}`))).toEqual([]);
  });

  test('every exit code, by number and name', () => {
    const missing = Object.entries(EXIT_CODES).filter(
      ([name, code]) => !read('docs/cli.md').includes(`| ${code} | \`${name}\` |`),
    );
    expect(missing).toEqual([]);
  });

  test('every rule, in rules.md, in both languages', () => {
    const page = read('docs/rules.md');
    const missing = RULE_IDS.filter((rule) => {
      const { title } = RULES[rule];
      return !page.includes(`### \`${rule}\`\n\n${title.zh} · ${title.en}\n`);
    });
    expect(missing).toEqual([]);
    const reserved = Object.keys(RESERVED_RULES).filter((rule) => !page.includes(`| \`${rule}\` |`));
    expect(reserved).toEqual([]);
  });

  test('every status and every variable', () => {
    const names = [...CELL_STATUSES, ...variableSeeds().map(({ name }) => name)];
    expect(names.filter((name) => !read('docs/codebook.md').includes(`| \`${name}\` |`))).toEqual([]);
    expect(allVariables().length).toBeGreaterThan(200);
  });
});

test.each(ALL_PAGES)('the npm commands and links of %s exist', (page) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const commands = [...read(page).matchAll(/npm (?:run )?(start|test|run|[\w:]+)/g)]
    .filter(([command]) => /^npm (?:start|test)$|^npm run /.test(command))
    .map((match) => match[1] ?? '');
  expect(commands.filter((name) => !(name in scripts))).toEqual([]);
  const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => match[1] ?? '');
  expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
});

test.each(READMES)('%s names the two commands on its first screen', (page) => {
  const first = read(page).split('\n').slice(0, 20).join('\n');
  expect(first).toMatch(/^npm start /m);
  expect(first).toMatch(/^npm test /m);
});

describe('the examples are true', () => {
  const file = 'data/sample/shuangliao-2021.txt';
  const recordIn = async (lang: 'zh' | 'en') => {
    const bytes = readFileSync(join(root, file));
    const extraction = await extractDocument(bytes, { file }, { gazetteer: loadGazetteer() });
    return toDocumentRecord({ file }, extraction, [], lang);
  };

  test('the JSON of cli.md is a part of what extract gives', async () => {
    const example = JSON.parse(blocks('docs/cli.md', 'json')[0] ?? '') as Awaited<
      ReturnType<typeof recordIn>
    >;
    const record = await recordIn('en');
    expect(Object.keys(example)).toEqual(Object.keys(record));
    const { values, cells, claims, findings, ...whole } = example;
    expect(record).toMatchObject(whole);
    expect(record.values).toMatchObject(values);
    expect(record.cells).toEqual(expect.arrayContaining(cells));
    expect(record.claims).toEqual(expect.arrayContaining(claims));
    expect(record.findings).toEqual(expect.arrayContaining(findings));
  });

  test.each([
    ['README.md', 'en'],
    ['README.zh-CN.md', 'zh'],
  ] as const)('the cell and the finding of %s are those of the included report', async (page, lang) => {
    const [cell, finding] = blocks(page, 'json').map((block) => JSON.parse(block) as object);
    const record = await recordIn(lang);
    expect(record.cells).toContainEqual(cell);
    expect(record.findings).toContainEqual(expect.objectContaining(finding ?? {}));
  });

  const folder = mkdtempSync(join(tmpdir(), 'gongkai-docs-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('every SQL example of database.md runs, and every view is described', () => {
    const store = openStore(join(folder, 'docs.sqlite'));
    try {
      seedVariables(store, variableSeeds());
      const examples = blocks('docs/database.md', 'sql');
      expect(examples.length).toBeGreaterThan(4);
      for (const sql of examples) expect(() => store.sqlite.prepare(sql).all()).not.toThrow();
      const views = store.sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'view'").pluck().all();
      expect(views.filter((view) => !read('docs/database.md').includes(`| \`${view}\` |`))).toEqual([]);
    } finally {
      store.close();
    }
  });
});
