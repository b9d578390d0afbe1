import { serve } from '@hono/node-server';

interface App {
  readonly fetch: (request: Request, env?: object) => Response | Promise<Response>;
}

export interface Listening {
  /** http://127.0.0.1:8080 */
  readonly address: string;
  /** Takes no new requests, lets those that run end, and closes. */
  close(): Promise<void>;
}

/** A client that sends its request more slowly than this is cut off. */
export const TIMEOUTS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  /** How often that is looked at. */
  connectionsCheckingInterval: 2000,
  keepAliveTimeout: 10_000,
  maxHeaderSize: 16 * 1024,
};

/** Opens the port. Rejects with the error of the system (EADDRINUSE, EACCES). */
export function openPort(
  app: App,
  { host, port }: { host: string; port: number },
  timeouts = TIMEOUTS,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({
      ...{ fetch: app.fetch, hostname: host, port, serverOptions: timeouts },
      overrideGlobalObjects: false,
    });
    server.once('error', reject);
    server.once('listening', () => {
      const { port: opened } = server.address() as { port: number };
      const name = host.includes(':') ? `[${host}]` : host;
      resolve({
        address: `http://${name}:${opened}`,
        close: () => new Promise((done) => server.close(() => done())),
      });
    });
  });
}
