import { type Headers, headerOf } from './http-head.ts';

const RENAMED = 'X-Archive-Orig-';

/**
 * The headers of a response with a Content-Length that is true of the payload as it is stored. A header that spoke
 * of the wire (the chunks that were taken apart, another length) keeps its value under the name X-Archive-Orig-…:
 * a reader that believed it would look for chunks that are no longer there.
 */
export function frameHeaders(headers: Headers, payloadBytes: number): Headers {
  const length = headerOf(headers, 'content-length');
  const chunked = headerOf(headers, 'transfer-encoding') !== undefined;
  if (!chunked && length === String(payloadBytes)) return headers;
  const kept = headers.map(([name, value]) =>
    /^(?:transfer-encoding|content-length)$/i.test(name)
      ? ([`${RENAMED}${name}`, value] as const)
      : ([name, value] as const),
  );
  return [...kept, ['Content-Length', String(payloadBytes)]];
}
