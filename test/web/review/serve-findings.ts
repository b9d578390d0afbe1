import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright';
import { onTestFinished } from 'vitest';
import { findChromium } from '../../../scrapers/find-chromium.ts';
import { openMaker } from '../../../src/evidence/maker/open-maker.ts';
import { loadExtraction } from '../../../src/store/load-extraction.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { addAccount, findAccount } from '../../../src/store/people/accounts.ts';
import { seedVariables } from '../../../src/store/seed-variables.ts';
import type { Store } from '../../../src/store/store.ts';
import { buildApp } from '../../../src/web/app.tsx';
import { logIn, SESSION_COOKIE } from '../../../src/web/security/session.ts';
import { openPort } from '../../../src/web/serve.ts';
import type { Tools } from '../../../src/web/tools.ts';
import { makeExtraction, VARIABLES } from '../../store/make-extraction.ts';

export const executablePath = findChromium(process.env);
export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });

/** A new database in which finding n is the one of report n. */
export function makeDatabase(findings: number): { file: string; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  const file = join(folder, 'gongkai.sqlite');
  const store = openStore(file);
  seedVariables(store, VARIABLES);
  for (let seed = 1; seed <= findings; seed++) loadMade(store, seed);
  store.close();
  return { file, folder };
}

/** Loads a made-up report of one finding, which `expected` changes, as this version of the reader reads it. */
export function loadMade(store: Store, seed: number, expected?: number, parserVersion = '1'): void {
  const extraction = makeExtraction({ seed, cells: 30 });
  const findings = extraction.findings.map((one) => (expected === undefined ? one : { ...one, expected }));
  const { sha256 } = extraction;
  loadExtraction(
    store,
    { sha256, byteLength: 1, kind: 'html', origin: { file: `${seed}.html` }, parserVersion },
    { ...extraction, findings },
  );
}

/** The app on a database of its own, on a port of 127.0.0.1, until the test is over. */
export async function serveFindings(findings: number) {
  const { file, folder } = makeDatabase(findings);
  const writer = openStore(file);
  const reader = openStore(file, { readonly: true });
  let now = Date.parse('2026-03-01T04:00:00Z');
  const evidence = openMaker();
  const tools: Tools = {
    ...{ reader, writer, archive: join(folder, 'archive'), releases: join(folder, 'releases'), evidence },
    ...{ root: resolve(import.meta.dirname, '../../..'), version: '0.0.0', now: () => new Date(now) },
    ...{ loopback: true, behindProxy: false, sessions: { idleMs: 1_800_000, wholeMs: 43_200_000 } },
    doubleShare: 0.1,
    tellError: (error) => console.error(error),
  };
  const { address, close } = await openPort(buildApp(tools), { host: '127.0.0.1', port: 0 });
  onTestFinished(async () => {
    await close();
    evidence.close();
    reader.close();
    writer.close();
    rmSync(folder, { recursive: true });
  });
  return { address, store: writer, tools, pass: (ms: number) => (now += ms) };
}

/** A browser window in which somebody with an account is logged in. */
export async function enter(
  browser: Browser,
  name: string,
  { writer, sessions, now }: Tools,
): Promise<BrowserContext> {
  addAccount(writer, { name, role: 'auditor', password: 'none', createdAt: now().toISOString() });
  const visit = { address: '', token: null, agent: 'test' };
  const value = logIn(writer, findAccount(writer, name)!.id, visit, sessions, now());
  const context = await browser.newContext();
  await context.addCookies([
    { name: SESSION_COOKIE, value, domain: '127.0.0.1', path: '/', secure: true, httpOnly: true },
  ]);
  return context;
}
