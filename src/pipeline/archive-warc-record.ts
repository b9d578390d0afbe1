import { type AppendedExchange, appendExchange } from '../archive/append-exchange.ts';
import { appendRendered } from '../archive/append-rendered.ts';
import type { Archive } from '../archive/archive.ts';
import type { CaptureContext } from '../archive/capture-context.ts';
import { captures } from '../archive/captures.ts';
import type { Place } from '../archive/place.ts';
import type { WarcDocument } from '../archive/read-warc.ts';
import { targetUri } from '../archive/target-uri.ts';
import { sha256Of } from './sha256.ts';
import type { Candidate } from './warc-candidate.ts';

/** Captures by address, date and document: the same file again writes nothing. */
export const knownCaptures = (archive: Archive): Set<string> =>
  new Set([...captures(archive)].map(({ url, date, sha256 }) => captureKey(url, date, sha256)));

const captureKey = (url: string, date: string, sha256 = ''): string => `${url} ${date} ${sha256}`;

/**
 * Archives a document of a WARC file with its date and headers, unless that capture is there; returns its place.
 *
 * @param file - name of the WARC file
 * @param known - of knownCaptures; the capture is added
 */
export async function archiveWarcRecord(
  archive: Archive,
  { record, page }: Candidate,
  file: string,
  known: Set<string>,
): Promise<Place> {
  const sha256 = sha256Of(record.body);
  const capture = captureKey(targetUri(record), record.date.toISOString(), sha256);
  const there = known.has(capture) ? archive.places.get(sha256) : undefined;
  if (there) return there;
  known.add(capture);
  const context = page === undefined ? { role: 'report', file } : { role: 'attachment', page, file };
  const { place } = await append(archive, record, context as CaptureContext);
  if (place?.sha256 !== sha256) throw new Error(`${record.url}: another document was archived than was read`);
  return place;
}

/** An answer of a server is kept as one, with its headers; a resource as a resource. */
function append(archive: Archive, record: WarcDocument, context: CaptureContext): Promise<AppendedExchange> {
  const { type, url, date, ip, http, status, contentType, payload, body } = record;
  if (type === 'resource') {
    const page = { url, date, ...(contentType === undefined ? {} : { contentType }) };
    return appendRendered(archive, body, page, context);
  }
  const [, httpVersion = 'HTTP/1.1', statusText = ''] = /^(\S+) +\d+ ?(.*)$/.exec(http.startLine) ?? [];
  const exchange = { url, method: 'GET', date, httpVersion, status, statusText, payload } as const;
  return appendExchange(
    archive,
    { ...exchange, responseHeaders: http.headers, ...(ip === undefined ? {} : { ip }) },
    context,
  );
}
