import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { openParsePool } from '../../src/pipeline/parse-pool.ts';

const naughty = openParsePool({
  threads: 2,
  timeoutMs: 3000,
  memoryMb: 64,
  worker: new URL('./workers/naughty.mjs', import.meta.url),
});
const real = openParsePool({ threads: 1 });
afterAll(() => Promise.all([naughty.close(), real.close()]));

const one = (kind: number) => naughty.extract(Uint8Array.of(kind), {});

test('a document that hangs is given up, with a finding, and the next one is read', async () => {
  const [hung, fine] = await Promise.all([one(1), one(0)]);
  expect(hung.findings.map((finding) => finding.rule)).toEqual(['document.too_complex']);
  expect(hung.findings[0]?.message.en).toContain('3 s');
  expect(fine).toEqual({ read: 0 });
  expect(await one(0)).toEqual({ read: 0 });
}, 30_000);

test('a document that waits behind others that hang is not given up with them', async () => {
  const [, , fine] = await Promise.all([one(1), one(1), one(0)]);
  expect(fine).toEqual({ read: 0 });
}, 60_000);

test('a document that eats the memory costs its thread, not the process', async () => {
  const burst = await one(2);
  expect(burst.findings.map((finding) => finding.rule)).toEqual(['document.too_complex']);
  expect(burst.findings[0]?.message.en).toContain('64 MB');
  expect(await one(0)).toEqual({ read: 0 });
}, 30_000);

test('a fault of the parser is thrown, not taken for a fault of the document', async () => {
  await expect(one(3)).rejects.toThrow('a fault of the parser');
});

test('the real worker gives the record that the same code gives in this process', async () => {
  const bytes = readFileSync(new URL('../../data/sample/shuangliao-2021.txt', import.meta.url));
  const record = await real.extract(bytes, { file: 'shuangliao-2021.txt' });
  expect(record.report).toMatchObject({ place: '双辽市', division: '220382', year: 2021, form: '2021' });
  expect(record.cells.filter((cell) => cell.status === 'reported')).toHaveLength(200);
}, 30_000);

test('a document that goes on telling that it is read is not given up', async () => {
  expect(await one(4)).toEqual({ read: 4 });
}, 30_000);
