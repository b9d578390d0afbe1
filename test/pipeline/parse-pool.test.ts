import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { parseDocument } from '../../parsers/index.ts';
import { openParsePool } from '../../src/pipeline/parse-pool.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';

const naughty = openParsePool({
  threads: 2,
  timeoutMs: 1000,
  // Beside other work a second of processor takes many by the clock.
  wallMs: 120_000,
  memoryMb: 64,
  worker: new URL('./workers/naughty.mjs', import.meta.url),
});
const impatient = openParsePool({
  threads: 1,
  wallMs: 2000,
  worker: new URL('./workers/naughty.mjs', import.meta.url),
});
const real = openParsePool({ threads: 1 });
afterAll(() => Promise.all([naughty.close(), impatient.close(), real.close()]));

const one = (kind: number) => naughty.extract(Uint8Array.of(kind), {});

test('a document that hangs is given up, with a finding, and the next one is read', async () => {
  const [hung, fine] = await Promise.all([one(1), one(0)]);
  expect(hung.findings.map((finding) => finding.rule)).toEqual(['document.too_complex']);
  expect(hung.findings[0]?.message.en).toContain('1 s');
  expect(fine).toEqual({ read: 0 });
  expect(await one(0)).toEqual({ read: 0 });
}, 120_000);

test('a document that waits behind others that hang is not given up with them', async () => {
  const [, , fine] = await Promise.all([one(1), one(1), one(0)]);
  expect(fine).toEqual({ read: 0 });
}, 120_000);

test('a document that has hardly had the processor is not given up for the time on the clock', async () => {
  expect(await one(5)).toEqual({ read: 5 });
}, 120_000);

test('a document that waits for what never comes is given up by the clock', async () => {
  const hung = await impatient.extract(Uint8Array.of(6), {});
  expect(hung.findings.map((finding) => finding.rule)).toEqual(['document.too_complex']);
  expect(hung.findings[0]?.message.en).toContain('2 s');
}, 120_000);

test('what was read of a document before it reached a limit stays, with what contradicts itself in it', async () => {
  const file = 'data/sample/shuangliao-2021.txt';
  const reading = await parseDocument(readFileSync(file), { file, gazetteer: loadGazetteer() });
  const { report, cells, findings } = await naughty.extract(
    Buffer.concat([Buffer.of(7), Buffer.from(JSON.stringify(reading))]),
    {},
  );
  expect(report).toEqual(reading.report);
  expect(cells).toHaveLength(reading.cells.length);
  expect(findings.filter(({ rule }) => rule === 'applications.balance').length).toBeGreaterThan(0);
  const told = findings.find(({ rule }) => rule === 'document.not_localised');
  expect(told?.message.en).toContain('the limit was reached (1 s)');
}, 120_000);

test('a document that eats the memory costs its thread, not the process', async () => {
  const burst = await one(2);
  expect(burst.findings.map((finding) => finding.rule)).toEqual(['document.too_complex']);
  expect(burst.findings[0]?.message.en).toContain('64 MB');
  expect(await one(0)).toEqual({ read: 0 });
}, 120_000);

test('a fault of the parser is thrown, not taken for a fault of the document', async () => {
  await expect(one(3)).rejects.toThrow('a fault of the parser');
});

test('the real worker gives the record that the same code gives in this process', async () => {
  const bytes = readFileSync(new URL('../../data/sample/shuangliao-2021.txt', import.meta.url));
  const record = await real.extract(bytes, { file: 'shuangliao-2021.txt' });
  expect(record.report).toMatchObject({ place: '双辽市', division: '220382', year: 2021, form: '2021' });
  expect(record.cells.filter((cell) => cell.status === 'reported')).toHaveLength(200);
}, 120_000);

test('a document that goes on telling that it is read is not given up', async () => {
  expect(await one(4)).toEqual({ read: 4 });
}, 120_000);
