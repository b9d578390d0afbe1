import { ChildDied, openChild } from '../../processes/open-child.ts';
import { type ChildrenOptions, openChildren } from '../../processes/open-children.ts';
import { programBeside } from '../../processes/program-beside.ts';
import { NOBODY } from '../security/access.ts';
import type { AskedPage, BrokenReply, PagePlaces, PageReply, PageTask } from './page-task.ts';

/**
 * Makes pages in processes of their own, each with a connection that can only read. SQLite cannot be interrupted
 * within its process, and a thread in the middle of a statement does not end when it is told to: what takes too long
 * is ended with its process, and neither other pages nor verdicts wait for it.
 */
export interface PageMaker {
  /** Rejects with ChildDied when it took too long. */
  make(asked: AskedPage): Promise<PageReply>;
  /** Starts the processes, so that the first person does not wait for them. What goes wrong the first page tells. */
  warm(): Promise<void>;
  /** A file of any length, in a process of its own. */
  open(asked: AskedPage): PageFile;
  /** Processes that are running now. */
  pids(): readonly number[];
  close(): void;
}

export interface PageFile {
  /** The next part; the first one has the headers. Rejects when it took too long or cannot be had. */
  next(): Promise<PageReply>;
  end(): void;
}

export interface PageLimits extends Partial<ChildrenOptions> {
  /** For one part of a file: the first one may have to put millions of rows in order. */
  readonly partTimeoutMs?: number;
  /** A module whose `routes` stand in for those of the app. */
  readonly routes?: URL;
}

/** A page is planned to take at most a second; on a busy machine it may, and above this it is given up. */
const LIMITS = {
  ...{ processes: 2, timeoutMs: 5000, memoryMb: 1024, idleMs: 600_000, partTimeoutMs: 60_000 },
  program: programBeside(import.meta.url, 'child'),
};

const A_SIGN_OF_LIFE: AskedPage = {
  ...{ url: 'http://localhost/healthz', headers: [], person: NOBODY, nowMs: 0 },
  visit: { address: '', token: null, agent: '' },
};

/** Processes start with the first page; the caller closes it. */
export function openPages(places: PagePlaces, { routes, ...limits }: PageLimits = {}): PageMaker {
  const args = [JSON.stringify(places), ...(routes ? [routes.href] : [])];
  const options = { ...LIMITS, ...limits, args };
  const children = openChildren<PageTask, PageReply | BrokenReply>(options);
  const files = new Set<PageFile>();
  return {
    make: async (asked) => sound(await children.run({ kind: 'page', asked })),
    warm: async () => {
      const task: PageTask = { kind: 'page', asked: A_SIGN_OF_LIFE };
      await Promise.allSettled(Array.from({ length: options.processes }, () => children.run(task)));
    },
    open: (asked) => {
      const child = openChild<PageTask, PageReply | BrokenReply>({
        ...options,
        timeoutMs: options.partTimeoutMs,
      });
      let begun = false;
      const file: PageFile = {
        next: async () => {
          const task: PageTask = begun ? { kind: 'more' } : { kind: 'file', asked };
          begun = true;
          return sound(await child.run(task));
        },
        end: () => {
          files.delete(file);
          child.kill();
        },
      };
      files.add(file);
      return file;
    },
    pids: children.pids,
    close: () => {
      children.close();
      for (const file of files) file.end();
    },
  };
}

/** Whether a page was given up because it took longer than it may. */
export const tookTooLong = (error: unknown): boolean => error instanceof ChildDied && error.why === 'time';

function sound(reply: PageReply | BrokenReply): PageReply {
  if ('broken' in reply) throw new Error(reply.broken);
  return reply;
}
