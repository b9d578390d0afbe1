import type { FetchCause } from '../src/model/exchange.ts';
import { type Answer, headerOf } from './answer.ts';
import { findBlockedPage } from './blocked-page.ts';
import { FetchFailure } from './fetch-failure.ts';
import { readRetryAfter } from './retry-after.ts';

const CAUSE_OF_STATUS: Readonly<Record<number, FetchCause>> = {
  401: 'forbidden',
  403: 'forbidden',
  404: 'gone',
  405: 'forbidden',
  410: 'gone',
  412: 'forbidden',
  429: 'throttled',
  451: 'forbidden',
};
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Where the answer sends to, as an address relative to its own; null when it sends nowhere. */
export function redirectTarget({ exchange }: Answer): string | null {
  const location = REDIRECTS.has(exchange.status) ? headerOf(exchange, 'location') : undefined;
  // A character is a byte here, of UTF-8 or of GBK: escaped, either stays what it is.
  return location?.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16)}`) ?? null;
}

/** Why an answer is no document, or null when it is one, a redirect, or a 304 to a question about a copy. */
export function judgeAnswer(answer: Answer): FetchFailure | null {
  const { status } = answer.exchange;
  if (redirectTarget(answer) !== null || (status === 304 && isConditional(answer))) return null;
  const blocked = findBlockedPage(answer.body);
  // What an error page says of itself adds nothing to its status.
  if (blocked && (blocked.kind === 'challenge' || status < 400)) {
    return new FetchFailure(blocked.kind, `status ${status}: ${blocked.name}`, { status });
  }
  return status === 200 || status === 203 ? null : statusFailure(answer);
}

function isConditional({ exchange }: Answer): boolean {
  return exchange.requestHeaders.some(([name]) => /^if-(?:none-match|modified-since)$/i.test(name));
}

function statusFailure({ exchange }: Answer): FetchFailure {
  const { status, statusText, date } = exchange;
  const retryAfterMs = readRetryAfter(headerOf(exchange, 'retry-after'), date);
  const byStatus = CAUSE_OF_STATUS[status] ?? (status >= 500 ? 'server_error' : 'bad_status');
  const cause = status === 503 && retryAfterMs !== undefined ? 'throttled' : byStatus;
  return new FetchFailure(cause, `status ${status} ${statusText}`, {
    status,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}
