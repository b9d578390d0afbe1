import { describe, expect, test } from 'vitest';
import { FAMILIES, recogniseFamily } from '../../../scrapers/families/index.ts';
import type { FamilyId } from '../../../src/model/source-entry.ts';
import { buildSite } from '../../sites/build-site.ts';
import { askSite } from '../../sites/walk-site.ts';
import { REAL_ADDRESSES } from '../real-addresses.ts';
import { countyOrder } from './family-suite.ts';

const IDS = Object.keys(FAMILIES) as FamilyId[];

describe.each(IDS)('a site of %s', (id) => {
  const plan = buildSite(id, countyOrder(2));
  const pages = [...plan.source.lists, ...plan.reports.map(({ url }) => url)].map((url) =>
    askSite(plan, { url }),
  );

  test('is recognised by its lists and by its articles', () => {
    const ids = pages.map((page) => recogniseFamily(page).family.id);
    expect(new Set(ids)).toEqual(new Set([id]));
  });

  test('is told apart clearly: no other known system is half as sure', () => {
    const close = pages
      .map((page) => ({ url: page.url, ...recogniseFamily(page) }))
      .filter(
        ({ score, runnerUp }) =>
          id !== 'generic' && runnerUp.family.id !== 'generic' && runnerUp.score > score / 2,
      );
    expect(close.map(({ url, runnerUp }) => `${url} ${runnerUp.family.id}`)).toEqual([]);
  });
});

test.each(REAL_ADDRESSES.filter(({ family }) => family !== 'generic'))(
  '$url is of $family by its address alone',
  ({ family, url }) => expect(recogniseFamily({ url, text: '' }).family.id).toBe(family),
);

test.each(REAL_ADDRESSES.filter(({ family }) => family === 'generic'))(
  '$url is of no known system',
  ({ url }) => expect(recogniseFamily({ url, text: '' }).family.id).toBe('generic'),
);

test('an empty page is recognised as nothing in particular', () => {
  const { family, score } = recogniseFamily({ url: 'http://www.example.gov.cn/', text: '' });
  expect(family.id).toBe('generic');
  expect(score).toBeLessThan(0.3);
});
