import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Receiver {
  readonly connectTo: string;
  readonly port: number;
  readonly received: Received[];
  close(): Promise<void>;
}

/** Answers to give in turn, the last one for ever: a status, a status with a body, or none at all. */
export type Behaviour = number | readonly [status: number, body: string] | 'silence';

/** A service on 127.0.0.1 that takes messages. */
export async function startReceiver(...behaviours: readonly Behaviour[]): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer(async (incoming, response) => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part as Buffer);
    const behaviour = behaviours[Math.min(received.length, behaviours.length - 1)] ?? 200;
    received.push({
      ...{ method: incoming.method ?? '', path: incoming.url ?? '', headers: incoming.headers },
      body: Buffer.concat(parts).toString(),
    });
    if (behaviour === 'silence') return;
    const [status, body] = typeof behaviour === 'number' ? [behaviour, 'ok'] : behaviour;
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ connectTo: `*:80:127.0.0.1:${port}`, port, received },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
