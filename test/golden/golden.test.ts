import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ExpectedReading, extractFixture, summarise } from './extract-fixture.ts';
import { FACTS } from './facts.ts';
import { scoreDocument, type Truth } from './score-document.ts';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures');
const GENERATED = join(FIXTURES, 'generated');
const SAMPLE = join(import.meta.dirname, '..', '..', 'data', 'sample', 'shuangliao-2021.txt');
/** Where the reading of the bundled report stands: nothing but the report itself is in data/sample. */
const expectedOf = (document: string): string =>
  document === SAMPLE ? join(FIXTURES, `${basename(SAMPLE)}.expected.json`) : `${document}.expected.json`;

const isDocument = (name: string): boolean => /\.(?:html|txt|xlsx)$/.test(name);
const documents = [
  SAMPLE,
  ...readdirSync(GENERATED)
    .filter(isDocument)
    .map((name) => join(GENERATED, name)),
];
const truths = JSON.parse(readFileSync(join(GENERATED, 'truth.json'), 'utf8')) as readonly Truth[];
const NOTHING = { silent: [], inexact: [], missed: [], falseAlarms: [], metadata: [] };

describe.each(documents.map((path) => [basename(path), path] as const))('%s', (name, path) => {
  test('says what a person read off it', async () => {
    const facts = FACTS[name];
    if (!facts) throw new Error(`${name} has no facts: read the document and add them`);
    const { report, values, findings } = summarise(await extractFixture(path));
    expect(report).toMatchObject({ division: facts.division, year: facts.year, form: facts.form });
    expect(values).toMatchObject(facts.values ?? {});
    for (const begin of facts.findings ?? [])
      expect(
        findings.filter((finding) => finding.startsWith(begin)),
        begin,
      ).toHaveLength(1);
  });

  /** Written anew only by `UPDATE_GOLDEN=1 npx vitest run test/golden`; read the diff before it is kept. */
  test('reads as it did', async () => {
    const reading = summarise(await extractFixture(path));
    const file = expectedOf(path);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, `${JSON.stringify(reading, null, 1)}\n`);
    if (!existsSync(file)) throw new Error(`${file} is missing; UPDATE_GOLDEN=1 writes it`);
    expect(reading).toEqual(JSON.parse(readFileSync(file, 'utf8')) as ExpectedReading);
  });
});

test.each(truths.map((truth) => [truth.file, truth] as const))(
  '%s: every cell, finding and name is right',
  async (file, truth) => {
    const { inexact, ...score } = scoreDocument(truth, await extractFixture(join(GENERATED, file)));
    expect({ ...score, inexact: truth.ambiguous ? [] : inexact }).toEqual(NOTHING);
  },
);

test('every reading, fact and truth has its document', () => {
  const names = documents.map((path) => basename(path)).sort();
  expect(Object.keys(FACTS).sort()).toEqual(names);
  expect(truths.map(({ file }) => file).sort()).toEqual(names.filter((name) => name !== basename(SAMPLE)));
  const readings = readdirSync(GENERATED).filter((name) => name.endsWith('.expected.json'));
  expect(readings.map((name) => name.replace('.expected.json', '')).sort()).toEqual(
    names.filter((name) => name !== basename(SAMPLE)),
  );
});
