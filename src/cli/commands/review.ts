import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { escapeText } from '../../escape.ts';
import { openMaker } from '../../evidence/maker/open-maker.ts';
import { openStore } from '../../store/open-store.ts';
import { hasAccounts } from '../../store/people/accounts.ts';
import { settleRest } from '../../store/review/settle-rest.ts';
import { openPages } from '../../web/apart/open-pages.ts';
import { buildApp } from '../../web/app.tsx';
import { isLoopback } from '../../web/security/loopback.ts';
import { openPort } from '../../web/serve.ts';
import { keepSummaries } from '../../web/summaries/keep-summaries.ts';
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts';
import { note } from '../output.ts';
import { findPackageRoot, readVersion } from '../package-root.ts';
import { parseDurationMs } from '../parse-duration.ts';
import type { Session } from '../session.ts';
import { TEXTS } from '../texts.ts';
import { UsageError } from '../usage-error.ts';

export interface ReviewOptions {
  readonly host: string;
  readonly port: string;
  readonly behindProxy?: boolean;
  readonly releases: string;
  readonly idle: string;
  readonly session: string;
  readonly doubleReview: string;
}

/**
 * `gongkai review`: the web app, until it is asked to stop. Throws StoreError, UsageError.
 *
 * @returns done, when it is asked to stop and the requests of that moment have ended
 */
export async function review(
  _: readonly string[],
  { host, port, behindProxy = false, releases, idle, session: whole, doubleReview }: ReviewOptions,
  session: Session,
): Promise<ExitCode> {
  const signal = session.takeStopSignal?.(TEXTS.reviewStopping) ?? new AbortController().signal;
  const options = {
    ...{ loopback: isLoopback(host), behindProxy, port: parsePort(port) },
    doubleShare: parsePercent(doubleReview),
    sessions: { idleMs: parseDurationMs(idle), wholeMs: parseDurationMs(whole) },
  };
  mkdirSync(dirname(session.database), { recursive: true });
  const writer = openStore(session.database);
  const reader = openStore(session.database, { readonly: true });
  const evidence = openMaker();
  const root = findPackageRoot();
  const version = readVersion();
  const { archive } = session;
  const pages = openPages({
    ...{ database: session.database, archive, releases, root, version },
    ...options,
  });
  try {
    const open = !options.loopback || behindProxy;
    if (open && !hasAccounts(reader)) throw new UsageError(TEXTS.accountsNeeded(host));
    const app = buildApp({
      ...{ reader, writer, archive, evidence, pages, releases, ...options },
      ...{ root, version, now: () => new Date() },
      tellError: (error) => tellError(error, session),
    });
    await settleRest(writer);
    const { address, close } = await openPort(app, { host, port: options.port }).catch(
      explainPort(host, options.port),
    );
    session.stdout.write(`${TEXTS.reviewAt(address)[session.lang]}\n`);
    void pages.warm();
    keepSummaries(session.database, signal, (error) => tellError(error, session));
    if (open && !behindProxy) note(session, 'info', TEXTS.reviewNeedsHttps[session.lang]);
    await new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
    await close();
    return EXIT_CODES.done;
  } finally {
    pages.close();
    evidence.close();
    reader.close();
    writer.close();
  }
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new UsageError(TEXTS.wrongPort(text));
  return port;
}

const explainPort =
  (host: string, port: number) =>
  (error: NodeJS.ErrnoException): never => {
    throw new UsageError(TEXTS.portUnusable(`${host}:${port}`, error.code ?? error.message));
  };

function tellError(error: unknown, session: Session): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  note(session, 'error', escapeText(text));
}

function parsePercent(text: string): number {
  if (!/^(?:\d{1,2}|100)$/.test(text)) throw new UsageError(TEXTS.wrongPercent(text));
  return Number(text) / 100;
}
