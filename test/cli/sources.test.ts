import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { sourcesAdd } from '../../src/cli/commands/sources-add.ts';
import { sourcesCheck } from '../../src/cli/commands/sources-check.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import { entry, yaml } from '../sources/entry.ts';
import { type PaperPage, paperFamily, paperReach, READING } from '../sources/paper-web.ts';
import { capture, sessionOf } from './hand-made.ts';

const root = mkdtempSync(join(tmpdir(), 'gongkai-registry-'));
afterAll(() => rmSync(root, { recursive: true }));

let folders = 0;
function registry(files: Readonly<Record<string, string>> = {}): string {
  folders += 1;
  const dir = join(root, String(folders));
  mkdirSync(dir);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  return dir;
}
const good = () =>
  registry({
    'jilin/220382.yml': yaml(),
    'guangdong/442000-dayongzhen.yml': yaml({
      name: '中山市大涌镇',
      division: '442000',
      level: 'township',
      family: 'kaipu',
      lists: ['http://www.zs.example/dyz/'],
    }),
  });
const faulty = () =>
  registry({ 'jilin/220382.yml': yaml().replace('county', 'city'), 'jilin/220300.yml': 'name: [\n' });

async function run(args: string, dir: string) {
  const io = capture();
  const argv = args.split(' ');
  const code = await runCli(dir === '' ? argv : [...argv, '--sources', dir], io);
  return { code, out: io.out(), err: io.err() };
}

test('sources list gives the entries of a place or a system', async () => {
  const dir = good();
  const all = JSON.parse((await run('sources list', dir)).out);
  expect(all).toHaveLength(2);
  expect(all[0]).toEqual({ ...entry(), notes: null });
  const ids = async (args: string) =>
    (JSON.parse((await run(`sources list ${args}`, dir)).out) as { id: string }[]).map(({ id }) => id);
  expect(await ids('--division 22')).toEqual(['220382']);
  expect(await ids('--family kaipu')).toEqual(['442000-dayongzhen']);
  expect(await ids('--division 22 --family kaipu')).toEqual([]);
});

test('sources list as a table and as CSV', async () => {
  const dir = good();
  const table = (await run('sources list --format table --lang zh', dir)).out;
  expect(table).toMatch(/220382 .*双辽市 .*trs .*2019– .*1–20 .*未访问过/);
  const csv = (await run('sources list --format csv', dir)).out.split('\r\n');
  expect(csv[0]).toBe(
    'id,name,division,level,family,lists,patterns,pages,hosts,years,assertions,scripts,checked,notes',
  );
  expect(csv[1]).toMatch(/^220382,双辽市,220382,county,trs,/);
});

test('sources list names the files that are wrong and lists the others', async () => {
  const dir = registry({ 'jilin/220382.yml': yaml(), 'jilin/220300.yml': 'name: [\n' });
  const { code, out, err } = await run('sources list', dir);
  expect(code).toBe(2);
  expect(JSON.parse(out)).toHaveLength(1);
  expect(err).toMatch(/jilin\/220300\.yml:\d+: no valid YAML/);
});

test('sources check --offline passes a good registry', async () => {
  const { code, out, err } = await run('sources check --offline', good());
  expect({ code, out, err }).toEqual({ code: 0, out: '2 sources are registered without a fault\n', err: '' });
});

test('sources check names every fault by file and line, in the language asked for', async () => {
  const dir = faulty();
  const { code, out, err } = await run('sources check --offline --log-level silent', dir);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^\S+jilin\/220300\.yml:\d: no valid YAML/);
  expect(err).toMatch(/\S+jilin\/220382\.yml:3: level: should be one of province/);
  expect(err).toMatch(/in 2 files\n$/);
  expect((await run('sources check --offline --lang zh', dir)).err).toMatch(
    /220382\.yml:3: level：应为以下之一/,
  );
});

test('the folder comes from the environment too, and one that is not there is refused', async () => {
  vi.stubEnv('GONGKAI_SOURCES', good());
  const { code, out } = await run('sources check --offline', '');
  vi.unstubAllEnvs();
  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringMatching(/^2 sources/) });
  for (const dir of [join(root, 'none'), registry()]) {
    const refused = await run('sources check --offline', dir);
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('no registered sources in') });
  }
});

test.each([
  ['sources check nobody --offline', /no source nobody/],
  ['sources list --family wordpress', /--family cannot be wordpress; choose trs/],
  ['sources list --division x', /2 to 6 digits/],
  ['sources add', /url is missing/],
  ['sources add ftp://a.example/', /http or https address, not ftp/],
  ['sources add http://127.0.0.1:8123/a.html', /127\.0\.0\.1 is no public address.*--connect-to HOST:PORT/],
  ['sources add http://a.example/ --id x', /--id takes a code of six digits/],
  ['sources add http://xxgk.shuangliao.example/zfxxgknb/', /registered already, as the source 220382/],
  ['sources lst', /no command lst; did you mean list\?/],
])('gongkai %s is refused', async (args, says) => {
  const { code, out, err } = await run(args, args === 'sources lst' ? '' : good());
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(says);
});

test('sources alone shows its commands', async () => {
  const { code, err } = await run('sources', '');
  expect(code).toBe(2);
  for (const name of ['list', 'check', 'add']) expect(err).toContain(`  ${name} `);
});

