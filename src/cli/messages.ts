import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Delivery,
  type OutgoingMail,
  type OutgoingMessage,
  parseMailServer,
  postMessage,
  sendMail,
} from '../../scrapers/index.ts';
import { escapeText } from '../escape.ts';
import type { RunReport } from '../model/run-report.ts';
import { MESSAGE_CAUSE, toLine } from '../pipeline/crawl/run-log.ts';
import { composeMail, composeMessage, isWorthTelling } from '../runs/compose-message.ts';
import { refusalOf } from '../runs/services.ts';
import { EXIT_CODES } from './exit-codes.ts';
import { type FetchingOptions, readTargets } from './fetching.ts';
import { note } from './output.ts';
import { logToFile } from './run-log-file.ts';
import { runsFolder } from './runs-folder.ts';
import type { Session } from './session.ts';
import { TEXTS } from './texts.ts';
import { UsageError } from './usage-error.ts';

export interface MessageOptions extends FetchingOptions {
  readonly webhook?: string;
  readonly heartbeat?: string;
  /** Addresses, with commas between. */
  readonly mailTo?: string;
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
  const url = withPath(heartbeat, path);
  const detail = whyNot(url, await send({ url, method: 'GET' }, readTargets(options)));
  if (detail !== null) tellUndelivered(hostOf(url), detail, session);
}

/** A query (some monitors have a key there) stays behind the path. */
function withPath(address: string, path: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.pathname = `${url.pathname.replace(/\/$/, '')}${path}`;
  return url.href;
}

/** A message that was not delivered, as the run's report and the file beside it tell of it. */
type Undelivered = NonNullable<RunReport['undelivered']>[number];

/** What sends, handed in so that a test has less patience. */
export interface Senders {
  readonly send: Send;
  readonly mail: (mail: OutgoingMail) => Promise<Delivery>;
}

/**
 * Sends what a run has to say, by webhook and by mail; what is not delivered is told, kept as a file and in the log.
 *
 * @returns what was not delivered
 */
export async function tell(
  report: RunReport,
  options: MessageOptions,
  session: Session,
  { send, mail }: Senders = { send: postMessage, mail: sendMail },
): Promise<readonly Undelivered[]> {
  if (!isWorthTelling(report)) return [];
  const undelivered: Undelivered[] = [];
  const keep = (name: string, host: string, detail: string | null, message: unknown): void => {
    if (detail === null) return;
    undelivered.push({ host, detail });
    tellUndelivered(host, detail, session);
    keepUndelivered(report.run, name, { host, detail, message }, session);
    logToFile(
      report.run,
      session,
    )(
      toLine(
        { event: 'message_failed', level: 'warn', cause: MESSAGE_CAUSE, host },
        report.run,
        'told',
        new Date(),
      ),
    );
  };
  if (options.webhook) {
    const { webhook: url } = options;
    const composed = composeMessage(report, url, session.lang, session.env['GONGKAI_WEBHOOK_SECRET']);
    const delivery = await send({ url, method: 'POST', ...composed }, readTargets(options));
    keep('', hostOf(url), whyNot(url, delivery), JSON.parse(composed.body));
  }
  const settings = readMail(options, session);
  if (settings) {
    const composed = composeMail(report, session.lang);
    const delivery = await mail({ ...settings, ...composed });
    keep('-mail', hostOf(settings.server), delivery.delivered ? null : delivery.detail, composed);
  }
  return undelivered;
}

/**
 * Where mails go and through which server, from `--mail-to` and the environment; null: none are sent. Throws
 * UsageError, which does not repeat the address of the server: it holds a password.
 */
export function readMail(
  { mailTo }: MessageOptions,
  { env }: Pick<Session, 'env'>,
): Pick<OutgoingMail, 'server' | 'from' | 'to'> | null {
  if (!mailTo) return null;
  const to = mailTo.split(',').map((address) => address.trim());
  const from = env['GONGKAI_MAIL_FROM'] || to[0] || '';
  for (const address of [...to, from])
    if (!MAIL_ADDRESS.test(address)) throw new UsageError(TEXTS.wrongMailAddress(address));
  const server = env['GONGKAI_SMTP'] ?? '';
  if (parseMailServer(server) === null) throw new UsageError(TEXTS.wrongMailServer);
  return { server, from, to };
}

/** An address alone, without a name: nothing in it can end a header or begin another receiver. */
const MAIL_ADDRESS = /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+$/;

const whyNot = (url: string, delivery: Delivery): string | null =>
  delivery.delivered ? refusalOf(url, delivery.answer) : delivery.detail;

function tellUndelivered(host: string, detail: string, session: Session): void {
  note(session, 'warn', TEXTS.messageNotDelivered(host, escapeText(detail))[session.lang]);
}

/** The path, the query and the user of such an address are its password: only its host is told. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '?');

function keepUndelivered(
  run: number,
  name: string,
  message: Undelivered & { readonly message: unknown },
  session: Session,
): void {
  const folder = join(runsFolder(session.database), 'undelivered');
  const file = join(folder, `run-${String(run).padStart(6, '0')}${name}.json`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, `${JSON.stringify({ run, ...message }, null, 1)}\n`);
    note(session, 'warn', TEXTS.messageKept(file)[session.lang]);
  } catch (error) {
    note(session, 'warn', escapeText(error instanceof Error ? error.message : String(error)));
  }
}
