import { describe, expect, test } from 'vitest';
import type { FetchResult } from '../../src/model/exchange.ts';
import { CHALLENGE_PAGE } from '../sites/challenged-first.ts';
import * as faults from '../sites/faults.ts';
import type { SiteResponse } from '../sites/web.ts';
import { REPORT, siteOf, startClient } from './with-web.ts';

const told = (result: FetchResult): string => (result.kind === 'failed' ? result.cause : result.kind);
const PAGES = {
  '/nb/1.html': REPORT,
  '/nb/x/2.html': REPORT,
  '/nb?id=3': REPORT,
  '/%E5%B9%B4/4.html': REPORT,
};

/** What becomes of a page under a robots.txt. */
async function underRobots(robots: SiteResponse | string, path = '/nb/1.html'): Promise<string> {
  const { client } = await startClient([siteOf('a.gov.cn', { ...PAGES, '/robots.txt': robots })]);
  return told(await client.fetch({ url: `http://a.gov.cn${path}` }));
}

describe('robots.txt', () => {
  test.each<[robots: string, path: string, told: string]>([
    ['', '/nb/1.html', 'document'],
    ['User-agent: *\nDisallow:', '/nb/1.html', 'document'],
    ['User-agent: *\nDisallow: /', '/nb/1.html', 'robots'],
    ['\ufeffUser-agent: *\nDisallow: /', '/nb/1.html', 'robots'],
    ['User-agent: *\r\nDisallow: /nb/ # all\r\n', '/nb/1.html', 'robots'],
    ['User-agent: *\rDisallow: /nb/', '/nb/1.html', 'robots'],
    ['USER-AGENT: GONGKAI\nDISALLOW: /', '/nb/1.html', 'robots'],
    ['User-agent: gongkai/2.0\nDisallow: /', '/nb/1.html', 'robots'],
    ['User-agent: other\nDisallow: /', '/nb/1.html', 'document'],
    ['User-agent: *\nDisallow: /\n\nUser-agent: gongkai\nAllow: /', '/nb/1.html', 'document'],
    ['User-agent: other\nUser-agent: gongkai\nDisallow: /nb/', '/nb/1.html', 'robots'],
    ['User-agent: gongkai\nDisallow: /a\n\nUser-agent: gongkai\nDisallow: /nb/', '/nb/1.html', 'robots'],
    ['User-agent: *\nDisallow: /nb\nAllow: /nb/x', '/nb/x/2.html', 'document'],
    ['User-agent: *\nAllow: /nb/x\nDisallow: /nb/x', '/nb/x/2.html', 'document'],
    ['User-agent: *\nDisallow: /*.html$', '/nb/1.html', 'robots'],
    ['User-agent: *\nDisallow: /*?', '/nb?id=3', 'robots'],
    ['User-agent: *\nDisallow: /*?', '/nb/1.html', 'document'],
    ['User-agent: *\nDisallow: /年/', '/年/4.html', 'robots'],
    ['User-agent: *\nDisallow: /%e5%b9%b4/', '/年/4.html', 'robots'],
    ['<html><body>404</body></html>', '/nb/1.html', 'document'],
  ])('%j: %s is %s', async (robots, path, outcome) => expect(await underRobots(robots, path)).toBe(outcome));

  test.each([404, 403, 401, 410, 451])('that answers %d forbids nothing', async (status) =>
    expect(await underRobots({ status, body: 'User-agent: *\nDisallow: /' })).toBe('document'),
  );

  test('that answers 500, after all tries, forbids all', async () =>
    expect(await underRobots({ status: 500, body: '' })).toBe('robots'));

  test('in place of which a test for people stands gives that cause', async () =>
    expect(await underRobots({ status: 521, body: CHALLENGE_PAGE })).toBe('challenge'));

  test('that the host breaks off gives the cause of the network', async () => {
    const sites = [siteOf('a.gov.cn', PAGES)];
    const { web, client } = await startClient(sites, {
      faults: faults.faultsByAddress({ 'a.gov.cn/robots.txt': faults.reset }),
    });
    const results = [1, 2].map(() => client.fetch({ url: 'http://a.gov.cn/nb/1.html' }));
    expect((await Promise.all(results)).map(told)).toEqual(['reset', 'reset']);
    expect(web.log.map(({ path }) => path)).toEqual(Array(3).fill('/robots.txt'));
  });

  test('is read up to 500 KiB', async () => {
    const filler = `# ${'x'.repeat(500 * 1024)}\n`;
    expect(await underRobots(`User-agent: *\nDisallow: /nb/\n${filler}`)).toBe('robots');
    expect(await underRobots(`User-agent: *\n${filler}Disallow: /nb/\n`)).toBe('document');
  });

  test.each([
    [5, 'robots'],
    [6, 'document'],
  ])('is followed over %d redirects: %s', async (count, outcome) => {
    const steps = Array.from({ length: count }, (_, at) => {
      const location = at === count - 1 ? 'http://b.gov.cn/rules' : `/r${at + 1}`;
      return [
        at === 0 ? '/robots.txt' : `/r${at}`,
        { status: 301, headers: { location }, body: '' },
      ] as const;
    });
    const rules = siteOf('b.gov.cn', { '/rules': 'User-agent: *\nDisallow: /nb/' });
    const { client } = await startClient([
      siteOf('a.gov.cn', { ...PAGES, ...Object.fromEntries(steps) }),
      rules,
    ]);
    expect(told(await client.fetch({ url: 'http://a.gov.cn/nb/1.html' }))).toBe(outcome);
  });

  test('is obeyed where a redirect leads, too', async () => {
    const moved = { status: 302, headers: { location: 'http://b.gov.cn/nb/1.html' }, body: '' };
    const sites = [
      siteOf('a.gov.cn', { '/moved': moved }),
      siteOf('b.gov.cn', { ...PAGES, '/robots.txt': 'User-agent: *\nDisallow: /' }),
    ];
    const { web, client } = await startClient(sites);
    expect(await client.fetch({ url: 'http://a.gov.cn/moved' })).toMatchObject({
      ...{ cause: 'robots', url: 'http://b.gov.cn/nb/1.html' },
      exchanges: [{ status: 302 }],
    });
    expect(web.log.map(({ host, path }) => host + path)).toEqual([
      'a.gov.cn/robots.txt',
      'a.gov.cn/moved',
      'b.gov.cn/robots.txt',
    ]);
  });
});
