import type { ServerResponse } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Fault, type SiteResponse, send } from './web.ts';

/** Faults by `host/path` (query included); what is not named passes. */
export function faultsByAddress(faults: Readonly<Record<string, Fault>>): Fault {
  return (request, answer, response, socket) =>
    faults[request.host + request.path]?.(request, answer, response, socket) ?? false;
}

/** Only the first times that an address is asked for. */
export function firstTimes(count: number, fault: Fault): Fault {
  return (request, ...rest) => request.attempt < count && fault(request, ...rest);
}

/** The answer comes whole, but late. */
export function latency(ms: number): Fault {
  return (_request, answer, response) => {
    setTimeout(() => send(answer, response), ms);
    return true;
  };
}

/** Nothing comes, ever. */
export const silence: Fault = () => true;

/** The connection breaks before the answer begins. */
export const reset: Fault = (_request, _answer, _response, socket) => {
  socket.resetAndDestroy();
  return true;
};

/** The connection breaks in the middle of the body. */
export const resetInBody: Fault = (_request, answer, response, socket) => {
  startHalf(answer, response, { 'content-length': String(Buffer.from(answer.body).length) });
  setTimeout(() => socket.resetAndDestroy(), 20);
  return true;
};

/** The head at once, then one byte every so often. */
export function drip(everyMs: number): Fault {
  return (_request, answer, response) => {
    const bytes = Buffer.from(answer.body);
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': bytes.length });
    let at = 0;
    const timer = setInterval(() => {
      response.write(bytes.subarray(at, at + 1));
      at += 1;
      if (at === bytes.length) response.end();
    }, everyMs);
    response.on('close', () => clearInterval(timer));
    return true;
  };
}

/** Content-Length of the whole, half the body, and the connection closed in good order. */
export function truncated(headers: Readonly<Record<string, string>> = {}): Fault {
  return (_request, answer, response, socket) => {
    startHalf(answer, response, { ...headers, 'content-length': String(Buffer.from(answer.body).length) });
    setTimeout(() => socket.end(), 20);
    return true;
  };
}

/** A chunked body without its last chunk. */
export function chunkedEarlyEnd(headers: Readonly<Record<string, string>> = {}): Fault {
  return (_request, answer, response, socket) => {
    startHalf(answer, response, { ...headers, 'transfer-encoding': 'chunked' });
    setTimeout(() => socket.end(), 20);
    return true;
  };
}

/** What comes is no HTTP. */
export const noHttp: Fault = (_request, _answer, _response, socket) => {
  socket.end('220 mail.example.cn ESMTP ready\r\n');
  return true;
};

/** Another answer in place of the site's, sent as it is. */
export function instead(answer: SiteResponse): Fault {
  return (_request, _answer, response) => {
    send(answer, response);
    return true;
  };
}

/** The site's answer, encoded. */
export function encoded(encoding: string, encode: (body: Buffer) => Uint8Array): Fault {
  return (_request, answer, response) => {
    const headers = { ...answer.headers, 'content-encoding': encoding };
    send({ ...answer, headers, body: encode(Buffer.from(answer.body)) }, response);
    return true;
  };
}

/** A small body that grows to `bytes` when decoded. */
export function bomb(encoding: 'gzip' | 'br', bytes: number): Fault {
  const compress = encoding === 'gzip' ? gzipSync : brotliCompressSync;
  const body = compress(Buffer.alloc(bytes, '<p>'));
  return instead({ headers: { 'content-encoding': encoding }, body });
}

/** A body without an end. */
export const endless: Fault = (_request, _answer, response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  const part = Buffer.alloc(64 * 1024, 'x');
  const pump = (): void => {
    while (!response.destroyed && response.write(part));
  };
  response.on('drain', pump);
  pump();
  return true;
};

function startHalf({ body }: SiteResponse, response: ServerResponse, headers: Record<string, string>): void {
  const bytes = Buffer.from(body);
  response.writeHead(200, { 'content-type': 'text/html', ...headers });
  response.write(bytes.subarray(0, bytes.length / 2));
}
