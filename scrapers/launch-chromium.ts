import type { Browser, BrowserContext } from 'playwright';
import { FetchFailure } from './fetch-failure.ts';
import { findChromium } from './find-chromium.ts';

/**
 * Chromium itself reaches nothing: what a page asks for is handed to it. Names and addresses alike resolve to nothing,
 * and what does not ask a resolver (WebRTC's datagrams) is off.
 */
const NO_NETWORK = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-proxy-server',
  '--disable-quic',
  // The first name is that of today's Chromium, the second that of older ones.
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--dns-prefetch-disable',
];
/** Ways out of a page that are not requests, and so not handed over. */
const WAYS_OUT = ['RTCPeerConnection', 'webkitRTCPeerConnection', 'WebTransport', 'WebSocketStream'];

export interface ChromiumOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Starts the browser. Throws FetchFailure `no_browser` that says what to do. */
export async function launchChromium({ env }: ChromiumOptions): Promise<Browser> {
  const executablePath = findChromium(env);
  if (executablePath === null) {
    const named = env['GONGKAI_CHROMIUM'];
    const detail = named
      ? `GONGKAI_CHROMIUM names no program: ${named}`
      : 'no Chromium: install one (npx playwright install chromium, or apt install chromium), or name it in GONGKAI_CHROMIUM';
    throw new FetchFailure('no_browser', detail);
  }
  // Loaded only here: most runs need no browser.
  const { chromium } = await import('playwright');
  try {
    return await chromium.launch({
      executablePath,
      args: NO_NETWORK,
      // Chromium refuses to start as root with its sandbox.
      chromiumSandbox: process.getuid?.() !== 0,
      // Signals are the run's to handle: it closes the browser itself.
      ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
    });
  } catch (error) {
    const [reason = ''] = String(error instanceof Error ? error.message : error).split('\n');
    throw new FetchFailure('no_browser', `${executablePath} does not start: ${reason}`);
  }
}

/** A window of its own for one page: nothing is shared with others, and the ways around its requests are shut. */
export async function openContext(browser: Browser, userAgent: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    ...{ userAgent, locale: 'zh-CN', serviceWorkers: 'block', acceptDownloads: false },
  });
  await context.addInitScript((names: string[]) => {
    for (const name of names) Reflect.deleteProperty(globalThis, name);
  }, WAYS_OUT);
  await context.routeWebSocket(/.*/, (socket) => void socket.close());
  return context;
}
