import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Source } from '../../../src/model/source-entry.ts';
import { createRandom, type Random } from '../../generate/random.ts';
import { type LogLine, type Site, startWeb } from '../../sites/web.ts';
import { writeRegistry } from '../../sites/write-registry.ts';
import { damagesOf, digestNight, type NightDigest, type RunRecord, runRecords } from './night-digest.ts';

export interface KillOrder {
  readonly sites: readonly Site[];
  readonly sources: readonly Source[];
  /** In all; runs that end are begun anew in an empty folder. */
  readonly kills: number;
  readonly seed: number;
  /** Empty. */
  readonly dir: string;
  readonly tell?: (line: string) => void;
}

export interface KillResult {
  readonly kills: number;
  /** Nights that were begun in an empty folder and killed until they ended. */
  readonly nights: number;
  /** The most kills that one night took. */
  readonly mostKills: number;
  /** By the stage that the killed run had written to its row: `none` before it, `ended` after its end. */
  readonly stages: Readonly<Record<string, number>>;
  /** Everything that was not as in the undisturbed run; empty when all is well. */
  readonly differences: readonly string[];
}

/** Kills at the start of a run that come one after another, before it can do anything. */
const IN_A_ROW = 10;
/** As the client's: tries after the first. */
const RETRIES = 4;
/** Of one address in one run: a page that looks like a shell for scripts is asked for once more, by the browser. */
const ASKED_A_RUN = 2;
/** A night that needs more does not get on. */
const MOST_KILLS_A_NIGHT = 60;

/**
 * Runs `gongkai run` as a process, kills it with SIGKILL at random moments and starts it again until it ends; then
 * compares what it left with an undisturbed run. Needs the built program.
 */
export async function killNights(order: KillOrder): Promise<KillResult> {
  spawnSync(process.execPath, ['scripts/setup.mjs', '--build-only'], { stdio: 'inherit' });
  writeRegistry(join(order.dir, 'sources'), order.sources);
  const random = createRandom(order.seed);
  const undisturbed = await runNight(order, 'undisturbed', () => null);
  const differences =
    undisturbed.exitCode === 0 ? [] : [`the undisturbed run ended with ${undisturbed.exitCode}`];
  const stages: Record<string, number> = {};
  const kills: number[] = [];
  const total = () => kills.reduce((sum, count) => sum + count, 0);
  while (total() < order.kills && differences.length === 0) {
    const name = `night-${kills.length}`;
    const plan = killPlan(random.fork(name), undisturbed.ms, order.kills - total(), kills.length === 0);
    const night = await runNight(order, name, plan);
    kills.push(night.kills);
    for (const stage of night.stages) stages[stage] = (stages[stage] ?? 0) + 1;
    differences.push(...compare(undisturbed, night).map((text) => `${name}: ${text}`));
    const { address, times } = night.mostAsked;
    order.tell?.(
      `${name}: ${night.kills} kills, at most ${times} requests for one address (${address}), ${night.lines} requests, ${differences.length} differences; ${total()} in all`,
    );
  }
  return { kills: total(), nights: kills.length, mostKills: Math.max(...kills), stages, differences };
}

/** After how many ms the next process is killed; null: it may end. */
type KillPlan = (killed: number) => number | null;

/** The first night is killed ten times in a row while it starts; then anywhere, later the longer it takes. */
function killPlan(random: Random, undisturbedMs: number, left: number, isFirst: boolean): KillPlan {
  return (killed) => {
    if (killed >= left || killed >= MOST_KILLS_A_NIGHT) return null;
    if (isFirst && killed > 0 && killed <= Math.min(IN_A_ROW, left - 2)) return random.next() * 700;
    return 150 + random.next() * undisturbedMs * (0.5 + killed * 0.03);
  };
}

interface Night extends NightDigest {
  readonly exitCode: number | null;
  readonly kills: number;
  readonly ms: number;
  readonly stages: readonly string[];
  readonly lines: number;
  /** Requests that were begun before another had ended. */
  readonly overlaps: number;
  /** The address that was asked for most often. */
  readonly mostAsked: { readonly address: string; readonly times: number };
  readonly damages: readonly string[];
  /** Killed runs of which the database does not say where they stopped. */
  readonly unrecorded: readonly string[];
}

