import type { Exchange, FetchCause } from '../src/model/exchange.ts';

/** Causes that may be gone later in the night. */
const TRANSIENT: ReadonlySet<FetchCause> = new Set([
  ...(['dns', 'connect', 'timeout', 'reset', 'truncated', 'throttled', 'server_error'] as const),
  ...(['host_paused', 'budget', 'aborted', 'render_failed'] as const),
]);
/** Transient, and yet no use to try again at once: the client itself decided it. */
const DECIDED: ReadonlySet<FetchCause> = new Set(['host_paused', 'budget', 'aborted', 'robots']);

export interface FailureFacts {
  readonly status?: number;
  /** Where the cause alone does not tell. */
  readonly transient?: boolean;
  /** The server asks to be left alone so long. */
  readonly retryAfterMs?: number;
  /** The whole answer, where there was one. */
  readonly exchange?: Exchange;
}

/** A fetch that gave no document; the client turns it into a result. */
export class FetchFailure extends Error {
  override readonly name = 'FetchFailure';
  readonly reason: FetchCause;
  readonly facts: FailureFacts;

  constructor(reason: FetchCause, detail: string, facts: FailureFacts = {}) {
    super(oneLine(detail));
    this.reason = reason;
    this.facts = facts;
  }

  get transient(): boolean {
    return this.facts.transient ?? TRANSIENT.has(this.reason);
  }

  /** Another try now may succeed. */
  get retryable(): boolean {
    return this.transient && !DECIDED.has(this.reason);
  }
}

/** What a server wrote may hold line ends, colours of a terminal and marks that turn the reading order. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 300);
}
