import { type AppendedExchange, appendExchange } from '../../archive/append-exchange.ts';
import { appendNote } from '../../archive/append-note.ts';
import { appendRendered } from '../../archive/append-rendered.ts';
import type { Archive } from '../../archive/archive.ts';
import { ArchiveError } from '../../archive/archive-error.ts';
import type { CaptureContext } from '../../archive/capture-context.ts';
import type { RecordPlace } from '../../archive/place.ts';
import { readRecord } from '../../archive/read-record.ts';
import type { Exchange, FetchResult } from '../../model/exchange.ts';
import type { Capture } from '../../store/crawl/captures.ts';
import type { KeepContext, Keeper } from './crawl-deps.ts';

/** The archive as the crawl uses it. */
export function archiveKeeper(archive: Archive, now: () => Date): Keeper {
  return {
    keep: (result, context) => keepResult(archive, result, context, now),
    noteReport: async (url, sha256, context) => {
      const date = now();
      const note = { document: sha256, ...fieldsOf(context, url) };
      const record = await appendNote(archive, url, date, note);
      return record ? [captureOf(url, date, record, context, sha256)] : [];
    },
    keepContent: (url, bytes, context) => keepMade(archive, url, bytes, context, now()),
    placeOf: (sha256) => archive.places.get(sha256),
    recall: async (sha256) => {
      const place = archive.places.get(sha256);
      if (!place) throw new ArchiveError('missing', sha256, 'is in no file of the archive');
      return readRecord(archive.dir, place);
    },
  };
}

/** Keeps what belongs to no page while the night goes on, which does not wait for it. */
export interface AsideKeeper {
  readonly keep: (exchange: Exchange) => void;
  /** Waits for all of it. Throws the first error that any of it met. */
  settled(): Promise<void>;
}

/** A failure is told of at the end, or by the next page, which the archive refuses for the same reason. */
export function asideKeeper(archive: Archive): AsideKeeper {
  const pending = new Set<Promise<void>>();
  const failures: unknown[] = [];
  return {
    keep: (exchange) => {
      const kept = keepAside(archive, exchange)
        // Nobody waits for it yet: a rejection that is not caught here ends the process.
        .catch((error: unknown) => void failures.push(error))
        .finally(() => pending.delete(kept));
      pending.add(kept);
    },
    settled: async () => {
      await Promise.all(pending);
      if (failures.length > 0) throw failures[0];
    },
  };
}

/** The exchanges of a robots.txt or a probe. */
async function keepAside(archive: Archive, exchange: Exchange): Promise<void> {
  const role = new URL(exchange.url).pathname === '/robots.txt' ? 'robots' : 'probe';
  await appendExchange(archive, exchange, { role });
}

async function keepResult(
  archive: Archive,
  result: FetchResult,
  context: KeepContext,
  now: () => Date,
): Promise<Capture[]> {
  const captures: Capture[] = [];
  for (const exchange of result.exchanges) {
    const appended = await appendExchange(archive, exchange, fieldsOf(context, exchange.url));
    captures.push(ofExchange(exchange, appended, context));
  }
  if (result.kind !== 'document' || !result.rendered) return captures;
  return [...captures, ...(await keepMade(archive, result.url, result.body, context, now()))];
}

/** A page as the browser made it, or an article out of a script: bytes of our own making, beside those of the wire. */
async function keepMade(
  archive: Archive,
  url: string,
  bytes: Uint8Array,
  context: KeepContext,
  date: Date,
): Promise<Capture[]> {
  const page = { url, date, contentType: 'text/html; charset=utf-8' };
  const { record, place } = await appendRendered(archive, bytes, page, fieldsOf(context, url));
  return [captureOf(url, date, record, context, place?.sha256)];
}

function ofExchange(exchange: Exchange, { record, place }: AppendedExchange, context: KeepContext): Capture {
  return {
    status: exchange.status,
    ...captureOf(exchange.url, exchange.date, record, context, place?.sha256),
  };
}

const captureOf = (
  url: string,
  date: Date,
  record: RecordPlace,
  { role, source, page, round }: KeepContext,
  sha256: string | undefined,
): Capture => ({
  url,
  ...record,
  ...{ date: date.toISOString(), role, source, round },
  ...(page === undefined ? {} : { page }),
  ...(sha256 === undefined ? {} : { sha256 }),
});

function fieldsOf({ role, source, family, page, round, asked }: KeepContext, url: string): CaptureContext {
  return {
    role,
    ...{ source, family, round: String(round) },
    ...(page === undefined ? {} : { page }),
    ...(asked === url ? {} : { asked }),
  };
}
