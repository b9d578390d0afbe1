import PQueue from 'p-queue';
import type { Clock } from './clock.ts';

/** A queue to one host or one address, with a pause between two turns. */
export class Lane {
  readonly #queue: PQueue;
  readonly #clock: Clock;
  #notBefore = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, concurrency: number) {
    this.#clock = clock;
    this.#queue = new PQueue({ concurrency });
  }

  /** Runs `work` in its turn, after the pause that is due. An abort ends the waiting: `work` has to look at the signal. */
  run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.#queue.add(async () => {
      await this.#pause(signal);
      return work();
    }) as Promise<T>;
  }

  /** No turn begins before `ms` from now, or later if that was asked before. */
  restFor(ms: number): void {
    this.#notBefore = Math.max(this.#notBefore, this.#clock.now() + ms);
  }

  async #pause(signal: AbortSignal | undefined): Promise<void> {
    // Again after each sleep: the pause may have grown, and timers may wake a little early.
    for (;;) {
      const left = this.#notBefore - this.#clock.now();
      if (left <= 0 || signal?.aborted) return;
      await this.#clock.sleep(Math.ceil(left), signal);
    }
  }
}