const LIST = 'http://xxgk.shuangliao.example/zfxxgknb/';
async function check(pages: Readonly<Record<string, PaperPage>>, ids: readonly string[] = ['220382']) {
  const io = capture();
  const reach = paperReach(pages);
  const code = await sourcesCheck(ids, { sources: good(), format: 'json' }, sessionOf(io), async () => reach);
  expect(reach.closed()).toBe(true);
  return { code, rows: JSON.parse(io.out()), err: io.err() };
}

test('sources check fetches the addresses and compares with what is expected', async () => {
  const { code, rows, err } = await check({ [LIST]: { reports: { 'http://x.example/1': '2021年' } } });
  expect(code).toBe(0);
  expect(rows).toEqual([
    {
      id: '220382',
      name: '双辽市',
      family: 'trs',
      verdict: 'good',
      found: 1,
      min: 1,
      max: 20,
      addresses: [{ url: LIST, kind: 'list', reports: 1, failure: null, cut: false }],
      reports: [{ url: 'http://x.example/1', title: '2021年' }],
    },
  ]);
  expect(err).toBe('1 of 1 source as expected\n');
});

test('sources check ends with 6 when a source is not as expected, and says which address failed', async () => {
  const { code, rows, err } = await check({}, []);
  expect(code).toBe(6);
  expect(rows).toHaveLength(2);
  expect(rows[1]).toMatchObject({ verdict: 'unreachable', found: 0 });
  expect(err).toContain(`220382: ${LIST} could not be fetched: dns, no address for ${LIST}`);
});

const REPORT = 'http://xxgk.shuangliao.example/zcbm/jyj/ndbg/202201/t20220110_1.html';
const OWN_LIST = 'http://xxgk.shuangliao.example/zcbm/jyj/ndbg/';
const WEB: Readonly<Record<string, PaperPage>> = {
  [REPORT]: { report: '双辽市教育局2021年年度报告' },
  [OWN_LIST]: { reports: { [REPORT]: '双辽市教育局2021年年度报告', 'http://x.example/2': '2020年年度报告' } },
};
const family = paperFamily({ listsFor: () => [OWN_LIST] });

async function add(dir: string, options: object = {}, reach = paperReach(WEB, { family })) {
  const io = capture();
  const asked = { sources: dir, ...options };
  const code = await sourcesAdd([REPORT], asked, sessionOf(io), async () => reach).finally(() => {
    expect(reach.closed()).toBe(true);
  });
  return { code, out: io.out(), err: io.err() };
}

test('sources add writes the entry that it printed, and the registry takes it', async () => {
  const dir = join(root, 'new');
  const { code, out, err } = await add(dir);
  expect(code).toBe(0);
  const file = join(dir, 'jilin/220382-jyj.yml');
  expect(readFileSync(file, 'utf8')).toBe(out);
  expect(out).toContain(`lists:\n  - ${OWN_LIST}\n`);
  expect(out).toContain('checked: 2023-05-01\n');
  expect(err).toContain('family trs: recognised from the page');
  expect(err).toContain('It would find 2 reports:\n  双辽市教育局2021年年度报告  http');
  expect(err).toContain(`written to ${file}`);
  expect((await run('sources check --offline', dir)).code).toBe(0);
});

test('sources add --dry-run prints the same and writes nothing', async () => {
  const dir = join(root, 'dry');
  const { code, out } = await add(dir, { dryRun: true });
  expect(code).toBe(0);
  expect(out).toContain('name: 双辽市教育局\n');
  expect(existsSync(dir)).toBe(false);
});

test('sources add writes no entry that finds nothing', async () => {
  const dir = join(root, 'nothing');
  const { code, out, err } = await add(dir, {}, paperReach({ [REPORT]: {} }, { family: paperFamily() }));
  expect(code).toBe(6);
  expect(out).toContain('checked: null # never fetched');
  expect(err).toMatch(/It would find 0 reports\nnot written: \S+220382-jyj\.yml/);
  expect(existsSync(dir)).toBe(false);
});

test('sources add keeps a file that is there', async () => {
  const dir = registry({ 'jilin/220382-jyj.yml': yaml({ name: '双辽市教育局' }) });
  await expect(add(dir)).rejects.toThrow(/exists already: choose another identifier/);
  expect(readFileSync(join(dir, 'jilin/220382-jyj.yml'), 'utf8')).toContain('shuangliao.example/zfxxgknb');
  expect((await add(dir, { id: '220382-jiaoyuju' })).code).toBe(0);
});

test.each<[string, RegExp, Parameters<typeof paperReach>, object]>([
  ['a page that cannot be had', /could not be fetched: no address/, [{}], {}],
  ['a page of nobody', /not certain whose/, [WEB, { reading: { ...READING, division: null } }], {}],
  ['an identifier of another place', /--id takes a code/, [WEB, { family }], { id: '110101-jyj' }],
])('sources add refuses %s', async (_, says, reach, options) => {
  const dir = join(root, 'refused');
  await expect(add(dir, options, paperReach(...reach))).rejects.toThrow(says);
  expect(existsSync(dir)).toBe(false);
});

test('options of fetching are checked before anything is fetched', async () => {
  for (const args of ['sources check', `sources add ${REPORT}`]) {
    const { code, err } = await run(`${args} --connect-to nowhere`, good());
    expect(code).toBe(2);
    expect(err).toContain('not a target for --connect-to');
  }
});
