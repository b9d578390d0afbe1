import type { Context } from 'hono';
import { raw } from 'hono/html';
import type { Html } from '../html.ts';
import type { Answer, BytesAnswer, Elsewhere, PageAnswer, Redirect } from '../route.ts';
import { type CsvDesk, csvParts, csvStream } from './csv.ts';
import type { Format } from './formats.ts';
import { HttpProblem } from './http-problem.ts';

/** What pages are sent with. */
export interface Means {
  /** Puts a page into its frame. */
  readonly frame: (answer: PageAnswer) => Html;
  readonly desk: CsvDesk;
}

/** One answer in the format it was asked for in. Throws HttpProblem when the page has no such format. */
export function respond(
  c: Context,
  answer: Exclude<Answer, Elsewhere>,
  format: Format,
  means: Means,
): Promise<Response> | Response {
  if ('bytes' in answer) return respondBytes(c, answer);
  if ('redirect' in answer) return respondRedirect(c, answer);
  for (const [name, value] of Object.entries(answer.headers ?? {})) c.header(name, value);
  return RESPOND[format](c, answer, means);
}

type Respond = (c: Context, answer: PageAnswer, means: Means) => Promise<Response> | Response;

const RESPOND: Readonly<Record<Format, Respond>> = {
  html: async (c, answer, { frame }) => {
    const page = await frame(answer);
    return c.html(
      <>
        {raw('<!doctype html>')}
        {page}
      </>,
      answer.status ?? 200,
    );
  },
  json: (c, { data, status }) => c.json(data as object, status ?? 200),
  csv: async (c, { rows, total, status }, { desk }) => {
    if (!rows) throw new HttpProblem(406);
    const known = total ?? (Array.isArray(rows.rows) ? rows.rows.length : undefined);
    if (known !== undefined) c.header('X-Total-Rows', String(known));
    c.header('Content-Type', 'text/csv; charset=utf-8; header=present');
    if (asksHeadOnly(c)) return c.body(null, status ?? 200);
    const leave = await desk.enter();
    if (!leave) throw new HttpProblem(503);
    return c.body(csvStream(csvParts(rows), leave), status ?? 200);
  },
};

function respondRedirect(c: Context, { redirect, data, cookies = [] }: Redirect): Response {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
  return wantsJson(c) ? c.json((data ?? { to: redirect }) as object) : c.redirect(redirect, 303);
}

function respondBytes(c: Context, { bytes, type, status, headers = {} }: BytesAnswer): Response {
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  c.header('Content-Type', type);
  return c.body(bytes as string, status ?? 200);
}

/** Nobody reads the body then: a file that was begun would keep its place at the desk. */
export const asksHeadOnly = (c: Context): boolean => c.req.raw.method === 'HEAD';

/** A module of a page asks for JSON; a form and a person do not. */
export const wantsJson = (c: Context): boolean =>
  c.req.header('accept')?.startsWith('application/json') ?? false;
