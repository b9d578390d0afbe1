/*
 * Kills the nightly run at random moments and compares what it leaves with an undisturbed run:
 *
 *   npx tsx test/pipeline/crawl/kill-night.ts [--kills 200] [--seed 1]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { smallCountry } from '../../sites/small-country.ts';
import { killNights } from './kill-matrix.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const dir = mkdtempSync(join(tmpdir(), 'gongkai-kill-'));
const seed = Number(values.seed);
console.log(`seed ${seed}`);
const { sites, sources } = smallCountry();
try {
  const order = { sites, sources, kills: Number(values.kills), seed, dir };
  const result = await killNights({ ...order, tell: (line) => console.log(line) });
  console.log(JSON.stringify(result, null, 1));
  process.exitCode = result.differences.length === 0 ? 0 : 1;
} finally {
  rmSync(dir, { recursive: true, force: true });
}
