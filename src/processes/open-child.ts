import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a program answers to a task, and what its process holds after it. */
export interface Held {
  readonly heldBytes: number;
}

export interface ChildLimits {
  /** Wall time of one task, and what the process may hold (requirement C-43). */
  readonly timeoutMs: number;
  readonly memoryMb: number;
  /** The program that it runs, compiled or from its sources. */
  readonly program: URL;
  /** What the program is told beside how many bytes it may hold. */
  readonly args?: readonly string[];
}

/** Why a task has no answer: its process took too long, held too much, or broke. */
export type ChildDeath = 'time' | 'memory' | 'crash';

export class ChildDied extends Error {
  override readonly name = 'ChildDied';
  readonly why: ChildDeath;

  constructor(why: ChildDeath, detail: string) {
    super(detail);
    this.why = why;
  }
}

/** A process that does one task at a time and can be killed: a thread that is in a long call of SQLite cannot be. */
export interface Child<Task, Reply> {
  readonly pid: number | undefined;
  /** False once it is gone, or holds so much that the next task would pay for it: another one must be opened. */
  fit(): boolean;
  /** Whether it has had no task yet. */
  fresh(): boolean;
  /** Rejects with ChildDied, and the process is gone then. */
  run(task: Task): Promise<Reply>;
  kill(): void;
}

const START_MS = 30_000;
/** Of its memory: a process that holds more after a task is ended rather than given the next one. */
const MOST_HELD = 7 / 8;

/** Starts a process; it is ready when its first message comes. It inherits no secret and writes nowhere. */
export function openChild<Task, Reply extends Held>({
  timeoutMs,
  memoryMb,
  program,
  args = [],
}: ChildLimits): Child<Task, Reply> {
  const fromSources = program.href.endsWith('.ts');
  const child = fork(fileURLToPath(program), [String(memoryMb * 1024 * 1024), ...args], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${memoryMb}`, ...(fromSources ? ['--import', 'tsx'] : [])],
    env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let alive = true;
  let heldBytes = 0;
  const gone = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      alive = false;
      resolve(signal ?? String(code));
    });
    child.once('error', ({ message }) => {
      alive = false;
      resolve(message);
    });
  });
  const ready = nextMessage(child);
  const kill = (): void => {
    alive = false;
    child.kill('SIGKILL');
  };
  const within = async <Value>(work: Promise<Value>, ms: number): Promise<Value> => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      kill();
    }, ms);
    try {
      return await Promise.race([work, gone.then((how) => deadOf(how, late, ms, memoryMb))]);
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    pid: child.pid,
    fit: () => alive && heldBytes < memoryMb * 1024 * 1024 * MOST_HELD,
    fresh: () => heldBytes === 0,
    kill,
    run: async (task) => {
      // A process that starts slowly on a busy machine does not take from the task's time.
      await within(ready, START_MS);
      const answer = nextMessage(child);
      child.send(task as object);
      const reply = (await within(answer, timeoutMs)) as Reply;
      heldBytes = reply.heldBytes;
      return reply;
    },
  };
}

const nextMessage = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve) => child.once('message', resolve));

function deadOf(how: string, late: boolean, ms: number, memoryMb: number): never {
  if (late) throw new ChildDied('time', `${ms / 1000} s`);
  // Its own watch ends it with SIGKILL, V8 with SIGABRT when the heap is full.
  if (how === 'SIGKILL' || how === 'SIGABRT' || how === '134')
    throw new ChildDied('memory', `${memoryMb} MB`);
  throw new ChildDied('crash', how);
}
