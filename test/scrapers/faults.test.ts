import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { FetchLimits } from '../../scrapers/politeness.ts';
import type { FetchResult } from '../../src/model/exchange.ts';
import * as faults from '../sites/faults.ts';
import type { Fault } from '../sites/web.ts';
import { REPORT, siteOf, startClient } from './with-web.ts';

const HOST = 'www.a.gov.cn';
const URL_OF_REPORT = `http://${HOST}/nb.html`;
const HASTE = { idleMs: 300, totalMs: 900 };
const CLOSE = { connection: 'close' };
const CHALLENGE = `<html><script>var $_ts=window['$_ts'];document.cookie='a=1';location.reload()</script></html>`;
const ERROR_PAGE =
  '<html><head><title>提示</title></head><body><p>您访问的页面不存在或已删除</p></body></html>';

/** The result, and how often the page was asked for. */
async function fetchWith(
  fault: Fault,
  limits: Partial<FetchLimits> = {},
): Promise<{ result: FetchResult; asked: number }> {
  const sites = [siteOf(HOST, { '/nb.html': REPORT })];
  const { web, client } = await startClient(sites, {
    faults: faults.faultsByAddress({ [`${HOST}/nb.html`]: fault }),
    limits: { pageBytes: 4 * 1024 * 1024, ratioFreeBytes: 64 * 1024, ...limits },
  });
  const result = await client.fetch({ url: URL_OF_REPORT });
  return { result, asked: web.log.filter(({ path }) => path === '/nb.html').length };
}

const told = (result: FetchResult): string => (result.kind === 'failed' ? result.cause : result.kind);

describe('a fault that stays gives its own cause, after as many tries as may help', () => {
  const TRIES = 3;
  test.each<[name: string, cause: string, asked: number, fault: Fault]>([
    ['no answer', 'timeout', TRIES, faults.silence],
    ['one byte now and then', 'timeout', TRIES, faults.drip(100)],
    ['a pause in the body', 'timeout', TRIES, faults.drip(5000)],
    ['a reset', 'reset', TRIES, faults.reset],
    ['a reset in the body', 'reset', TRIES, faults.resetInBody],
    ['less than Content-Length says', 'truncated', TRIES, faults.truncated()],
    ['a chunked body without its end', 'truncated', TRIES, faults.chunkedEarlyEnd()],
    ['the same of a connection that is to close', 'truncated', TRIES, faults.truncated(CLOSE)],
    ['the same in chunks', 'truncated', TRIES, faults.chunkedEarlyEnd(CLOSE)],
    ['another protocol', 'protocol', 1, faults.noHttp],
    ['gzip that is none', 'bad_encoding', 1, faults.encoded('gzip', (body) => body)],
    [
      'gzip that is cut off',
      'bad_encoding',
      1,
      faults.encoded('gzip', (body) => gzipSync(body).subarray(0, 99)),
    ],
    ['two encodings', 'bad_encoding', 1, faults.encoded('gzip, gzip', (body) => gzipSync(gzipSync(body)))],
    ['an unknown encoding', 'bad_encoding', 1, faults.encoded('rot13', (body) => body)],
    ['a gzip bomb', 'too_large', 1, faults.bomb('gzip', 64 * 1024 * 1024)],
    ['a brotli bomb', 'too_large', 1, faults.bomb('br', 64 * 1024 * 1024)],
    ['a body without an end', 'too_large', 1, faults.endless],
    ['404', 'gone', 1, faults.instead({ status: 404, body: ERROR_PAGE })],
    ['410', 'gone', 1, faults.instead({ status: 410, body: '' })],
    ['403', 'forbidden', 1, faults.instead({ status: 403, body: '' })],
    ['412 with a script', 'challenge', 1, faults.instead({ status: 412, body: CHALLENGE })],
    ['412 without one', 'forbidden', 1, faults.instead({ status: 412, body: '' })],
    ['521 with a script', 'challenge', 1, faults.instead({ status: 521, body: CHALLENGE })],
    ['a challenge served as 200', 'challenge', 1, faults.instead({ body: CHALLENGE })],
    ['an error page served as 200', 'soft_404', 1, faults.instead({ body: ERROR_PAGE })],
    ['429', 'throttled', TRIES, faults.instead({ status: 429, body: '' })],
    [
      '503 with Retry-After',
      'throttled',
      TRIES,
      faults.instead({ status: 503, headers: { 'retry-after': '0' }, body: '' }),
    ],
    ['503', 'server_error', TRIES, faults.instead({ status: 503, body: '' })],
    ['500', 'server_error', TRIES, faults.instead({ status: 500, body: 'x' })],
    ['204', 'bad_status', 1, faults.instead({ status: 204, body: '' })],
    ['206', 'bad_status', 1, faults.instead({ status: 206, body: 'half' })],
    ['304 that nobody asked for', 'bad_status', 1, faults.instead({ status: 304, body: '' })],
    ['300', 'bad_status', 1, faults.instead({ status: 300, body: '' })],
    ['a redirect to nowhere', 'bad_status', 1, faults.instead({ status: 302, body: '' })],
    [
      'a redirect to itself',
      'redirect_loop',
      1,
      faults.instead({ status: 302, headers: { location: '/nb.html' }, body: '' }),
    ],
    [
      'a redirect to a script',
      'bad_url',
      1,
      faults.instead({ status: 302, headers: { location: 'javascript:1' }, body: '' }),
    ],
    [
      'a redirect to a port of mail',
      'private_address',
      1,
      faults.instead({ status: 302, headers: { location: 'http://a.gov.cn:25/' }, body: '' }),
    ],
  ])('%s: %s', async (_, cause, asked, fault) => {
    const outcome = await fetchWith(fault, cause === 'timeout' ? HASTE : {});
    expect({ cause: told(outcome.result), asked: outcome.asked }).toEqual({ cause, asked });
  });
});

