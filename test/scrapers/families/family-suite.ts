import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArticleReading, Family, Page } from '../../../scrapers/families/family.ts';
import type { SiteOrder, SitePlan } from '../../sites/site-plan.ts';
import { askSite, walkSite } from '../../sites/walk-site.ts';

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

/** Ways to the article that a page may point to instead of holding it, as the pipeline follows them. */
const MOST_HOPS = 3;

function readThrough(plan: SitePlan, family: Family, url: string): { page: Page; article: ArticleReading } {
  let page = askSite(plan, { url });
  let article = family.readArticle(page);
  for (let hop = 0; hop < MOST_HOPS && !article.isReport && article.elsewhere[0] !== undefined; hop++) {
    page = askSite(plan, { url: article.elsewhere[0] });
    article = family.readArticle(page);
  }
  return { page, article };
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
      const urls = plan.reports.map(({ url }) => url).toSorted();

      test('its lists lead to each report once, to nothing else, and end', () => {
        const { reports } = walkSite(plan, family);
        expect(reports.map(({ url }) => url).toSorted()).toEqual(urls);
        expect(new Set(urls).size).toBe(urls.length);
      });

      test('what only looks like a report is left out with a reason, or is not looked at', () => {
        const { reports, leftOut } = walkSite(plan, family);
        const found = new Set(reports.map(({ url }) => url));
        const told = new Set(leftOut.map(({ url }) => url));
        expect(plan.decoys.filter((url) => found.has(url))).toEqual([]);
        expect(plan.decoys.filter((url) => told.has(url)).length).toBeGreaterThanOrEqual(
          plan.decoys.length / 2,
        );
      });

      test('each report is read as one, with its year, its day and its files', () => {
        for (const { url, year, attachments } of plan.reports) {
          const { article } = readThrough(plan, family, url);
          expect({ url, isReport: article.isReport }).toEqual({ url, isReport: true });
          expect(article.title).toContain(String(year));
          expect(article.published).toMatch(/^20\d\d-\d\d-\d\d$/);
          expect(article.attachments.map((file) => file.url)).toEqual(attachments);
        }
      });

      test('what only looks like a report is not read as one', () => {
        const taken = plan.decoys
          .filter((url) => !/_wap\.|\/mpost_/.test(url))
          .filter((url) => readThrough(plan, family, url).article.isReport)
          .filter((url) => !askSite(plan, { url }).text.includes('（图片版）'));
        expect(taken).toEqual([]);
      });

      test('its pages are recognised', () => {
        const list = askSite(plan, { url: plan.source.lists[0] ?? plan.reports[0]?.url ?? '' });
        const report = askSite(plan, { url: urls.at(-1) ?? '' });
        if (family.id !== 'generic') {
          expect(family.recognise(list)).toBeGreaterThanOrEqual(0.25);
          expect(family.recognise(report)).toBeGreaterThanOrEqual(0.5);
        }
      });
    },
  );

  test('damaged and foreign pages never make it throw', () => {
    const plan = siteOf(countyOrder(seeds[0] ?? 1));
    const whole = [plan.source.lists[0], plan.reports[0]?.url].flatMap((url) =>
      url === undefined ? [] : [askSite(plan, { url })],
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
