import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Delivery, type OutgoingMessage, postMessage } from '../../scrapers/index.ts';
import { escapeText } from '../escape.ts';
import type { RunReport } from '../model/run-report.ts';
import { composeMessage, isWorthTelling } from '../runs/compose-message.ts';
import { refusalOf } from '../runs/services.ts';
import { EXIT_CODES } from './exit-codes.ts';
import { type FetchingOptions, readTargets } from './fetching.ts';
import { note } from './output.ts';
import { runsFolder } from './runs-folder.ts';
import type { Session } from './session.ts';
import { TEXTS } from './texts.ts';

export interface MessageOptions extends FetchingOptions {
  readonly webhook?: string;
  readonly heartbeat?: string;
}

/** Sends what the run has to say. None of it fails a run: what was not delivered is told on standard error. */
export type Send = (message: OutgoingMessage, connectTo: ReturnType<typeof readTargets>) => Promise<Delivery>;

/** A good night, one that goes on later and one with a few failed sources are all signs of life. */
const ALIVE: readonly number[] = [
  ...[EXIT_CODES.done, EXIT_CODES.someFailed, EXIT_CODES.timeBudgetReached, EXIT_CODES.stopped],
];

/** What a heartbeat's address is followed by at the end of a run: nothing for a sign of life, else the exit code. */
export const endPath = (exitCode: number): string => (ALIVE.includes(exitCode) ? '' : `/${exitCode}`);

/** Calls the heartbeat's address: a monitor that hears nothing raises the alarm itself. */
export async function beat(
  path: string,
  { heartbeat, ...options }: MessageOptions,
  session: Session,
  send: Send = postMessage,
): Promise<void> {
  if (!heartbeat) return;
  const message = { url: withPath(heartbeat, path), method: 'GET' } as const;
  tellUndelivered(message, await send(message, readTargets(options)), session);
}

/** A query (some monitors have a key there) stays behind the path. */
function withPath(address: string, path: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.pathname = `${url.pathname.replace(/\/$/, '')}${path}`;
  return url.href;
}

/** Sends the webhook message of a run that has something to say; what is not delivered is kept as a file. */
export async function tell(
  report: RunReport,
  { webhook, ...options }: MessageOptions,
  session: Session,
  send: Send = postMessage,
): Promise<void> {
  if (!webhook || !isWorthTelling(report)) return;
  const composed = composeMessage(report, webhook, session.lang, session.env['GONGKAI_WEBHOOK_SECRET']);
  const message = { url: webhook, method: 'POST', ...composed } as const;
  const detail = tellUndelivered(message, await send(message, readTargets(options)), session);
  if (detail !== null) keepUndelivered(report.run, detail, message, session);
}

/** @returns why it was not delivered, or null */
function tellUndelivered({ url }: OutgoingMessage, delivery: Delivery, session: Session): string | null {
  const detail = delivery.delivered ? refusalOf(url, delivery.answer) : delivery.detail;
  if (detail === null) return null;
  note(session, 'warn', TEXTS.messageNotDelivered(hostOf(url), escapeText(detail))[session.lang]);
  return detail;
}

/** The path and the query of such an address are its password: only its host is told. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '?');

function keepUndelivered(
  run: number,
  detail: string,
  { url, body = '' }: OutgoingMessage,
  session: Session,
): void {
  const folder = join(runsFolder(session.database), 'undelivered');
  const file = join(folder, `run-${String(run).padStart(6, '0')}.json`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      file,
      `${JSON.stringify({ run, host: hostOf(url), detail, message: JSON.parse(body) }, null, 1)}\n`,
    );
    note(session, 'warn', TEXTS.messageKept(file)[session.lang]);
  } catch (error) {
    note(session, 'warn', escapeText(error instanceof Error ? error.message : String(error)));
  }
}
