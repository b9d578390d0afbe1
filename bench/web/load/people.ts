import { setTimeout } from 'node:timers/promises';
import { questions } from '../questions.ts';
import { pick, randomFrom } from '../random.ts';

/** What one person met with. */
export interface Met {
  readonly waitsMs: number[];
  /** Anything but what the app has to answer. */
  readonly errors: string[];
}

export interface Someone {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly seed: number;
  readonly isOver: () => boolean;
}

const READING_MS = 700;
const DECIDING_MS = 1500;

/** Opens one page after the other. */
export async function read(
  { address, headers, seed, isOver }: Someone,
  counts: { readonly reports: number; readonly findings: number },
): Promise<Met> {
  const random = randomFrom(seed);
  const asked = questions(counts.reports, counts.findings);
  const met: Met = { waitsMs: [], errors: [] };
  while (!isOver()) {
    const path = pick(random, asked).ask(random);
    const answer = await timed(met, `${address}${path}`, { headers });
    await answer?.arrayBuffer();
    if (answer && answer.status !== 200 && answer.status !== 404) met.errors.push(`${answer.status} ${path}`);
    await setTimeout(READING_MS * 2 * random());
  }
  return met;
}

/** Takes one finding after the other and decides it; `waitsMs` are of the verdicts alone. */
export async function decide({ address, headers, seed, isOver }: Someone): Promise<Met> {
  const random = randomFrom(seed);
  const met: Met = { waitsMs: [], errors: [] };
  const json = { ...headers, accept: 'application/json', 'content-type': 'application/json' };
  const ask = { waitsMs: [], errors: met.errors };
  for (let turn = 0; !isOver(); turn++) {
    const begun = await timed(ask, `${address}/review/next`, { method: 'POST', headers: json, body: '{}' });
    const { next } = ((await begun?.json()) ?? { next: null }) as { next: number | null };
    if (next === null) break;
    const shown = await timed(ask, `${address}/findings/${next}.json`, { headers });
    const { seen } = ((await shown?.json()) ?? {}) as { seen?: object };
    await setTimeout(DECIDING_MS * 2 * random());
    const verdict = pick(random, ['publisher_error', 'parser_error', 'not_an_error', 'unsure']);
    const body = JSON.stringify({ verdict, ...seen, request: `request ${seed} ${turn}` });
    const answer = await timed(met, `${address}/findings/${next}/verdict`, {
      method: 'POST',
      headers: json,
      body,
    });
    // 409: the load changed the numbers meanwhile, and the person is shown them.
    if (answer && answer.status !== 200 && answer.status !== 409)
      met.errors.push(`${answer.status} ${await answer.text()}`);
  }
  return met;
}

async function timed(met: Met, url: string, init: RequestInit): Promise<Response | null> {
  const start = performance.now();
  try {
    const response = await fetch(url, init);
    met.waitsMs.push(performance.now() - start);
    return response;
  } catch (error) {
    met.errors.push(`${url}: ${String(error)}`);
    return null;
  }
}
