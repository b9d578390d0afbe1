import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseDocument } from '../../parsers/index.ts';
import type { Claim } from '../../src/model/claim.ts';
import type { Reading } from '../../src/model/extraction.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { validateAlone } from '../../src/validators/index.ts';

const file = 'data/sample/shuangliao-2021.txt';
const reading = await parseDocument(readFileSync(file), { file, gazetteer: loadGazetteer() });

/** A row of challenges that lost five cells: by its sums the ten numbers stand in the first ten columns. */
const raw = '61 | 0 | 38 | 8 | 107 | 0 | 0 | 0 | 0 | 0';
const loose: Reading = {
  ...reading,
  cells: reading.cells.map((cell) =>
    cell.variable.startsWith('challenges.')
      ? { ...cell, value: null, raw, status: 'ambiguous', source: null }
      : cell,
  ),
};
const told = (variable: string, value: number): Claim => ({
  variable,
  value,
  scope: 'agency',
  text: `${value}件`,
  start: 0,
  end: 0,
});

const provenOf = (claims: readonly Claim[]): number =>
  validateAlone({ ...loose, claims: [...claims] }).cells.filter(({ imputed }) => imputed !== undefined)
    .length;

test('of a row that lost cells, what its sums prove is withheld where the text says otherwise', () => {
  expect(provenOf([])).toBeGreaterThan(0);
  expect(provenOf([told('applications.received_new.total', 1)])).toBe(provenOf([]));
  expect(provenOf([told('challenges.litigation.total', 169)])).toBe(0);
});
