import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PLACES } from '../../test/generate/places.ts';
import { genericSite } from '../../test/sites/generic.ts';
import { type Site, type SiteResponse, send } from '../../test/sites/web.ts';
import { writeRegistry } from '../../test/sites/write-registry.ts';

/*
 * The web that all crawlers of the benchmark ask, as a process of its own: node --import tsx bench-web.ts HOSTS DIR.
 * Each host has an address of its own in 127/8, so that none needs a resolver and none is slowed by a cap a host.
 * Says what it is on its IPC channel, then answers each message with what was asked for since the last.
 */

export interface BenchWeb {
  readonly port: number;
  /** Where each crawl begins. */
  readonly lists: readonly string[];
  readonly hosts: readonly string[];
}

/** A request that was answered. */
export interface Served {
  readonly url: string;
  readonly status: number;
  readonly type: string;
  /** Unix time in milliseconds. */
  readonly at: number;
}

/** Of a host: own reports and those of three departments. */
const YEARS = [2019, 2020, 2021, 2022, 2023];
const DEPARTMENTS = ['教育局', '水利局', '司法局'];
/** All pages of a list and all reports are linked: what links lead to is the same for every crawler. */
const VARIANT = { articles: 'columns', pages: 'query', detour: 'none' } as const;
const PLACE = PLACES.find(({ level }) => level === 'county');

if (process.send) await serve(Number(process.argv[2]), process.argv[3] ?? '');

async function serve(count: number, registry: string): Promise<void> {
  const sites = new Map<string, Site>();
  let served: Served[] = [];
  const server = createServer((incoming, response) => {
    const { host: named = '', 'if-none-match': known } = incoming.headers;
    const [host = ''] = named.split(':');
    const { method = 'GET', url: path = '/' } = incoming;
    const headers = known === undefined ? {} : { 'if-none-match': known };
    const answer = sites.get(host)?.answer({ host, method, path, headers, body: '', attempt: 0 }) ?? MISSING;
    const type = answer.headers?.['content-type'] ?? 'text/html';
    served.push({ url: `http://${named}${path}`, status: answer.status ?? 200, type, at: Date.now() });
    send(answer, response);
  });
  // A crawler that closes idle connections of its own accord must not meet one that this side closes first.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((done) => server.listen(0, '0.0.0.0', done));
  const { port } = server.address() as AddressInfo;
  const plans = Array.from({ length: count }, (_, at) => planHost(at, port));
  for (const { host, plan } of plans) sites.set(host, plan.site);
  writeRegistry(
    registry,
    plans.map(({ plan, id }) => ({ ...plan.source, id })),
  );
  const lists = plans.flatMap(({ plan }) => plan.source.lists);
  process.on('message', () => {
    process.send?.(served);
    served = [];
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ port, lists, hosts: plans.map(({ host }) => host) } satisfies BenchWeb);
}

const MISSING: SiteResponse = { status: 404, body: '<html><body>404 Not Found</body></html>' };

function planHost(at: number, port: number) {
  const host = `127.0.${1 + Math.floor(at / 200)}.${1 + (at % 200)}`;
  const { name = '', code = '' } = PLACE ?? {};
  const plan = genericSite(
    {
      ...{ host: `${host}:${port}`, place: name, division: code, seed: at },
      ...{ years: YEARS, departments: DEPARTMENTS.map((department) => name + department) },
    },
    VARIANT,
  );
  return { host, plan, id: `${code}-h${at + 1}` };
}