async function runNight({ sites, dir }: KillOrder, name: string, plan: KillPlan): Promise<Night> {
  const web = await startWeb(sites);
  const folder = join(dir, name);
  mkdirSync(folder, { recursive: true });
  const files = { database: join(folder, 'night.sqlite'), archive: join(folder, 'archive') };
  const stages: string[] = [];
  const left: RunRecord[] = [];
  const start = performance.now();
  let kills = 0;
  let exitCode: number | null;
  try {
    for (;;) {
      const child = startRun(files, join(dir, 'sources'), web.connectTo);
      const ended = await endsWithin(child, plan(kills));
      exitCode = child.exitCode;
      if (ended) break;
      kills += 1;
      const record = runRecords(files.database).at(-1);
      // One that was killed before its row was written has left nothing that could be lost.
      if (record && record.id !== left.at(-1)?.id) left.push(record);
      stages.push(record ? (record.exitCode === null ? record.stage : 'ended') : 'none');
      // Killed on its way out: the night is over, and what is started next is another night.
      exitCode = record?.exitCode ?? null;
      if (exitCode !== null) break;
    }
    const counts = new Map<string, number>();
    for (const { host, path } of web.log) counts.set(host + path, (counts.get(host + path) ?? 0) + 1);
    return {
      ...(await digestNight(files)),
      ...{ exitCode, kills, stages, ms: performance.now() - start },
      ...{
        lines: web.log.length,
        overlaps: countOverlaps(web.log),
        mostAsked: [...counts]
          .map(([address, times]) => ({ address, times }))
          .reduce((most, one) => (one.times > most.times ? one : most)),
      },
      damages: damagesOf(files.archive),
      unrecorded: unrecorded(left, runRecords(files.database)),
    };
  } finally {
    await web.close();
  }
}

/** Each run that was killed has its row, with the stage that it had reached, a time of end and no exit code. */
function unrecorded(left: readonly RunRecord[], records: readonly RunRecord[]): string[] {
  return left.flatMap(({ id, stage, exitCode }) => {
    const record = records.find((one) => one.id === id);
    const told = record?.stage === stage && record.exitCode === exitCode && record.finishedAt !== null;
    return told ? [] : [`run ${id}, killed at ${stage}, is told as ${JSON.stringify(record)}`];
  });
}

function startRun(
  { database, archive }: { readonly database: string; readonly archive: string },
  sources: string,
  connectTo: string,
): ChildProcess {
  const args = [
    ...['dist/src/cli/main.js', 'run', '--sources', sources, '--connect-to', connectTo, '--delay', '0'],
    ...['--database', database, '--archive', archive, '--log-level', 'silent'],
  ];
  return spawn(process.execPath, args, { cwd: resolve('.'), stdio: 'ignore' });
}

/** false: it was killed. */
async function endsWithin(child: ChildProcess, ms: number | null): Promise<boolean> {
  const exit = once(child, 'exit');
  if (ms === null) {
    await exit;
    return true;
  }
  const ended = await Promise.race([exit.then(() => true), sleep(ms, false)]);
  if (ended) return true;
  child.kill('SIGKILL');
  await exit;
  return child.signalCode !== 'SIGKILL';
}

function compare(undisturbed: Night, night: Night): string[] {
  const differences = [...night.damages, ...night.unsound, ...night.unrecorded];
  if (night.exitCode !== 0) differences.push(`ended with ${night.exitCode}`);
  if (night.overlaps > 0) differences.push(`${night.overlaps} requests beside another`);
  const { address, times } = night.mostAsked;
  if (times > ASKED_A_RUN * (1 + night.kills) + RETRIES) differences.push(`${times} requests for ${address}`);
  for (const part of ['captures', 'rows'] as const) {
    const [wanted, got] = [new Set(undisturbed[part]), new Set(night[part])];
    const lost = [...wanted].filter((line) => !got.has(line));
    const added = [...got].filter((line) => !wanted.has(line));
    differences.push(...[...lost.slice(0, 3).map((line) => `${part}: lost ${line.slice(0, 300)}`)]);
    differences.push(...[...added.slice(0, 3).map((line) => `${part}: added ${line.slice(0, 300)}`)]);
  }
  return differences;
}

/**
 * All hosts are at one address. Requests rather than connections: a connection that was killed may be seen to close
 * after the next one is seen to open.
 */
function countOverlaps(log: readonly LogLine[]): number {
  const inOrder = log.toSorted((one, other) => one.start - other.start);
  return inOrder.filter((line, at) => at > 0 && line.start < (inOrder[at - 1]?.end ?? 0)).length;
}
