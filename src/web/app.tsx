import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { csvDesk } from './answering/csv.ts';
import { entityTag, hasTag } from './answering/entity-tag.ts';
import { addressAs, type Format, formatOf, pathsOf } from './answering/formats.ts';
import { HttpProblem } from './answering/http-problem.ts';
import { problemPage } from './answering/problem-page.tsx';
import { readRequest } from './answering/read-request.ts';
import { type Means, respond, wantsJson } from './answering/respond.tsx';
import { answerApart } from './apart/answer-apart.ts';
import { type Assets, loadAssets } from './assets.ts';
import { placesFor } from './navigation.ts';
import { Layout } from './parts/layout.tsx';
import { readPreferences } from './preferences.ts';
import type { Elsewhere, Route } from './route.ts';
import { ROUTES } from './routes.ts';
import { mayUse, NOBODY } from './security/access.ts';
import { type Env, guardsOf } from './security/guard.ts';
import { COMMON } from './texts/common.ts';
import type { Tools } from './tools.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';

/** The whole app: every route of the list, each in its formats, behind the same checks. */
export function buildApp(
  tools: Tools,
  routes: readonly Route[] = ROUTES,
  guards: readonly MiddlewareHandler<Env>[] = guardsOf(tools),
): Hono<Env> {
  const app = new Hono<Env>();
  const assets = loadAssets(tools.root);
  for (const guard of guards) app.use(guard);
  for (const [path, { bytes, type }] of assets.files)
    app.get(path, (c) => c.body(bytes, 200, { 'Content-Type': type, 'Cache-Control': FOR_EVER }));
  const ask: House['ask'] = (request, env) => app.fetch(request, env);
  const house: House = { tools, assets, routes, desk: csvDesk(), ask };
  const answerProblem = (c: PageContext, problem: HttpProblem) => {
    if (problem.status === 401 && c.req.method === 'GET' && formatFor(c) === 'html') return toLogin(c);
    const answer = problemPage(problem, preferencesOf(c).lang);
    // Words of an error are never rows of a CSV.
    return respond(c, answer, formatFor(c) === 'html' ? 'html' : 'json', meansFor(c, house));
  };
  for (const entry of routes)
    for (const path of pathsOf(entry))
      app.on(entry.method.toUpperCase(), path, (c) => answerRoute(c, entry, house));
  app.notFound((c) => answerProblem(c, new HttpProblem(404)));
  app.onError((error, c) => {
    if (error instanceof HttpProblem) return answerProblem(c, error);
    tools.tellError(error);
    return answerProblem(c, new HttpProblem(500));
  });
  return app;
}

type PageContext = Context<Env>;

interface House {
  readonly tools: Tools;
  readonly assets: Assets;
  readonly routes: readonly Route[];
  readonly desk: Means['desk'];
  /** What the app answers to another request of the same connection. */
  readonly ask: (request: Request, env: Context['env']) => Response | Promise<Response>;
}

async function answerRoute(c: PageContext, entry: Route, house: House): Promise<Response> {
  const { tools } = house;
  const { person, visit } = c.var;
  if (!mayUse(person, entry.access))
    throw person.name === ''
      ? new HttpProblem(401)
      : new HttpProblem(403, COMMON.forbiddenHint[preferencesOf(c).lang]);
  if (formatFor(c) === 'csv' && !entry.bytes) {
    const tag = entityTag(c, tools.reader, preferencesOf(c).lang);
    if (hasTag(c, tag)) return c.body(null, 304, { ETag: tag });
    c.header('ETag', tag);
  }
  if (tools.pages && entry.method === 'get' && !entry.bytes)
    return answerApart(c, tools.pages, house.desk, tools);
  const preferences = preferencesOf(c);
  const answer = await entry.answer({
    ...(await readRequest(c, entry, preferences.lang)),
    ...{ person, visit, ...preferences, sessions: tools.sessions },
    store: entry.method === 'get' ? tools.reader : tools.writer,
    archive: tools.archive,
    evidence: tools.evidence,
    releases: tools.releases,
    doubleShare: tools.doubleShare,
    countMs: tools.countMs,
    root: tools.root,
    now: tools.now(),
    url: new URL(c.req.url),
    header: (name) => c.req.header(name),
  });
  if ('pageAt' in answer) return answerElsewhere(c, answer, house);
  return respond(c, answer, formatFor(c), meansFor(c, house));
}

/** Asked as if it were the address of the request: who may see that page sees it here too. */
function answerElsewhere(c: PageContext, { pageAt }: Elsewhere, { ask }: House) {
  const here = new URL(c.req.url);
  const there = new URL(pageAt, here);
  const lang = here.searchParams.get('lang');
  if (lang !== null) there.searchParams.set('lang', lang);
  const format = formatOf(here.pathname);
  const address = format === 'html' ? there : new URL(addressAs(format, there), here);
  return ask(new Request(address, { headers: c.req.raw.headers }), c.env);
}

/** A module of a page asks for JSON by its header, a link by its ending. */
const formatFor = (c: Context): Format => (wantsJson(c) ? 'json' : formatOf(new URL(c.req.url).pathname));

/** Whoever is not logged in comes back to the page after it. */
const toLogin = (c: PageContext): Response => {
  const { pathname, search } = new URL(c.req.url);
  return c.redirect(`/login?${new URLSearchParams({ back: pathname + search })}`, 303);
};

const preferencesOf = (c: Context) =>
  readPreferences(new URL(c.req.url), getCookie(c), c.req.header('accept-language'));

function meansFor(c: PageContext, { assets, routes, desk }: House): Means {
  const url = new URL(c.req.url);
  const { lang, theme } = preferencesOf(c);
  // A guard may have refused before it was known who asks.
  const person = c.var.person ?? NOBODY;
  const frame: Means['frame'] = ({ title, page, rows, data, scripts = [], wide = false, status = 200 }) => (
    <Layout
      {...{ title, lang, theme, url, wide, person }}
      places={placesFor(person, routes)}
      styleSheet={assets.styleSheet}
      scripts={['page', ...scripts].map(assets.script)}
      formats={
        status === 200 && data !== undefined
          ? { json: addressAs('json', url), ...(rows ? { csv: addressAs('csv', url) } : {}) }
          : {}
      }
    >
      {page}
    </Layout>
  );
  return { frame, desk };
}
