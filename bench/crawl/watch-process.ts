import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Watched {
  /** From its start to its end. */
  readonly seconds: number;
  /** Of the processor, user and system, all its threads. */
  readonly cpuSeconds: number;
  readonly peakMib: number;
  readonly exitCode: number | null;
  /** The end of what it printed. */
  readonly output: string;
}

const EVERY_MS = 50;
const OUTPUT_CHARACTERS = 4000;
/** USER_HZ of Linux, which /proc counts in (proc_pid_stat(5)). */
const TICKS = 100;

/** Runs a program and reads /proc meanwhile: Linux alone. What the last moments took is not seen. */
export async function watchProcess(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Watched> {
  const start = performance.now();
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let peakMib = 0;
  let cpuSeconds = 0;
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      output = (output + String(part)).slice(-OUTPUT_CHARACTERS);
    });
  }
  const timer = setInterval(() => {
    const seen = lookAt(child.pid ?? 0);
    if (seen === null) return;
    peakMib = seen.peakMib;
    cpuSeconds = seen.cpuSeconds;
  }, EVERY_MS);
  const exitCode = await new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  }).finally(() => clearInterval(timer));
  return { seconds: (performance.now() - start) / 1000, cpuSeconds, peakMib, exitCode, output };
}

/** What /proc says of a process; null once it has ended. */
export function lookAt(pid: number): { rssMib: number; peakMib: number; cpuSeconds: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const mib = (name: string): number =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
    if (!status.includes('VmRSS')) return null;
    // After the name in brackets, which may hold spaces: fields 3 and on; 14 and 15 are user and system time.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const cpuSeconds = (Number(stat[11]) + Number(stat[12])) / TICKS;
    return { rssMib: mib('VmRSS'), peakMib: mib('VmHWM'), cpuSeconds };
  } catch {
    return null;
  }
}
