import { buildApp } from '../app.tsx';
import type { Route } from '../route.ts';
import type { Env } from '../security/guard.ts';
import type { Tools } from '../tools.ts';
import type { AskedPage, BrokenReply, PageReply, PageTask } from './page-task.ts';

type Reader = ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;
const NOTHING = new Uint8Array();

/** Answers the tasks that this process is sent, by the routes of the app without its guards: the parent has them. */
export function answerPages(given: Omit<Tools, 'now' | 'tellError'>, routes: readonly Route[]): void {
  let nowMs = 0;
  let told: string[] = [];
  const tools: Tools = {
    ...given,
    now: () => new Date(nowMs),
    tellError: (error) => told.push(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  };
  const app = buildApp(tools, routes, [
    async (c, next) => {
      const { person, visit } = c.env as unknown as Env['Variables'];
      c.set('person', person);
      c.set('visit', visit);
      await next();
    },
  ]);
  let file: Parts | undefined;

  const ask = async ({ url, headers, person, visit, nowMs: now }: AskedPage): Promise<Response> => {
    nowMs = now;
    return await app.fetch(new Request(url, { headers: headers.map(([...pair]) => pair) }), {
      person,
      visit,
    });
  };
  const answer = async (task: PageTask): Promise<Omit<PageReply, 'heldBytes' | 'told'>> => {
    if (task.kind === 'more') return { status: 200, headers: [], ...(await (file as Parts).next()) };
    const response = await ask(task.asked);
    const { status } = response;
    const headers = [...response.headers];
    if (!response.headers.get('content-type')?.startsWith('text/csv'))
      return { status, headers, body: new Uint8Array(await response.arrayBuffer()), whole: true };
    file = await partsOf(response);
    const first = await file.next();
    if (task.kind === 'file' || first.whole) return { status, headers, ...first };
    await file.cancel();
    return { status, headers, body: NOTHING, whole: false };
  };
  process.on('message', (task: PageTask) => {
    told = [];
    void answer(task)
      .then((reply) => process.send?.({ ...reply, told, heldBytes: process.memoryUsage.rss() }))
      .catch((error: unknown) => {
        const broken: BrokenReply = { broken: String(error), heldBytes: process.memoryUsage.rss() };
        process.send?.(broken);
      });
  });
}

interface Parts {
  next(): Promise<Pick<PageReply, 'body' | 'whole'>>;
  cancel(): Promise<void>;
}

/** The parts of a body; the one before it is known to be the last comes with that knowledge. */
async function partsOf({ body }: Response): Promise<Parts> {
  const reader = body?.getReader() as Reader;
  let ahead = await reader.read();
  return {
    next: async () => {
      const now = ahead;
      if (!now.done) ahead = await reader.read();
      return { body: now.value ?? NOTHING, whole: ahead.done };
    },
    cancel: () => reader.cancel(),
  };
}
