import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FAMILY_IDS } from '../../src/model/source-entry.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
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
