import PQueue from 'p-queue';
import type { Clock } from './clock.ts';

/** A queue to one host or one address, with a pause between two turns. */
export class Lane {
  readonly #clock: Clock;
  readonly #concurrency: number;
  /** While anything waits or is under way: of a night's thousands of hosts most are done with. */
  #queue: PQueue | undefined;
  #notBefore = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, concurrency: number) {
    this.#clock = clock;
    this.#concurrency = concurrency;
  }

  /** Runs `work` in its turn, after the pause that is due. An abort ends the waiting: `work` has to look at the signal. */
  run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    this.#queue ??= this.#open();
    return this.#queue.add(async () => {
      await this.#pause(signal);
      return work();
    }) as Promise<T>;
  }

  #open(): PQueue {
    const queue = new PQueue({ concurrency: this.#concurrency });
    queue.on('idle', () => {
      this.#queue = undefined;
    });
    return queue;
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
