import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenBenchWeb } from './open-bench-web.ts';
import { type Watched, watchProcess } from './watch-process.ts';

/** A crawler that takes part. */
export interface Contender {
  readonly name: string;
  crawl(turn: string): Promise<Watched>;
}

/** One that does not, and why. */
export interface Absent {
  readonly name: string;
  readonly reason: string;
}

const CRAWLEE = 'crawlee@3.18.1';
const root = join(import.meta.dirname, '..', '..');

/** `gongkai crawl`: archive and database on the disk under `folder`, anew each turn. */
export function ours(
  web: OpenBenchWeb,
  folder: string,
  nodeOptions: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Contender {
  const program = join(root, 'dist', 'src', 'cli', 'main.js');
  const { port, hosts } = web;
  return {
    name: 'gongkai crawl',
    crawl: (turn) => {
      const dir = folderOf(folder, turn);
      const targets = hosts.flatMap((host) => ['--connect-to', `${host}:${port}:${host}:${port}`]);
      const files = ['--database', join(dir, 'bench.sqlite'), '--archive', join(dir, 'archive')];
      const command = ['crawl', '--sources', web.registry, '--delay', '0', ...targets];
      return watchProcess(process.execPath, [...nodeOptions, program, ...files, ...command], env);
    },
  };
}

/** Where an order for the peers lies: where to begin, and which addresses to follow. */
export interface PeerOrder {
  readonly lists: readonly string[];
  readonly pages: readonly string[];
  readonly types: readonly string[];
  readonly concurrency: number;
}

export function writeOrder(folder: string, order: PeerOrder): string {
  const file = join(folder, 'order.json');
  writeFileSync(file, JSON.stringify(order));
  return file;
}

/** Crawlee from GONGKAI_BENCH_CRAWLEE, a folder with node_modules/crawlee, else installed beside the bench's files. */
export function crawlee(order: string, folder: string): Contender | Absent {
  const name = 'Crawlee CheerioCrawler';
  const given = process.env['GONGKAI_BENCH_CRAWLEE'];
  const home = given ?? join(folder, 'crawlee');
  if (given === undefined) install(home);
  if (!existsSync(join(home, 'node_modules', 'crawlee'))) {
    return {
      name,
      reason: `${CRAWLEE} could not be installed, and GONGKAI_BENCH_CRAWLEE names no folder of it`,
    };
  }
  const script = join(import.meta.dirname, 'crawlee.mjs');
  return {
    name,
    crawl: () => watchProcess(process.execPath, [script, home, order], { NODE_ENV: 'production' }),
  };
}

function install(home: string): void {
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{"private":true}');
  spawnSync('npm', ['install', CRAWLEE, '--no-audit', '--no-fund', '--ignore-scripts'], {
    ...{ cwd: home, stdio: 'ignore', timeout: 300_000 },
  });
}

export function scrapy(order: string, concurrency: number): Contender | Absent {
  const name = 'Scrapy';
  if (spawnSync('scrapy', ['version']).status !== 0) return { name, reason: 'it is not installed' };
  const spider = join(import.meta.dirname, 'spider.py');
  return {
    name,
    crawl: () =>
      watchProcess('scrapy', [
        ...['runspider', spider, '-a', `order=${order}`, '-s', `CONCURRENT_REQUESTS=${concurrency}`],
      ]),
  };
}

function folderOf(folder: string, turn: string): string {
  const dir = join(folder, turn);
  mkdirSync(dir, { recursive: true });
  return dir;
}
