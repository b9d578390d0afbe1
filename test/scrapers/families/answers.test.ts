import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Family } from '../../../scrapers/families/family.ts';
import { jcms } from '../../../scrapers/families/jcms.ts';
import { jpaas } from '../../../scrapers/families/jpaas.ts';
import { ucap } from '../../../scrapers/families/ucap.ts';

/** Answers of a gateway may be of any form, and say any number. */
const number = fc.oneof(
  fc.integer(),
  fc.constantFrom(0, 1, 1e9, -1, 2 ** 53),
  fc.double(),
  fc.string({ maxLength: 4 }),
);
const MOST = 200;

const unit = fc
  .record({ rows: number, count: number, page: number, junk: fc.string({ maxLength: 40 }) })
  .map(({ rows, count, page, junk }) => ({
    url: `http://a.gov.cn/api-gateway/jpaas-publish-server/front/page/build/unit?pageId=1&paramJson=${encodeURIComponent(`{"pageNo":${page}}`)}`,
    text: JSON.stringify({
      data: { html: `<a href="${junk}">${junk}</a><p rows="${rows}" count="${count}">` },
    }),
  }));
const search = fc
  .record({ total: number, page: number, rows: number, results: fc.jsonValue(), url: fc.string() })
  .map(({ url, ...data }) => ({
    url: 'http://a.gov.cn/common/search/abcdef?page=1&_isJson=true',
    text: JSON.stringify({ data: { ...data, results: [{ title: '甲', url }, ...[data.results].flat()] } }),
  }));
const wellFormedSearch = fc
  .record({ total: fc.nat(), page: fc.integer({ min: 1 }), rows: fc.integer({ min: 1 }), url: fc.string() })
  .map(({ url, ...data }) => ({
    url: 'http://a.gov.cn/common/search/abcdef?page=1&_isJson=true',
    text: JSON.stringify({ data: { ...data, results: [{ title: '甲', url }] } }),
  }));
const store = fc
  .record({
    parts: fc.array(
      fc.oneof(
        fc.constantFrom(
          '<datastore>',
          '<record><![CDATA[',
          ']]></record>',
          '<nextgroup><![CDATA[',
          ']]>',
          '<a href="',
        ),
        fc.string({ maxLength: 20 }),
      ),
    ),
    settings: fc.dictionary(
      fc.constantFrom('totalRecord', 'perPage', 'columnid', 'unitid', 'proxyUrl'),
      number,
    ),
  })
  .map(({ parts, settings }) => ({
    url: 'http://a.gov.cn/col/col1/index.html',
    text: `${parts.join('')}<script>$('#1').jpage(${JSON.stringify(settings)})</script>`,
  }));
const nowhere = fc
  .constantFrom(
    '/jpaas-publish-server/front/page/build/unit',
    '/common/search/abcdef?_isJson=true',
    '',
    'col',
    ':',
  )
  .map((url) => ({
    url,
    text: '{"data":{"html":"<p rows=1 count=9>","total":9,"page":1,"rows":1,"results":[]}}',
  }));

const CASES: readonly (readonly [string, Family, fc.Arbitrary<{ url: string; text: string }>])[] = [
  ['jpaas', jpaas, fc.oneof(unit, nowhere)],
  ['ucap', ucap, fc.oneof(search, wellFormedSearch, nowhere)],
  ['jcms', jcms, fc.oneof(store, unit, nowhere)],
];

test.each(CASES)('whatever an answer says, %s asks for no more than a list may have', (_, family, pages) => {
  fc.assert(
    fc.property(pages, (page) => {
      const { more, total } = family.readList(page);
      expect(more.length).toBeLessThanOrEqual(MOST);
      expect(more.filter(({ url }) => !URL.canParse(url))).toEqual([]);
      expect(total === null || Number.isFinite(total)).toBe(true);
    }),
    { seed: 20230112, numRuns: 200 },
  );
});
