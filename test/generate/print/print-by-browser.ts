import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A page by name; its PDF is `NAME.pdf`. */
export type Printable = { readonly name: string; readonly html: string };

const SECONDS = 120;

/**
 * Prints pages by Chromium, one process each, into a folder.
 *
 * @throws when the browser ends without a PDF
 */
export const printByBrowser = async (
  chromium: string,
  pages: readonly Printable[],
  folder: string,
): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  const profile = mkdtempSync(join(tmpdir(), 'gongkai-print-'));
  try {
    for (const { name, html } of pages) {
      const page = join(folder, `${name}.html`);
      writeFileSync(page, html);
      await run(chromium, [
        '--headless',
        // Started as root in a container, Chromium has no sandbox of its own.
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        `--user-data-dir=${profile}`,
        ...(name.length % 2 === 0 ? ['--no-pdf-header-footer'] : []),
        `--print-to-pdf=${join(folder, `${name}.pdf`)}`,
        `file://${page}`,
      ]);
    }
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
};

/** Runs a program to its end; its output only matters when it fails. */
export const run = (program: string, parameters: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { timeout: SECONDS * 1000, stdio: ['ignore', 'pipe', 'pipe'] });
    let told = '';
    child.stdout.on('data', (part) => (told += part));
    child.stderr.on('data', (part) => (told += part));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}: ${told.slice(-2000)}`)),
    );
  });
