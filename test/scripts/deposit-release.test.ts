import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { loadReleaseData } from '../../src/export/release-data.ts';
import { exportFrom, MIXED, makeDatabase, RELEASE_DIR } from '../export/make-release.ts';

const TOKEN = 'a-token-that-nobody-may-see';
const CONCEPT = '10.5072/zenodo.7';
const DOI = '10.5072/zenodo.12';
const SCRIPT = join(import.meta.dirname, '../../scripts/deposit-release.ts');

/** What the mock holds and was asked. */
interface Mock {
  requests: string[];
  files: Map<string, Buffer>;
  metadata: unknown;
  spoils: boolean;
}

let mock: Mock;
let server: Server;
let address = '';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-deposit-'));
  makeDatabase(join(folder, 'db.sqlite'), MIXED.slice(0, 2));
  const data = { ...loadReleaseData(RELEASE_DIR), conceptDoi: CONCEPT };
  await exportFrom(join(folder, 'db.sqlite'), {
    to: join(folder, 'r'),
    formats: ['csv', 'parquet'],
    data,
    doi: DOI,
  });
  server = createServer(async (incoming, response) => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part as Buffer);
    const answer = answerOf(
      String(incoming.method),
      incoming.url ?? '',
      incoming.headers,
      Buffer.concat(parts),
    );
    response.writeHead(answer[0], { 'content-type': 'application/json' }).end(JSON.stringify(answer[1]));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  mock = { requests: [], files: new Map(), metadata: null, spoils: false };
});

const draft = () => ({
  ...{ id: 12, conceptrecid: '7', submitted: false },
  metadata: { prereserve_doi: { doi: DOI, recid: 12 } },
  links: { bucket: `${address}/api/files/b-1`, latest_draft: `${address}/api/deposit/depositions/12` },
  files: [{ id: 'f-old', filename: 'README.md' }],
});

/** As Zenodo answers, as far as it is asked (https://developers.zenodo.org). */
function answerOf(
  method: string,
  path: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  body: Buffer,
): [status: number, answer: unknown] {
  mock.requests.push(`${method} ${path}`);
  if (headers['authorization'] !== `Bearer ${TOKEN}`) return [401, { message: 'no' }];
  const file = /^\/api\/files\/b-1\/(.+)$/.exec(path)?.[1];
  if (method === 'PUT' && file !== undefined) {
    expect(headers['content-length']).toBe(String(body.length));
    mock.files.set(decodeURIComponent(file), body);
    const md5 = createHash('md5').update(mock.spoils ? 'spoilt' : body);
    return [201, { checksum: `md5:${md5.digest('hex')}` }];
  }
  if (method === 'DELETE') return [204, null];
  if (method === 'PUT') mock.metadata = JSON.parse(body.toString());
  return [method === 'POST' ? 201 : 200, draft()];
}

const run = (...argv: readonly string[]) =>
  new Promise<{ code: number; out: string }>((done) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', SCRIPT, '--server', address, ...argv],
      { env: { ...process.env, ZENODO_TOKEN: TOKEN } },
      (_, out, err) => done({ code: child.exitCode ?? -1, out: out + err }),
    );
  });

test('a release says its own DOI and that of all versions', () => {
  const read = (name: string) => readFileSync(join(folder, 'r', name), 'utf8');
  expect(read('CITATION.cff')).toContain(
    `\ndoi: ${DOI}\nidentifiers:\n  - type: doi\n    value: ${CONCEPT}\n`,
  );
  for (const name of ['README.md', 'README.zh.md'])
    for (const doi of [DOI, CONCEPT]) expect(read(name)).toContain(`(https://doi.org/${doi})`);
});

test('without --send nothing is asked for, and all that would be is told', async () => {
  const reserved = await run('reserve');
  expect(reserved).toMatchObject({
    code: 0,
    out: expect.stringContaining('would POST /api/deposit/depositions'),
  });
  const { code, out } = await run('upload', join(folder, 'r'), '--deposit', '12');
  expect(code).toBe(0);
  expect(out).toContain(`version DOI ${DOI}`);
  for (const name of ['README.md', 'SHA256SUMS', 'csv.tar', 'parquet.tar', 'charts.tar'])
    expect(out).toContain(`would PUT ${name} (`);
  expect(mock.requests).toEqual([]);
  expect(out).not.toContain(TOKEN);
});

test('a draft is reserved, of a first version and of a new one', async () => {
  const first = await run('reserve', '--send');
  expect(first.code).toBe(0);
  expect(first.out).toContain(`DOI of this version: ${DOI} `);
  expect(first.out).toContain(`DOI of all versions: ${CONCEPT} `);
  expect((await run('reserve', '--send', '--new-version-of', '8')).code).toBe(0);
  expect(mock.requests).toEqual([
    'POST /api/deposit/depositions',
    'POST /api/deposit/depositions/8/actions/newversion',
    'GET /api/deposit/depositions/12',
  ]);
});

test('a release arrives whole: texts as they are, folders as tars that unpack to what SHA256SUMS says', async () => {
  const { code, out } = await run('upload', join(folder, 'r'), '--deposit', '12', '--send');
  expect(out).not.toContain(TOKEN);
  expect(code).toBe(0);
  expect(mock.requests).toContain('DELETE /api/deposit/depositions/12/files/f-old');
  expect(mock.metadata).toEqual({
    metadata: JSON.parse(readFileSync(join(folder, 'r', '.zenodo.json'), 'utf8')),
  });
  expect(mock.requests.some((line) => line.includes('publish'))).toBe(false);
  const unpacked = join(folder, 'unpacked');
  mkdirSync(unpacked);
  for (const [name, bytes] of mock.files) {
    writeFileSync(join(unpacked, name), bytes);
    if (name.endsWith('.tar')) execFileSync('tar', ['-xf', name], { cwd: unpacked });
  }
  writeFileSync(join(unpacked, '.zenodo.json'), readFileSync(join(folder, 'r', '.zenodo.json')));
  const checked = execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: unpacked, encoding: 'utf8' });
  expect(
    checked
      .trimEnd()
      .split('\n')
      .every((line) => line.endsWith(': OK')),
  ).toBe(true);
  expect(existsSync(join(unpacked, 'parquet', 'report_values'))).toBe(true);
});

test('what does not fit is refused, and a file that arrived otherwise is told', async () => {
  mock.spoils = true;
  const spoilt = await run('upload', join(folder, 'r'), '--deposit', '12', '--send');
  expect(spoilt).toMatchObject({ code: 1, out: expect.stringContaining('did not arrive as it was sent') });
  const other = join(folder, 'other');
  await exportFrom(join(folder, 'db.sqlite'), { to: other, formats: ['csv'] });
  const without = await run('upload', other, '--deposit', '12', '--send');
  expect(without).toMatchObject({
    code: 1,
    out: expect.stringContaining(`CITATION.cff says no DOI, deposit 12 has ${DOI}`),
  });
  appendFileSync(join(other, 'README.md'), 'x');
  const changed = await run('upload', other, '--deposit', '12');
  expect(changed).toMatchObject({
    code: 1,
    out: expect.stringContaining('README.md is not what SHA256SUMS says'),
  });
  expect((await run('upload', other)).code).toBe(2);
  expect((await run('reserve', '--send', '--server', 'http://example.org')).out).toContain(
    'over https alone',
  );
});
