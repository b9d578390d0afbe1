import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseConnectTo } from '../../scrapers/connect-to.ts';
import { createHttpClient, type HttpClientOptions } from '../../scrapers/http-client.ts';
import { closing, QUICK, REPORT, SMALL_LIMITS } from './with-web.ts';

const HOST = 'www.tls.gov.cn';
const dir = mkdtempSync(join(tmpdir(), 'gongkai-tls-'));
afterAll(() => rmSync(dir, { recursive: true }));
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

let key = '';
let certificate = '';
/** A certificate of its own making, which nobody vouches for, for one host. */
beforeAll(() => {
  if (!hasOpenssl) return;
  const [keyFile, file] = [join(dir, 'key.pem'), join(dir, 'certificate.pem')];
  const { status, stderr } = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
    ...['-keyout', keyFile, '-out', file, '-days', '3650', '-subj', `/CN=${HOST}`],
    ...['-addext', `subjectAltName=DNS:${HOST}`],
  ]);
  if (status !== 0) throw new Error(String(stderr));
  [key, certificate] = [readFileSync(keyFile, 'utf8'), readFileSync(file, 'utf8')];
});

async function fetchOver(url: string, options: HttpClientOptions = {}, isSecure = true) {
  const answered: string[] = [];
  const server = isSecure
    ? createServer({ key, cert: certificate, maxVersion: 'TLSv1.2' }, (request, response) => {
        answered.push(request.url ?? '');
        if (request.url === '/robots.txt') response.writeHead(404).end();
        else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(REPORT);
      })
    : createServer();
  if (!isSecure) server.on('connection', (socket) => socket.end('220 mail.example ESMTP\r\n'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing({ close: () => new Promise<void>((done) => server.close(() => done())) });
  const { port } = server.address() as AddressInfo;
  const target = parseConnectTo(`*:443:127.0.0.1:${port}`);
  const client = closing(
    createHttpClient({
      ...{ connectTo: target ? [target] : [], probeHosts: false, politeness: QUICK, limits: SMALL_LIMITS },
      ...options,
    }),
  );
  return { result: await client.fetch({ url }), answered };
}

test.skipIf(!hasOpenssl)('a certificate that is vouched for is taken, and the page is had', async () => {
  const { result } = await fetchOver(`https://${HOST}/nb.html`, { tls: { ca: certificate } });
  expect(result).toMatchObject({ kind: 'document', status: 200, url: `https://${HOST}/nb.html` });
});

const trusting = (tls: HttpClientOptions['tls'] = {}): HttpClientOptions => ({
  tls: { ca: certificate, ...tls },
});

test.skipIf(!hasOpenssl).each<[string, string, () => HttpClientOptions, boolean]>([
  ['a certificate that nobody vouches for', HOST, () => ({}), true],
  ['a certificate of another host', 'www.other.gov.cn', trusting, true],
  ['a version that is too old', HOST, () => trusting({ minVersion: 'TLSv1.3' }), true],
  ['something that does not speak TLS at all', HOST, trusting, false],
])('%s is a failure of its own, and nothing was asked for', async (_, host, optionsOf, isSecure) => {
  const { result, answered } = await fetchOver(`https://${host}/`, optionsOf(), isSecure);
  expect(result).toMatchObject({ kind: 'failed', cause: 'tls' });
  expect(answered).toEqual([]);
});
