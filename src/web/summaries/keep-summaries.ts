import { ChildDied, type Held } from '../../processes/open-child.ts';
import { type ChildrenOptions, openChildren } from '../../processes/open-children.ts';
import { programBeside } from '../../processes/program-beside.ts';

/** Between two parts others may write; a part takes a fraction of a second. */
const PAUSE_MS = 200;
const LOOK_AGAIN_MS = 60_000;

/** Whether there was a part to sum up, or what went wrong. */
export type SummaryReply = Held & ({ readonly summed: boolean } | { readonly error: string });

/**
 * Sums up what others load while the app is open, a part at a time, until the signal comes. In a process of its own:
 * summing up takes a while, in which no verdict would be answered.
 *
 * @param tellError - of what is tried again later
 */
export function keepSummaries(
  database: string,
  signal: AbortSignal,
  tellError: (error: unknown) => void,
  limits: Partial<ChildrenOptions> = {},
): void {
  const children = openChildren<'sum up', SummaryReply>({
    ...{ processes: 1, timeoutMs: 300_000, memoryMb: 1024, idleMs: 2 * LOOK_AGAIN_MS },
    ...{ program: programBeside(import.meta.url, 'child'), args: [database] },
    ...limits,
  });
  let timer: NodeJS.Timeout;
  const next = (ms: number): void => {
    timer = setTimeout(() => void work(), ms);
    timer.unref();
  };
  const work = async (): Promise<void> => {
    const summed = await sumOne();
    if (!signal.aborted) next(summed ? PAUSE_MS : LOOK_AGAIN_MS);
  };
  const sumOne = async (): Promise<boolean> => {
    try {
      const reply = await children.run('sum up');
      if ('error' in reply) tellError(new Error(reply.error));
      return 'summed' in reply && reply.summed;
    } catch (error) {
      if (!signal.aborted)
        tellError(error instanceof ChildDied ? new Error(`summing up: ${error.why}`) : error);
      return false;
    }
  };
  const end = (): void => {
    clearTimeout(timer);
    children.close();
  };
  signal.addEventListener('abort', end, { once: true });
  next(0);
}
