import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** What the server does with one connection: takes the mail, answers what begins so with a code, says nothing, or drips. */
export type MailBehaviour = 'take' | 'silence' | 'drip' | readonly [command: string, answer: string];

export interface MailServer {
  readonly url: string;
  /** Commands as they came, by connection. */
  readonly sessions: string[][];
  /** Mails that were taken, with their headers. */
  readonly mails: string[];
  close(): Promise<void>;
}

const ANSWERS: Readonly<Record<string, string>> = {
  ...{ EHLO: '250-localhost\r\n250-AUTH PLAIN LOGIN\r\n250 8BITMIME', AUTH: '235 2.7.0 ok', QUIT: '221 bye' },
  DATA: '354 go on',
};

/** A mail server (RFC 5321) on 127.0.0.1; behaviours in turn, the last one for ever. */
export async function startMailServer(...behaviours: readonly MailBehaviour[]): Promise<MailServer> {
  const sessions: string[][] = [];
  const mails: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const behaviour = behaviours[Math.min(sessions.length, behaviours.length - 1)] ?? 'take';
    const commands: string[] = [];
    sessions.push(commands);
    sockets.add(socket.on('error', () => undefined).on('close', () => sockets.delete(socket)));
    if (behaviour === 'silence') return;
    if (behaviour === 'drip') {
      const timer = setInterval(() => socket.write('2'), 20);
      socket.on('close', () => clearInterval(timer));
      return;
    }
    serve(socket, commands, behaviour);
  });

  function serve(socket: Socket, commands: string[], behaviour: MailBehaviour): void {
    let buffered = '';
    let inData = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 localhost ESMTP');
    socket.setEncoding('utf8').on('data', (piece) => {
      buffered += piece;
      for (;;) {
        const end = inData ? buffered.indexOf('\r\n.\r\n') : buffered.indexOf('\r\n');
        if (end < 0) return;
        const text = buffered.slice(0, end);
        buffered = buffered.slice(end + (inData ? 5 : 2));
        const name = inData ? '.' : (text.split(/[ :]/, 1)[0]?.toUpperCase() ?? '');
        if (!inData) commands.push(text);
        const asked = inData ? '.' : text.toUpperCase();
        const refusal =
          typeof behaviour === 'object' && asked.startsWith(behaviour[0]) ? behaviour[1] : undefined;
        if (name === '.' && refusal === undefined) mails.push(text);
        inData = name === 'DATA' && refusal === undefined;
        say(refusal ?? ANSWERS[name] ?? '250 ok');
      }
    });
  }

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ url: `smtp://127.0.0.1:${port}`, sessions, mails },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
