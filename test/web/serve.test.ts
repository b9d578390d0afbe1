import { connect } from 'node:net';
import { Hono } from 'hono';
import { expect, onTestFinished, test } from 'vitest';
import { openPort, TIMEOUTS } from '../../src/web/serve.ts';

const app = new Hono().get('/', (c) => c.text('here'));
const open = async (timeouts = TIMEOUTS) => {
  const listening = await openPort(app, { host: '127.0.0.1', port: 0 }, timeouts);
  onTestFinished(listening.close);
  return listening;
};

/** What the server sends until it closes the connection. */
function send(address: string, text: string): Promise<string> {
  return new Promise((resolve) => {
    let got = '';
    const socket = connect(Number(new URL(address).port), '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => {
      got += chunk;
    });
    socket.on('error', () => resolve(got));
    socket.on('close', () => resolve(got));
  });
}

test('any free port is opened, and closed again', async () => {
  const { address, close } = await openPort(app, { host: '127.0.0.1', port: 0 });
  expect(await (await fetch(address)).text()).toBe('here');
  await close();
  await expect(fetch(address)).rejects.toThrow();
});

test('a port that is taken is said to be so', async () => {
  const { address } = await open();
  const port = Number(new URL(address).port);
  await expect(openPort(app, { host: '127.0.0.1', port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('who sends a request more slowly than it may is cut off', async () => {
  const slow = { ...TIMEOUTS, headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 50 };
  const { address } = await open(slow);
  expect(await send(address, 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ')).toMatch(/^HTTP\/1\.1 408 /);
  const body = 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\na=';
  expect(await send(address, body)).toMatch(/^HTTP\/1\.1 (?:408|404) /);
});

test('a head of more than 16 KiB is refused', async () => {
  const { address } = await open();
  const head = `GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`;
  expect(await send(address, head)).toMatch(/^HTTP\/1\.1 431 /);
});
