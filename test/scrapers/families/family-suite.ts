import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Family, Page } from '../../../scrapers/families/family.ts';
import type { SiteOrder, SitePlan } from '../../sites/site-plan.ts';
import { planned, walkSite } from '../../sites/walk.ts';

/** A county with departments and townships, its name and figures by the seed. */
export const countyOrder = (seed: number): SiteOrder => ({
  host: `www.county${seed}.gov.cn`,
  place: '双辽市',
  division: '220382',
  years: [2019, 2020, 2021, 2022, 2023],
  departments: ['双辽市教育局', '双辽市水利局'],
  townships: ['卧虎镇', '红旗街道', '永加乡'],
  seed,
});

/** What a site sends for an address. */
export function askSite({ site }: SitePlan, url: string): Page {
  const { pathname, search, host } = new URL(url);
  const answer = site.answer({
    host,
    method: 'GET',
    path: pathname + search,
    headers: {},
    body: '',
    attempt: 0,
  });
  return { url, text: Buffer.from(answer?.body ?? '').toString() };
}

/** The contract of a publishing system, tried on sites of the local web. */
export function describeFamily(
  family: Family,
  siteOf: (order: SiteOrder) => SitePlan,
  seeds: readonly number[],
): void {
  describe.each(seeds.map((seed) => [seed, siteOf(countyOrder(seed))] as const))(
    'a site with seed %i',
    (_, plan) => {
      const walk = walkSite(plan, family);

      test('its lists lead to each report once, with its year and its files, to nothing else, and end', () => {
        expect(walk.reports).toEqual(planned(plan));
        expect(walk.troubles).toEqual([]);
      });

      test('what only looks like a report is left out with its reason', () => {
        const told = new Map(walk.leftOut.map(({ url, reason }) => [url, reason]));
        const untold = plan.decoys.filter((url) => !told.has(url));
        expect(
          untold.map((url) => askSite(plan, url).text).filter((text) => !text.includes('年度报表')),
        ).toEqual([]);
        expect(new Set(told.values()).size).toBeGreaterThanOrEqual(4);
      });

      test('each report has its day of publication', () => {
        for (const { url } of plan.reports) {
          const article = family.readArticle(askSite(plan, url));
          if (article.isReport)
            expect({ url, day: article.published }).toEqual({
              url,
              day: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
            });
        }
      });

      test('notices, interpretations and news are not read as reports', () => {
        const read = plan.decoys.map((url) => ({ url, page: askSite(plan, url) }));
        const taken = read.filter(
          ({ page }) => !/图片版|_wap\.|mpost_/.test(page.text) && family.readArticle(page).isReport,
        );
        expect(taken.map(({ url }) => url)).toEqual([]);
      });
    },
  );

  test('damaged and foreign pages never make it throw', () => {
    const plan = siteOf(countyOrder(seeds[0] ?? 1));
    const whole = [plan.source.lists[0], plan.reports[0]?.url].flatMap((url) =>
      url === undefined ? [] : [askSite(plan, url)],
    );
    const damaged = fc
      .tuple(
        fc.constantFrom(...whole),
        fc.nat(4000),
        fc.nat(4000),
        fc.string({ unit: 'binary', maxLength: 60 }),
      )
      .map(([page, from, length, junk]) => ({
        url: page.url,
        text: page.text.slice(0, from) + junk + page.text.slice(from + length),
      }));
    const json = fc
      .json()
      .map((text) => ({ url: `http://www.county.gov.cn/gkmlpt/api/all/1?page=1&sid=1`, text }));
    const foreign = fc.record({
      url: fc.webUrl({ withQueryParameters: true }),
      text: fc.string({ unit: 'binary' }),
    });
    fc.assert(
      fc.property(fc.oneof(damaged, json, foreign), (page) => {
        expect(family.readList(page).more).toBeInstanceOf(Array);
        expect(family.readArticle(page).attachments).toBeInstanceOf(Array);
        expect(family.recognise(page)).toBeGreaterThanOrEqual(0);
        expect(family.recognise(page)).toBeLessThanOrEqual(1);
        expect(family.listsFor(page.url)).toBeInstanceOf(Array);
        expect([null, 'string']).toContain(family.patternFor(page.url) === null ? null : 'string');
      }),
      { seed: 20220131, numRuns: 30 },
    );
  });
}
