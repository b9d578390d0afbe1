import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { extractDocument } from '../../src/pipeline/extract-document.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { whatIf } from '../../src/validators/what-if.ts';

const file = 'data/sample/shuangliao-2021.txt';
const extraction = await extractDocument(readFileSync(file), { file }, { gazetteer: loadGazetteer() });
const named = (findings: readonly { rule: string; scope: string }[]) =>
  findings.map(({ rule, scope }) => `${rule} ${scope}`);

test('the change that mends a contradiction is told to mend it, and to break nothing', () => {
  const out = 'applications.carried_out';
  const effect = whatIf(
    extraction,
    new Map([
      [`${out}.natural_person`, 1],
      [`${out}.total`, 1],
    ]),
  );
  expect(named(effect.repaired)).toEqual(
    expect.arrayContaining(['applications.balance natural_person', 'applications.balance total']),
  );
  expect(effect.broken).toEqual([]);
});

test('half of a change mends one side and breaks another', () => {
  const effect = whatIf(extraction, new Map([['applications.carried_out.natural_person', 1]]));
  expect(named(effect.repaired)).toContain('applications.balance natural_person');
  expect(named(effect.broken)).toContain('applications.row_total carried_out');
  expect(named(effect.kept)).toContain('applications.balance total');
});

test('without a change nothing is mended or broken, and the record stays as it is', () => {
  const before = structuredClone(extraction);
  const { repaired, broken, kept } = whatIf(extraction, new Map());
  expect([repaired, broken]).toEqual([[], []]);
  expect(kept.length).toBeGreaterThan(0);
  expect(extraction).toEqual(before);
});
