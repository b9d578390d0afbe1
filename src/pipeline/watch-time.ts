import { threadMs } from '../processes/thread-time.ts';

export interface TimeLimits {
  /** Of the thread that does the work. On a busy machine it takes a multiple of it by the clock. */
  readonly processorMs: number;
  /** By the clock: for a thread that waits for what never comes. */
  readonly wallMs: number;
}

export interface TimeWatch {
  /** Aborts at a limit. */
  readonly signal: AbortSignal;
  /** Both limits begin anew; `thread`: whose time is counted from now on, if that is known only now. */
  beginAnew(thread?: string | null): void;
  end(): void;
}

/** The limit that was reached is the reason of the abort. */
export class TimeLimitReached extends Error {
  override readonly name = 'TimeLimitReached';
  readonly limit: string;
  constructor(limit: string) {
    super(limit);
    this.limit = limit;
  }
}

/** Looks at a thread's time whenever it could have used it up. */
export function watchTime({ processorMs, wallMs }: TimeLimits, known: string | null = null): TimeWatch {
  const controller = new AbortController();
  let thread = known;
  let since = { processor: threadMs(thread), wall: performance.now() };
  let timer = setTimeout(look, Math.min(processorMs, wallMs));

  function look(): void {
    const left = {
      processor: processorMs - (threadMs(thread) - since.processor),
      wall: wallMs - (performance.now() - since.wall),
    };
    const limit = left.wall <= 0 ? wallMs : left.processor <= 0 ? processorMs : null;
    if (limit !== null) controller.abort(new TimeLimitReached(`${limit / 1000} s`));
    // It cannot have used up its time before.
    else timer = setTimeout(look, Math.ceil(Math.min(left.processor, left.wall)));
  }

  return {
    signal: controller.signal,
    beginAnew: (named = thread): void => {
      thread = named;
      since = { processor: threadMs(thread), wall: performance.now() };
    },
    end: (): void => clearTimeout(timer),
  };
}
