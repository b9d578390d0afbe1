import { type Browser, chromium } from 'playwright';
import { findChromium } from '../../scrapers/find-chromium.ts';

/** Null where there is no Chromium: tests that need one are skipped. */
export const executablePath = findChromium(process.env);

/** Names lead nowhere: what a page asks of another host is seen as a request and fails. */
export const openChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: executablePath ?? '',
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
  });

/** The program of evidence children as it is installed; npm test compiles it. */
export const COMPILED_CHILD = new URL('../../dist/src/evidence/maker/child.js', import.meta.url);
