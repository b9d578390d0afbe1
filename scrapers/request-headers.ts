import type { FetchRequest } from '../src/model/exchange.ts';
import { ACCEPT_ENCODING } from './decode-body.ts';

/** Headers of the connection and of the client itself: a request cannot set them. */
const OWN =
  /^(?:host|connection|keep-alive|content-length|transfer-encoding|te|trailer|upgrade|expect|proxy-.*|user-agent|accept-encoding|cookie)$/i;

const USUAL = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5',
};

/** The headers of a request in the order they are sent, without those that the connection adds. */
export function requestHeaders(
  { headers = {}, etag, lastModified }: FetchRequest,
  userAgent: string,
): [name: string, value: string][] {
  const asked = Object.entries(headers)
    .filter(([name]) => !OWN.test(name))
    .map(([name, value]) => [name.toLowerCase(), value] as const);
  return Object.entries({
    'user-agent': userAgent,
    ...USUAL,
    'accept-encoding': ACCEPT_ENCODING,
    ...Object.fromEntries(asked),
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
  });
}
