import type { Clock } from '../../scrapers/clock.ts';

/**
 * Time that passes only while everybody waits for it: `waiters` says how many there are, and when as many sleep, the
 * clock goes on to the first of them. What is not slept takes no time at all.
 */
export class SimulatedClock implements Clock {
  readonly #start: number;
  readonly #sleepers: { readonly until: number; readonly wake: () => void }[] = [];
  #ms = 0;
  waiters = 0;

  constructor(start: Date) {
    this.#start = start.getTime();
  }

  now(): number {
    return this.#ms;
  }

  date(): Date {
    return new Date(this.#start + this.#ms);
  }

  sleep(ms: number): Promise<void> {
    return new Promise((wake) => {
      this.#sleepers.push({ until: this.#ms + Math.max(0, ms), wake });
      this.look();
    });
  }

  /** To be called when there are fewer to wait for. */
  look(): void {
    if (this.#sleepers.length === 0 || this.#sleepers.length < this.waiters) return;
    const first = this.#sleepers.reduce((one, other) => (other.until < one.until ? other : one));
    this.#sleepers.splice(this.#sleepers.indexOf(first), 1);
    this.#ms = Math.max(this.#ms, first.until);
    first.wake();
  }
}
