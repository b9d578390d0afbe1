import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** One request as a site sees it. */
export interface SiteRequest {
  readonly host: string;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** How often this address was asked for before, in this web. */
  readonly attempt: number;
}

/** An answer; `body` is sent as it is. */
export interface SiteResponse {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** One virtual host. */
export interface Site {
  readonly host: string;
  /** undefined: the web's plain 404. */
  answer(request: SiteRequest): SiteResponse | undefined;
}

/** What happens to an answer on its way; takes over the response, or returns false to let it pass. */
export type Fault = (
  request: SiteRequest,
  answer: SiteResponse,
  response: ServerResponse,
  socket: Socket,
) => boolean;

/** A line of the log: times in ms of one monotonic clock. */
export interface LogLine {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly connection: number;
  readonly start: number;
  end: number;
  readonly userAgent: string | undefined;
  readonly ifNoneMatch: string | undefined;
}

/** A local web: many virtual hosts on one loopback port. */
export interface LocalWeb {
  readonly port: number;
  /** For --connect-to: every host and port leads here. */
  readonly connectTo: string;
  readonly log: LogLine[];
  /** The largest number of connections that were open at one moment, in all. */
  readonly mostOpen: () => number;
  close(): Promise<void>;
}

export interface WebOptions {
  readonly port?: number;
  readonly faults?: Fault;
}

/** Starts the web on 127.0.0.1; whoever starts it closes it. A host that no site has gets an empty answer of status 421. */
export async function startWeb(
  sites: readonly Site[],
  { port = 0, faults }: WebOptions = {},
): Promise<LocalWeb> {
  const byHost = new Map(sites.map((site) => [site.host, site]));
  const attempts = new Map<string, number>();
  const connections = new Map<Socket, number>();
  const log: LogLine[] = [];
  let made = 0;
  let mostOpen = 0;

  const server: Server = createServer(async (incoming, response) => {
    const start = performance.now();
    const host = (incoming.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    const path = incoming.url ?? '/';
    const key = `${incoming.method} ${host}${path}`;
    const attempt = attempts.get(key) ?? 0;
    attempts.set(key, attempt + 1);
    const body = await readBody(incoming);
    const request: SiteRequest = {
      ...{ host, path, body, attempt, method: incoming.method ?? 'GET', headers: incoming.headers },
    };
    const answer = byHost.has(host)
      ? (byHost.get(host)?.answer(request) ?? {
          status: 404,
          body: '<html><body>404 Not Found</body></html>',
        })
      : { status: 421, body: '' };
    const line: LogLine = {
      ...{ host, path, method: request.method, status: answer.status ?? 200, start, end: Number.NaN },
      connection: connections.get(incoming.socket) ?? -1,
      userAgent: incoming.headers['user-agent'],
      ifNoneMatch: incoming.headers['if-none-match'],
    };
    log.push(line);
    response.on('close', () => {
      line.end = performance.now();
    });
    if (faults?.(request, answer, response, incoming.socket)) return;
    send(answer, response);
  });
  server.on('connection', (socket) => {
    connections.set(socket, made++);
    mostOpen = Math.max(mostOpen, connections.size);
    socket.on('close', () => connections.delete(socket));
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const bound = (server.address() as AddressInfo).port;
  return {
    port: bound,
    connectTo: `*:80:127.0.0.1:${bound}`,
    log,
    mostOpen: () => mostOpen,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Sends an answer whole. */
export function send({ status = 200, headers = {}, body }: SiteResponse, response: ServerResponse): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    ...headers,
    'content-length': bytes.length,
  });
  response.end(bytes);
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
