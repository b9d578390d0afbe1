import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { BenchWeb, Served } from './bench-web.ts';

export interface OpenBenchWeb extends BenchWeb {
  /** Folder of the registry that names its hosts. */
  readonly registry: string;
  /** What was asked for since this was called last. */
  takeServed(): Promise<readonly Served[]>;
  close(): void;
}

/** Starts the web of the benchmark; whoever opens it closes it. */
export async function openBenchWeb(hosts: number, folder: string): Promise<OpenBenchWeb> {
  const registry = join(folder, `sources-${hosts}`);
  const child = fork(join(import.meta.dirname, 'bench-web.ts'), [String(hosts), registry], {
    execArgv: ['--import', 'tsx'],
  });
  const [web] = (await once(child, 'message')) as [BenchWeb];
  return {
    ...web,
    registry,
    takeServed: async () => {
      child.send('take');
      const [served] = (await once(child, 'message')) as [readonly Served[]];
      return served;
    },
    close: () => child.disconnect(),
  };
}
