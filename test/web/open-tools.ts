import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openMaker } from '../../src/evidence/maker/open-maker.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Tools } from '../../src/web/tools.ts';

/** The time at which the pages of a test are asked for. */
export const TEST_NOW = new Date('2026-03-01T04:00:00Z');

/**
 * An app's tools on a new database in a folder of its own, which `fill` may make. `told` gathers the errors that nobody else is told.
 */
export function openTools({ fill = () => {} }: { fill?: (file: string) => void } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-web-'));
  const file = join(folder, 'gongkai.sqlite');
  fill(file);
  const writer = openStore(file);
  const reader = openStore(file, { readonly: true });
  const told: string[] = [];
  const evidence = openMaker({ program: new URL('../../dist/src/evidence/maker/child.js', import.meta.url) });
  const tools: Tools = {
    ...{ reader, writer, archive: join(folder, 'archive'), releases: join(folder, 'releases'), evidence },
    ...{ root: resolve(import.meta.dirname, '../..'), version: '0.0.0', now: () => TEST_NOW },
    ...{ loopback: true, behindProxy: false, sessions: { idleMs: 1_800_000, wholeMs: 43_200_000 } },
    doubleShare: 0.1,
    tellError: (error) => told.push(String(error)),
  };
  const close = () => {
    evidence.close();
    reader.close();
    writer.close();
    rmSync(folder, { recursive: true });
  };
  return { tools, told, folder, close };
}
