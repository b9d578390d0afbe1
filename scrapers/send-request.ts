import type { Dispatcher } from 'undici';
import { FetchFailure } from './fetch-failure.ts';
import { networkFailure } from './network-failure.ts';

export interface WireRequest {
  readonly method: 'GET' | 'POST';
  /** Path and query. */
  readonly path: string;
  /** Without those that undici writes itself: Connection, Content-Length. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: string;
}

export interface WireAnswer {
  readonly status: number;
  readonly statusText: string;
  /** As sent, in their order; a character is a byte. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** With its content encoding. */
  readonly payload: Uint8Array;
}

export interface SendLimits {
  /** The most bytes of the payload, by the answer's headers. */
  readonly maxBytes: (headers: WireAnswer['headers']) => number;
  readonly totalMs: number;
  readonly signal?: AbortSignal;
}

/** Sends one request; an answer is there only when it came whole. Throws FetchFailure. */
export async function sendRequest(
  client: Dispatcher,
  request: WireRequest,
  limits: SendLimits,
): Promise<WireAnswer> {
  const reader = new AnswerReader(limits);
  const timer = setTimeout(
    () => reader.stop(new FetchFailure('timeout', `not whole after ${limits.totalMs} ms`)),
    limits.totalMs,
  );
  const onAbort = (): void => reader.stop(new FetchFailure('aborted', 'the run was stopped'));
  limits.signal?.addEventListener('abort', onAbort);
  try {
    if (limits.signal?.aborted) onAbort();
    const headers = request.headers.flat();
    const { method, path, body } = request;
    client.dispatch({ method, path, headers, ...(body === undefined ? {} : { body }) }, reader);
    return await reader.answer;
  } finally {
    clearTimeout(timer);
    limits.signal?.removeEventListener('abort', onAbort);
  }
}

/** Gathers an answer from what undici calls. */
class AnswerReader implements Dispatcher.DispatchHandler {
  readonly answer: Promise<WireAnswer>;
  readonly #limits: SendLimits;
  readonly #parts: Buffer[] = [];
  #head: Omit<WireAnswer, 'payload'> | undefined;
  #size = 0;
  #maxBytes = 0;
  #controller: Dispatcher.DispatchController | undefined;
  #stopped: FetchFailure | undefined;
  #resolve!: (answer: WireAnswer) => void;
  #reject!: (failure: Error) => void;

  constructor(limits: SendLimits) {
    this.#limits = limits;
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // It may fail before anyone waits for it.
    this.answer.catch(() => undefined);
  }

  /** Ends the request for a reason of our own, also while it still waits for its connection. */
  stop(failure: FetchFailure): void {
    this.#stopped ??= failure;
    this.#reject(this.#stopped);
    this.#controller?.abort(this.#stopped);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#stopped) controller.abort(this.#stopped);
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    _headers: unknown,
    statusText = '',
  ): void {
    // 1xx: the answer is still to come.
    if (status < 200) return;
    const headers = pairHeaders(controller.rawHeaders);
    this.#head = { status, statusText, headers };
    this.#maxBytes = this.#limits.maxBytes(headers);
  }

  onResponseData(_controller: unknown, part: Buffer): void {
    this.#size += part.length;
    if (this.#size > this.#maxBytes) {
      this.#parts.length = 0;
      this.stop(new FetchFailure('too_large', `more than ${this.#maxBytes} bytes`));
      return;
    }
    this.#parts.push(part);
  }

  onResponseEnd(): void {
    if (this.#head) this.#resolve({ payload: Buffer.concat(this.#parts), ...this.#head });
    else this.#reject(new FetchFailure('protocol', 'an answer without a status'));
  }

  onResponseError(_controller: unknown, error: Error): void {
    this.#reject(this.#stopped ?? networkFailure(error, this.#head !== undefined));
  }
}

function pairHeaders(raw: Dispatcher.DispatchController['rawHeaders']): [string, string][] {
  if (!Array.isArray(raw)) return [];
  const texts = raw.map((part: Buffer | string) =>
    typeof part === 'string' ? part : part.toString('latin1'),
  );
  return Array.from({ length: texts.length / 2 }, (_, at) => [texts[2 * at] ?? '', texts[2 * at + 1] ?? '']);
}
