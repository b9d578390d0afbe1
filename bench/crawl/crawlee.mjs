/*
 * Crawlee's CheerioCrawler over the same pages: node crawlee.mjs FOLDER ORDER, where FOLDER has node_modules/crawlee
 * and ORDER is a JSON file. As fast as it can be made: nothing stored, no sessions, as many requests at a time as
 * there are hosts. Prints how many pages it handled.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder = '', order = ''] = process.argv.slice(2);
const { CheerioCrawler, Configuration, log } = createRequire(join(folder, 'package.json'))('crawlee');
const { lists, pages, types, concurrency } = JSON.parse(readFileSync(order, 'utf8'));
const wanted = new Set(pages);
const seen = new Set(lists);
log.setLevel(log.LEVELS.ERROR);
let handled = 0;

const crawler = new CheerioCrawler(
  {
    ...{ minConcurrency: concurrency, maxConcurrency: concurrency, maxRequestRetries: 1 },
    ...{ useSessionPool: false, persistCookiesPerSession: false, additionalMimeTypes: types },
    statisticsOptions: { persistenceOptions: { enable: false } },
    requestHandler: async ({ $, request, crawler }) => {
      handled++;
      if (!$) return;
      const links = [];
      for (const element of $('a[href]')) {
        const href = $(element).attr('href') ?? '';
        if (!URL.canParse(href, request.loadedUrl)) continue;
        const url = new URL(href, request.loadedUrl).href;
        if (!wanted.has(url) || seen.has(url)) continue;
        seen.add(url);
        links.push(url);
      }
      if (links.length > 0) await crawler.addRequests(links);
    },
  },
  new Configuration({ persistStorage: false }),
);
await crawler.run(lists);
process.stdout.write(`${handled}\n`);
