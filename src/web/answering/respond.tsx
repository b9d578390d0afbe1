import type { Context } from 'hono';
import { raw } from 'hono/html';
import type { Html } from '../html.ts';
import type { Answer, BytesAnswer, PageAnswer, Redirect } from '../route.ts';
import { csvStream } from './csv.ts';
import type { Format } from './formats.ts';

/** Puts a page into its frame. */
export type Frame = (answer: PageAnswer) => Html;

/** One answer in the format it was asked for in; null when the page has no such format. */
export function respond(
  c: Context,
  answer: Answer,
  format: Format,
  frame: Frame,
): Promise<Response> | Response | null {
  if ('bytes' in answer) return respondBytes(c, answer);
  if ('redirect' in answer) return respondRedirect(c, answer);
  for (const [name, value] of Object.entries(answer.headers ?? {})) c.header(name, value);
  return RESPOND[format](c, answer, frame);
}

type Respond = (c: Context, answer: PageAnswer, frame: Frame) => Promise<Response> | Response | null;

const RESPOND: Readonly<Record<Format, Respond>> = {
  html: async (c, answer, frame) => {
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
  csv: (c, { rows, total, status }) => {
    if (!rows) return null;
    const known = total ?? (Array.isArray(rows.rows) ? rows.rows.length : undefined);
    if (known !== undefined) c.header('X-Total-Rows', String(known));
    c.header('Content-Type', 'text/csv; charset=utf-8; header=present');
    return c.body(csvStream(rows), status ?? 200);
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

/** A module of a page asks for JSON; a form and a person do not. */
export const wantsJson = (c: Context): boolean =>
  c.req.header('accept')?.startsWith('application/json') ?? false;
