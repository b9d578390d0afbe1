import type { Context } from 'hono';
import type { ZodType, z } from 'zod';
import type { Language } from '../../model/status.ts';
import type { Route } from '../route.ts';
import { withoutSuffix } from './formats.ts';
import { HttpProblem } from './http-problem.ts';
import { WORDS_OF } from './words-of-schemas.ts';

/** The three parts of a request that a route has schemas for. Throws HttpProblem, in the language of who asks. */
export async function readRequest(c: Context, entry: Route, lang: Language) {
  const { searchParams } = new URL(c.req.url);
  return {
    params: check(entry.params, readParams(c, entry), 404, lang),
    query: check(entry.query, readQuery(searchParams), 400, lang),
    body: entry.method === 'post' ? check(entry.body, await readBody(c), 400, lang) : undefined,
  };
}

/** A parameter at the end of the path has the ending of the format on it. */
function readParams(c: Context, { method, path, bytes }: Route): Record<string, string> {
  const params = c.req.param() as Record<string, string>;
  const last = /:(\w+)[^/]*$/.exec(path)?.[1];
  if (method !== 'get' || bytes || last === undefined) return params;
  return { ...params, [last]: withoutSuffix(params[last] ?? '') };
}

/** A name that stands more than once gives an array. `lang` belongs to the frame. */
function readQuery(search: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(search.keys())].filter((name) => name !== 'lang');
  return Object.fromEntries(
    names.map((name) => {
      const values = search.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

async function readBody(c: Context): Promise<unknown> {
  const type = c.req.header('content-type')?.split(';', 1)[0]?.trim();
  try {
    if (type === 'application/json') return await c.req.json();
    if (type === undefined) return {};
    return await c.req.parseBody({ all: true });
  } catch (error) {
    throw new HttpProblem(400, error instanceof Error ? error.message : String(error));
  }
}

function check<Value>(
  schema: ZodType<Value> | undefined,
  value: unknown,
  status: 400 | 404,
  lang: Language,
): Value | undefined {
  if (!schema) return undefined;
  const result = schema.safeParse(value, { error: WORDS_OF[lang] });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  // Whoever follows a broken link is not told of patterns.
  throw new HttpProblem(status, issue && status === 400 ? told(issue) : '');
}

/** What is wrong with which value. Of a list the item says it: the list as a whole says only that it is none. */
function told(issue: z.core.$ZodIssue, path = issue.path): string {
  const inner = issue.code === 'invalid_union' ? issue.errors[0]?.[0] : undefined;
  if (inner) return told(inner, path);
  return `${path.filter((part) => typeof part === 'string').join('.')}: ${issue.message}`;
}
