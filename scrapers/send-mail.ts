import { isIP } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Delivery, type MessagePatience, PATIENCE } from './post-message.ts';

/** A mail of plain text. */
export interface OutgoingMail {
  /** `smtps://user:password@host:465`, `smtp://host:25`: named by who runs this, and never repeated. */
  readonly server: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** What nodemailer adds to an error: the server's answer where there was one. */
interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** Bytes of an answer that are repeated: a server may say anything. */
const ANSWER_SHOWN = 200;

/**
 * Sends a mail through the server that is named, with TLS wherever a password is sent to another machine. A server
 * that is down, slow or busy (4xx) is asked again, one that refuses (5xx) is not. Never throws for what the server
 * does, and no detail holds the password.
 *
 * The server may lie in a private network: unlike the address of a page, it comes from nobody but who runs this.
 */
export async function sendMail(
  mail: OutgoingMail,
  { totalMs, triesAfterFirst, backoffMs }: MessagePatience = PATIENCE,
): Promise<Delivery> {
  const server = parseMailServer(mail.server);
  if (server === null) return { delivered: false, detail: 'bad_url: no address of a mail server' };
  for (let tries = 0; ; tries++) {
    const error = await tryMail(mail, server, totalMs);
    if (error === null) return { delivered: true, status: 250, answer: '' };
    if (!mayPass(error) || tries >= triesAfterFirst) {
      return { delivered: false, detail: withoutSecrets(describe(error), server) };
    }
    await sleep(backoffMs * 2 ** tries);
  }
}

/** @returns null when the server took it */
async function tryMail(
  { from, to, subject, text }: OutgoingMail,
  server: MailServer,
  totalMs: number,
): Promise<SmtpError | null> {
  const transport = await openTransport(server, totalMs);
  // Also of a server that says one byte at a time, which never is idle.
  const tooLate = Object.assign(new Error(`not done after ${totalMs} ms`), { code: 'ETIMEDOUT' });
  const timer = new AbortController();
  try {
    const late = sleep(totalMs, tooLate, { signal: timer.signal }).catch(() => tooLate);
    const sent = transport
      .sendMail({ from, to: [...to], subject, text, disableFileAccess: true, disableUrlAccess: true })
      .then(({ rejected }) => (rejected.length === 0 ? null : refusedSome(rejected.length, to.length)))
      .catch((error: unknown) => error as SmtpError);
    return await Promise.race([sent, late]);
  } finally {
    timer.abort();
    transport.close();
  }
}

const refusedSome = (refused: number, all: number): SmtpError =>
  Object.assign(new Error(`${refused} of ${all} receivers were refused`), { code: 'EENVELOPE' });

/** A mail server as its address names it. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  /** Empty: nobody logs in. */
  readonly user: string;
  readonly password: string;
}

/** `smtps://user:password@host:465` or `smtp://host:587`; null for anything else. */
export function parseMailServer(address: string): MailServer | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') return null;
  const secure = url.protocol === 'smtps:';
  try {
    return {
      ...{
        host: url.hostname.replace(/^\[|\]$/g, ''),
        secure,
        port: Number(url.port) || (secure ? 465 : 587),
      },
      ...{ user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) },
    };
  } catch {
    // A bare % in the password.
    return null;
  }
}

async function openTransport({ host, port, secure, user, password }: MailServer, totalMs: number) {
  // Loaded when there is a mail to send: most runs have none.
  const { createTransport } = await import('nodemailer');
  return createTransport({
    ...{ host, port, secure },
    ...(user === '' ? {} : { auth: { user, pass: password } }),
    // A password does not leave this machine in the clear.
    requireTLS: user !== '' && !isThisMachine(host),
    ...{ connectionTimeout: totalMs, greetingTimeout: totalMs, socketTimeout: totalMs, dnsTimeout: totalMs },
  });
}

const isThisMachine = (host: string): boolean =>
  host === 'localhost' || (isIP(host) === 4 && host.startsWith('127.')) || host === '::1';

/** A network that failed, or a server that says "later" (4xx, RFC 5321, 4.2.1). */
function mayPass({ code = '', responseCode = 0 }: SmtpError): boolean {
  if (responseCode >= 400) return responseCode < 500;
  return ['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ECONNREFUSED', 'ECONNRESET'].includes(code);
}

const describe = ({ code = 'error', response, message }: SmtpError): string =>
  `${code}: ${response ?? message}`.slice(0, ANSWER_SHOWN);

/** A server that repeats what it was told must not make a password part of a log. */
function withoutSecrets(text: string, { user, password }: MailServer): string {
  if (password === '') return text;
  const encoded = [password, `\0${user}\0${password}`].map((secret) =>
    Buffer.from(secret).toString('base64'),
  );
  const secrets = [password, encodeURIComponent(password), ...encoded];
  return secrets.reduce((left, secret) => left.replaceAll(secret, '…'), text);
}
