import { html } from 'hono/html';
import { selectRaw } from '../../../src/store/explore/select-raw.ts';
import { type Route, route } from '../../../src/web/route.ts';

/** Counts as long as it is let, within one statement that never asks for the time. */
const ENDLESS =
  'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n WHERE x < 0';

const page = (path: `/${string}`, work: Route['answer']): Route =>
  route({ method: 'get', path, access: 'reader', answer: work });

function* numbers(count: number): Generator<[number]> {
  for (let n = 0; n < count; n++) yield [n];
}

/** Pages of which some cost more than any page may. */
export const routes: readonly Route[] = [
  page('/quick', ({ person, now, store }) => ({
    title: 'Quick',
    page: html`<h1>Quick</h1>`,
    data: {
      person: person.name,
      now: now.toISOString(),
      process: process.pid,
      queryOnly: store.sqlite.pragma('query_only', { simple: true }),
    },
  })),
  page('/slow', ({ store }) => {
    selectRaw(store, ENDLESS);
    return { title: 'Slow', page: html`<h1>Slow</h1>`, data: {} };
  }),
  page('/writes', ({ store }) => {
    store.sqlite.exec("INSERT INTO archive_file (name) VALUES ('x')");
    return { title: 'Writes', page: html`<h1>Writes</h1>`, data: {} };
  }),
  ...([3, 5000, 2_000_000] as const).map((count) =>
    page(`/rows-${count}`, () => ({
      ...{ title: 'Rows', page: html`<h1>Rows</h1>`, data: {}, total: count },
      rows: { columns: ['n'], rows: numbers(count) },
    })),
  ),
  page('/cut', ({ store }) => ({
    ...{ title: 'Cut', page: html`<h1>Cut</h1>`, data: {} },
    rows: {
      columns: ['n'],
      rows: (function* () {
        for (let n = 0; n < 1700; n++) yield [n];
        selectRaw(store, ENDLESS);
      })(),
    },
  })),
];
