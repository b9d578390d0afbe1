import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FAMILY_IDS } from '../../src/model/source-entry.ts';
import { divisionInYear } from '../../src/places/gazetteer.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { checkDivision } from '../../src/sources/check-division.ts';
import { sameAddress } from '../../src/sources/find-duplicates.ts';
import { loadSources } from '../../src/sources/load-sources.ts';
import { problemLine } from '../../src/sources/source-problem.ts';

const { sources, problems, files } = loadSources('data/sources', loadGazetteer());

test('every committed entry loads', () => {
  expect(problems.map((problem) => problemLine(problem, 'en'))).toEqual([]);
  expect(sources).toHaveLength(files);
});

test('the registry covers the country and every publishing system', () => {
  expect(sources.length).toBeGreaterThanOrEqual(150);
  expect(new Set(sources.map(({ division }) => division.slice(0, 2))).size).toBeGreaterThanOrEqual(28);
  expect(new Set(sources.map(({ family }) => family))).toEqual(new Set(FAMILY_IDS));
});

test('its README tells its true size', () => {
  const readme = readFileSync('data/sources/README.md', 'utf8');
  const provinces = new Set(sources.map(({ division }) => division.slice(0, 2))).size;
  expect(readme).toContain(`${sources.length} entries from ${provinces} of the 34 province-level units`);
  const fetched = sources.filter(({ checked }) => checked !== null).length;
  expect(readme.includes('No entry was fetched yet')).toBe(fetched === 0);
});

test('a slip in the code of any entry would be seen', () => {
  const gazetteer = loadGazetteer();
  const codes = [...gazetteer.unitsByCode.keys()].filter((code) =>
    divisionInYear(gazetteer, code, gazetteer.lastYear),
  );
  const slips = sources.flatMap(({ division, ...source }) =>
    codes.filter((code) => differences(code, division) === 1).map((code) => ({ ...source, division: code })),
  );
  expect(slips.length).toBeGreaterThan(1000);
  const unseen = slips.filter((slip) => checkDivision(slip, gazetteer).length === 0);
  expect(unseen.map(({ name, division }) => `${name} as ${division}`)).toEqual([]);
});

const differences = (one: string, other: string): number =>
  [...one].filter((digit, at) => digit !== other[at]).length;

test('what was never fetched says where its lists and patterns come from', () => {
  const silent = sources.filter(
    ({ checked, lists, patterns, notes = '' }) =>
      checked === null && lists.length + patterns.length > 0 && !/derived|quoted|column/.test(notes),
  );
  expect(silent.map(({ id }) => id)).toEqual([]);
});

test('an address that was left out for a reason is in no entry', () => {
  const [head, ...rows] = readFileSync('data/sources/left-out.tsv', 'utf8').trim().split('\n');
  expect(head).toBe('url\treason\tnote');
  const leftOut = rows.map((row) => row.split('\t'));
  expect(leftOut.filter((columns) => columns.length !== 3)).toEqual([]);
  const known = new Set(
    sources.flatMap(({ lists, patterns, pages }) => [...lists, ...patterns, ...pages]).map(sameAddress),
  );
  expect(leftOut.filter(([url = '']) => known.has(sameAddress(url)))).toEqual([]);
});
