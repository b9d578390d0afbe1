import type { Exchange } from '../../src/model/exchange.ts';
import { DATE } from './temp-archive.ts';

export const PAGE = 'http://www.shuangliao.gov.cn/xxgk/2021.html';

/** An answer of a server with a page; tests say what differs. */
export function makeExchange(changes: Partial<Exchange> = {}): Exchange {
  return {
    url: PAGE,
    method: 'GET',
    date: DATE,
    ip: '192.0.2.7',
    httpVersion: 'HTTP/1.1',
    requestHeaders: [
      ['Host', 'www.shuangliao.gov.cn'],
      ['User-Agent', 'gongkai/0.1 (+mailto:someone@example.org)'],
    ],
    status: 200,
    statusText: 'OK',
    responseHeaders: [
      ['Content-Type', 'text/html; charset=gbk'],
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
    ],
    payload: Buffer.from('<html>政府信息公开</html>'),
    ...changes,
  };
}
