import PQueue from 'p-queue';
import { type Child, ChildDied, type ChildLimits, type Held, openChild } from './open-child.ts';

/** Processes that take tasks, started when they are needed and ended when they are not. */
export interface Children<Task, Reply> {
  /** Rejects with ChildDied when the task ended its process. */
  run(task: Task): Promise<Reply>;
  pids(): readonly number[];
  close(): void;
}

export interface ChildrenOptions extends ChildLimits {
  readonly processes: number;
  /** A process that has had nothing to do for so long ends. */
  readonly idleMs: number;
}

export function openChildren<Task, Reply extends Held>(options: ChildrenOptions): Children<Task, Reply> {
  type Worker = Child<Task, Reply>;
  const queue = new PQueue({ concurrency: options.processes });
  const running = new Set<Worker>();
  const idle = new Map<Worker, NodeJS.Timeout>();
  const take = (): Worker => {
    const [known] = idle.keys();
    clearTimeout(known && idle.get(known));
    if (known) idle.delete(known);
    const child = known?.fit() ? known : openChild<Task, Reply>(options);
    running.add(child);
    return child;
  };
  const giveBack = (child: Worker): void => {
    running.delete(child);
    if (!child.fit()) {
      child.kill();
      return;
    }
    const end = (): void => {
      idle.delete(child);
      child.kill();
    };
    idle.set(child, setTimeout(end, options.idleMs).unref());
  };
  const runNow = async (task: Task): Promise<Reply> => {
    const child = take();
    const fresh = child.fresh();
    try {
      return await child.run(task);
    } catch (error) {
      // What documents before it left behind must not be held against this one.
      if (!fresh && error instanceof ChildDied && error.why === 'memory') return await runNow(task);
      throw error;
    } finally {
      giveBack(child);
    }
  };
  return {
    run: (task) => queue.add(() => runNow(task)) as Promise<Reply>,
    pids: () => [...running, ...idle.keys()].flatMap(({ pid }) => pid ?? []),
    close: () => {
      for (const timer of idle.values()) clearTimeout(timer);
      for (const child of [...running, ...idle.keys()]) child.kill();
    },
  };
}
