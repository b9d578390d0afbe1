import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { smallCountry } from '../../sites/small-country.ts';
import { killNights } from './kill-matrix.ts';

const LONG = process.env['GONGKAI_LONG'] === '1';
/** GONGKAI_KILLS=1000 for the longest. */
const KILLS = LONG ? Number(process.env['GONGKAI_KILLS'] ?? 200) : 12;
const SEED = Number(process.env['GONGKAI_SEED'] ?? 20240601);

test(`killed ${KILLS} times at random moments (seed ${SEED}), ten of them while it starts, the night leaves what an undisturbed one leaves`, {
  timeout: KILLS * 60_000,
}, async () => {
  const dir = mkdtempSync(join(tmpdir(), 'gongkai-kill-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const { sites, sources } = smallCountry();
  const result = await killNights({ sites, sources, kills: KILLS, seed: SEED, dir });
  expect(result.differences).toEqual([]);
  expect(result.kills).toBe(KILLS);
});