describe('a fault that passes is not seen in the result', () => {
  test.each<[name: string, fault: Fault]>([
    ['reset', faults.reset],
    ['truncated', faults.truncated()],
    ['chunked without end', faults.chunkedEarlyEnd()],
    ['503', faults.instead({ status: 503, body: '' })],
    ['429', faults.instead({ status: 429, headers: { 'retry-after': '0' }, body: '' })],
  ])('%s', async (_, fault) => {
    const { result, asked } = await fetchWith(faults.firstTimes(1, fault));
    expect(result).toMatchObject({ kind: 'document', status: 200, body: Buffer.from(REPORT) });
    expect(asked).toBe(2);
  });
});

describe('what is odd and harmless gives the document', () => {
  const wrong = { headers: { 'content-type': 'text/html; charset=iso-8859-1' }, body: REPORT };
  test.each<[name: string, fault: Fault]>([
    ['late', faults.latency(100)],
    ['a wrong charset in the header', faults.instead(wrong)],
    ['gzip', faults.encoded('gzip', gzipSync)],
    ['x-gzip in capitals', faults.encoded('X-GZIP', gzipSync)],
    ['br', faults.encoded('br', brotliCompressSync)],
    ['deflate', faults.encoded('deflate', deflateSync)],
    ['deflate without its header', faults.encoded('deflate', deflateRawSync)],
    [
      'headers of 100 KiB',
      faults.instead({ headers: { 'content-security-policy': 'a'.repeat(100 * 1024) }, body: REPORT }),
    ],
    ['identity', faults.encoded('identity', (body) => body)],
  ])('%s', async (_, fault) => {
    const { result } = await fetchWith(fault);
    expect(result).toMatchObject({ kind: 'document', body: Buffer.from(REPORT) });
  });
});

test('a bomb is stopped before it has filled the memory', async () => {
  const fault = faults.bomb('gzip', 128 * 1024 * 1024);
  const before = process.memoryUsage.rss();
  const { result } = await fetchWith(fault);
  expect(told(result)).toBe('too_large');
  expect(process.memoryUsage.rss() - before).toBeLessThan(64 * 1024 * 1024);
});

test('an answer that failed is kept with what came, whole answers only', async () => {
  const { result } = await fetchWith(
    faults.firstTimes(1, faults.instead({ status: 503, headers: { 'x-odd': 'caf\u00e9' }, body: 'later' })),
  );
  expect(result.exchanges.map(({ status }) => status)).toEqual([503, 200]);
  const { result: broken } = await fetchWith(faults.truncated());
  expect(broken).toMatchObject({ kind: 'failed', transient: true, exchanges: [] });
});
