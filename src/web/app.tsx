import { type Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { addressAs, type Format, formatOf, pathsOf } from './answering/formats.ts';
import { HttpProblem } from './answering/http-problem.ts';
import { problemPage } from './answering/problem-page.tsx';
import { readRequest } from './answering/read-request.ts';
import { type Frame, respond, wantsJson } from './answering/respond.tsx';
import { type Assets, loadAssets } from './assets.ts';
import { placesFor } from './navigation.ts';
import { Layout } from './parts/layout.tsx';
import { readPreferences } from './preferences.ts';
import type { Route } from './route.ts';
import { ROUTES } from './routes.ts';
import { LOCAL_PERSON, mayUse, type Person } from './security/access.ts';
import { SECURITY_HEADERS } from './security/headers.ts';
import type { Tools } from './tools.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';

/** The whole app: every route of the list, each in its formats, behind the same checks. */
export function buildApp(tools: Tools, routes: readonly Route[] = ROUTES): Hono {
  const app = new Hono();
  const assets = loadAssets(tools.root);
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  for (const [path, { bytes, type }] of assets.files)
    app.get(path, (c) => c.body(bytes, 200, { 'Content-Type': type, 'Cache-Control': FOR_EVER }));
  const house: House = { tools, assets, routes };
  const answerProblem = (c: Context, problem: HttpProblem) => {
    const answer = problemPage(problem, preferencesOf(c).lang);
    // Words of an error are never rows of a CSV.
    return respond(c, answer, formatFor(c) === 'html' ? 'html' : 'json', frameFor(c, house)) as Response;
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

interface House {
  readonly tools: Tools;
  readonly assets: Assets;
  readonly routes: readonly Route[];
}

async function answerRoute(c: Context, entry: Route, house: House): Promise<Response> {
  const { tools } = house;
  const person = personOf(c);
  if (!mayUse(person, entry.access)) throw new HttpProblem(person.name === '' ? 401 : 403);
  const answer = await entry.answer({
    ...(await readRequest(c, entry)),
    ...{ person, ...preferencesOf(c) },
    store: entry.method === 'get' ? tools.reader : tools.writer,
    archive: tools.archive,
    evidence: tools.evidence,
    root: tools.root,
    now: tools.now(),
    url: new URL(c.req.url),
    header: (name) => c.req.header(name),
  });
  const response = respond(c, answer, formatFor(c), frameFor(c, house));
  if (!response) throw new HttpProblem(406);
  return response;
}

/** A module of a page asks for JSON by its header, a link by its ending. */
const formatFor = (c: Context): Format => (wantsJson(c) ? 'json' : formatOf(new URL(c.req.url).pathname));

const personOf = (_: Context): Person => LOCAL_PERSON;

const preferencesOf = (c: Context) =>
  readPreferences(new URL(c.req.url), getCookie(c), c.req.header('accept-language'));

function frameFor(c: Context, { assets, routes }: House): Frame {
  const url = new URL(c.req.url);
  const { lang, theme } = preferencesOf(c);
  return ({ title, page, rows, data, scripts = [], wide = false, status = 200 }) => (
    <Layout
      {...{ title, lang, theme, url, wide }}
      places={placesFor(personOf(c), routes)}
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
}
