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
      const note = { ...fieldsOf(context, url), document: sha256 };
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

/** Keeps the exchanges of a request and of a robots.txt or a probe that belong to no page. */
export async function keepAside(archive: Archive, exchange: Exchange): Promise<void> {
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
    ...captureOf(exchange.url, exchange.date, record, context, place?.sha256),
    status: exchange.status,
  };
}

const captureOf = (
  url: string,
  date: Date,
  record: RecordPlace,
  { role, source, page, round }: KeepContext,
  sha256: string | undefined,
): Capture => ({
  ...record,
  ...{ url, date: date.toISOString(), role, source, round },
  ...(page === undefined ? {} : { page }),
  ...(sha256 === undefined ? {} : { sha256 }),
});

function fieldsOf({ role, source, family, page, round, asked }: KeepContext, url: string): CaptureContext {
  return {
    ...{ role, source, family, round: String(round) },
    ...(page === undefined ? {} : { page }),
    ...(asked === url ? {} : { asked }),
  };
}
