import { once } from 'node:events';
import { isIP, type Socket } from 'node:net';
import type { SecureContextOptions } from 'node:tls';
import { buildConnector, Client, type Dispatcher } from 'undici';
import type { Clock } from './clock.ts';
import type { Target } from './find-target.ts';
import { Lane } from './lane.ts';

/** How long an old connection may take to close before a new one is opened. */
const CLOSING_MS = 1_000;
const AFTER_LOSS_MS = 250;
const IDLE_CONNECTION_MS = 4_000;
/** Of an answer, in bytes: Node's own 16 KiB is too little for some rules of security and chains of cookies. */
const HEADERS = 256 * 1024;

/** Certificates and versions that are accepted; Node's own where nothing is said. */
export type TlsSettings = Pick<SecureContextOptions, 'ca' | 'ciphers' | 'minVersion' | 'secureOptions'>;

/** Makes what sends requests to one target; handed in so that a night of thousands of hosts can be simulated. */
export type OpenClient = (origin: string, target: Target) => Dispatcher;

export interface ConnectionSettings {
  readonly perAddress: number;
  readonly connectMs: number;
  readonly idleMs: number;
  readonly tls: TlsSettings;
  readonly openClient?: OpenClient;
}

/** At most one connection; it is to one origin at a time. */
interface Slot {
  key: string;
  client: Dispatcher | undefined;
  socket: Socket | undefined;
  busy: boolean;
}

/** Turns and connections of one address. */
interface AddressState {
  readonly lane: Lane;
  readonly slots: readonly Slot[];
}

/** The open connections, by address: never more to one than `perAddress`, whatever hosts are asked for there. */
export class Connections {
  readonly #addresses = new Map<string, AddressState>();
  readonly #settings: ConnectionSettings;
  readonly #clock: Clock;

  constructor(settings: ConnectionSettings, clock: Clock) {
    this.#settings = settings;
    this.#clock = clock;
  }

  /** Runs `work` in the address's turn, with a client that can reach nothing but the target. */
  use<T>(
    url: URL,
    target: Target,
    work: (client: Dispatcher) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const { lane, slots } = this.#stateOf(target.address);
    return lane.run(async () => {
      const slot = await this.#takeSlot(slots, url, target);
      try {
        return await work(slot.client);
      } catch (error) {
        // Cut off by this side: the other has to learn of it before it sees the next connection.
        if (slot.socket?.destroyed) lane.restFor(AFTER_LOSS_MS);
        throw error;
      } finally {
        slot.busy = false;
      }
    }, signal);
  }

  /** No request goes to the address before `ms` from now. */
  restFor(target: Target, ms: number): void {
    this.#stateOf(target.address).lane.restFor(ms);
  }

  async close(): Promise<void> {
    const clients = [...this.#addresses.values()].flatMap(({ slots }) => slots.map(({ client }) => client));
    await Promise.all(clients.map((client) => client?.destroy()));
    this.#addresses.clear();
  }

  #stateOf(address: string): AddressState {
    const known = this.#addresses.get(address);
    if (known) return known;
    const { perAddress } = this.#settings;
    const slots = Array.from({ length: perAddress }, () => emptySlot());
    const state = { lane: new Lane(this.#clock, perAddress), slots };
    this.#addresses.set(address, state);
    return state;
  }

  /** The lane lets in no more than there are slots: one is free. */
  async #takeSlot(slots: readonly Slot[], url: URL, target: Target): Promise<Slot & { client: Dispatcher }> {
    const key = connectionKey(url, target);
    const free = slots.filter(({ busy }) => !busy);
    const slot = free.find((candidate) => candidate.key === key) ?? free[0];
    if (!slot) throw new Error(`no connection is free for ${url.origin}`);
    slot.busy = true;
    if (slot.key !== key) await emptyOut(slot);
    slot.key = key;
    slot.client ??= this.#open(slot, url, target);
    return slot as Slot & { client: Dispatcher };
  }

  /** A host that is done with keeps no client: a night asks thousands. */
  #open(slot: Slot, url: URL, target: Target): Dispatcher {
    const client = this.#settings.openClient?.(url.origin, target) ?? this.#connect(slot, url, target);
    client.on('disconnect', () => {
      if (slot.busy || slot.client !== client) return;
      slot.client = undefined;
      slot.socket = undefined;
      void client.destroy();
    });
    return client;
  }

  #connect(slot: Slot, url: URL, { address, port }: Target): Client {
    const { connectMs, idleMs, tls } = this.#settings;
    const connect = buildConnector({ ...tls, timeout: connectMs });
    const servername = isIP(url.hostname) === 0 ? { servername: url.hostname } : {};
    return new Client(url.origin, {
      pipelining: 1,
      maxHeaderSize: HEADERS,
      keepAliveTimeout: IDLE_CONNECTION_MS,
      headersTimeout: idleMs,
      bodyTimeout: idleMs,
      // The address was checked: an address in place of the name leaves nothing to resolve.
      connect: (options, callback) =>
        connect({ ...options, ...servername, hostname: address, port: String(port) }, (...result) => {
          if (result[1]) slot.socket = result[1];
          callback(...result);
        }),
    });
  }
}

/**
 * Equal for requests that may share a connection. One to a mirror of our own choosing serves all hosts; one to the web
 * serves its host alone, since some balancers send all of a connection to where its first request went.
 */
function connectionKey({ origin, protocol }: URL, { port, redirected }: Target): string {
  return `${redirected && protocol === 'http:' ? protocol : origin} ${port}`;
}

function emptySlot(): Slot {
  return { key: '', client: undefined, socket: undefined, busy: false };
}

/** Closes the slot's connection and waits until the other side has closed it too, so that it never sees two. */
async function emptyOut(slot: Slot): Promise<void> {
  const { client, socket } = slot;
  slot.client = undefined;
  slot.socket = undefined;
  if (socket && !socket.destroyed) {
    socket.end();
    await once(socket, 'close', { signal: AbortSignal.timeout(CLOSING_MS) }).catch(() => undefined);
  }
  await client?.destroy();
}
