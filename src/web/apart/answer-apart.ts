import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type CsvDesk, csvStream } from '../answering/csv.ts';
import { HttpProblem } from '../answering/http-problem.ts';
import { asksHeadOnly } from '../answering/respond.tsx';
import type { Env } from '../security/guard.ts';
import type { Tools } from '../tools.ts';
import { type PageFile, type PageMaker, tookTooLong } from './open-pages.ts';
import type { AskedPage, PageReply } from './page-task.ts';

/** What a page reads of a request; the session is settled already. */
const PASSED_ON = ['accept', 'accept-language', 'cookie'] as const;

/** Lets a process of its own make the page. Throws HttpProblem. */
export async function answerApart(
  c: Context<Env>,
  pages: PageMaker,
  desk: CsvDesk,
  { now, tellError }: Tools,
): Promise<Response> {
  const { person, visit } = c.var;
  const headers = PASSED_ON.flatMap((name) => {
    const value = c.req.header(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const asked: AskedPage = { url: c.req.url, headers, person, visit, nowMs: now().getTime() };
  const told = <Value>(work: Promise<Value>): Promise<Value> =>
    work.catch((error: unknown) => {
      if (tookTooLong(error)) throw new HttpProblem(504);
      throw error;
    });
  const made = await told(pages.make(asked));
  for (const error of made.told) tellError(new Error(error));
  if (made.whole || asksHeadOnly(c))
    return headed(c, made).body(made.body, made.status as ContentfulStatusCode);
  const leave = await desk.enter();
  if (!leave) throw new HttpProblem(503);
  const file = pages.open(asked);
  const end = () => {
    file.end();
    leave();
  };
  try {
    const first = await told(file.next());
    return headed(c, first).body(csvStream(partsOf(file, first), end), first.status as ContentfulStatusCode);
  } catch (error) {
    end();
    throw error;
  }
}

function headed(c: Context<Env>, { headers }: PageReply): Context<Env> {
  for (const [name, value] of headers) c.header(name, value);
  return c;
}

async function* partsOf(file: PageFile, first: PageReply): AsyncGenerator<Uint8Array> {
  let part = first;
  for (yield part.body; !part.whole; yield part.body) part = await file.next();
}
