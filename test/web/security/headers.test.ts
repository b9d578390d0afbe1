import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressAs } from '../../../src/web/answering/formats.ts';
import { buildApp } from '../../../src/web/app.tsx';
import { loadAssets } from '../../../src/web/assets.ts';
import { ROUTES } from '../../../src/web/routes.ts';
import { loadExplorable, RECEIVED } from '../explore/make-explorable.ts';
import { logInAs } from '../log-in-as.ts';
import { openTools } from '../open-tools.ts';

/** The headers of every address in every format (requirement C-53): one set for the app, one for what was archived. */

const { tools, close } = openTools();
const app = buildApp({ ...tools, behindProxy: true });
let headers: Record<string, string>;
beforeAll(() => {
  loadExplorable(tools.writer);
  headers = logInAs('admin', tools);
});
afterAll(close);

const SAMPLES: Readonly<Record<string, string>> = { ':name': RECEIVED, ':code': '220382', ':agency': '1' };
const paths = ROUTES.filter(({ method }) => method === 'get').flatMap(({ path, bytes }) => {
  const at = path.replace(/:\w+/g, (name) => SAMPLES[name] ?? '1');
  const url = new URL(at, 'http://localhost');
  return bytes ? [at] : [at, addressAs('json', url), addressAs('csv', url)];
});
/** What an answer says of itself: its kind, its size, its version. */
const OWN =
  /^(?:content-(?:type|length|disposition)|etag|x-total-rows|location|set-cookie|retry-after|vary)$/;

type Headers = Readonly<Record<string, string>>;

test('every answer has one of these sets of headers, the archived ones that of the frame', async () => {
  const sets = new Map<string, string[]>();
  for (const path of [...paths, '/nowhere', ...loadAssets(tools.root).files.keys()]) {
    const response = await app.request(`http://localhost${path}`, { headers });
    await response.body?.cancel();
    const all = Object.fromEntries([...response.headers].filter(([name]) => !OWN.test(name)));
    const key = JSON.stringify(all, null, 1);
    sets.set(key, [...(sets.get(key) ?? []), path]);
  }
  const described = [...sets].map(([key, of]) => ({
    of: of.every((path) => /^\/(?:assets|modules)\//.test(path))
      ? 'assets'
      : of.length > 5
        ? 'all others'
        : of,
    headers: JSON.parse(key) as Headers,
  }));
  const isShared = ([name, value]: [string, string]): boolean =>
    described.every((set) => set.headers[name] === value);
  const entries = ({ headers }: { readonly headers: Headers }) => Object.entries(headers);
  expect({
    shared: Object.fromEntries(described.slice(0, 1).flatMap(entries).filter(isShared)),
    sets: described.map(({ of, headers }) => ({
      of,
      headers: Object.fromEntries(entries({ headers }).filter((entry) => !isShared(entry))),
    })),
  }).toMatchInlineSnapshot(`
    {
      "sets": [
        {
          "headers": {
            "cache-control": "no-store",
            "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "x-frame-options": "DENY",
          },
          "of": "all others",
        },
        {
          "headers": {
            "cache-control": "private, no-store",
            "content-security-policy": "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
            "x-dns-prefetch-control": "off",
            "x-frame-options": "SAMEORIGIN",
          },
          "of": [
            "/findings/1/dossier",
            "/reports/1/text",
          ],
        },
        {
          "headers": {
            "cache-control": "private, max-age=30",
            "content-security-policy": "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
            "x-dns-prefetch-control": "off",
            "x-frame-options": "SAMEORIGIN",
          },
          "of": [
            "/reports/1/evidence",
          ],
        },
        {
          "headers": {
            "cache-control": "public, max-age=31536000, immutable",
            "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "x-frame-options": "DENY",
          },
          "of": "assets",
        },
      ],
      "shared": {
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
        "referrer-policy": "no-referrer",
        "strict-transport-security": "max-age=31536000",
        "x-content-type-options": "nosniff",
      },
    }
  `);
});

test('no address of the app lets a script or a style stand in a page, or another site frame it', async () => {
  for (const path of paths) {
    const response = await app.request(`http://localhost${path}`, { headers });
    await response.body?.cancel();
    const policy = response.headers.get('content-security-policy') ?? '';
    const isEvidence = policy.startsWith('sandbox');
    expect(policy, path).toContain(`frame-ancestors ${isEvidence ? "'self'" : "'none'"}`);
    if (!isEvidence) expect(policy, path).not.toContain('unsafe');
    expect(policy, path).not.toMatch(/script-src[^;]*unsafe|allow-scripts/);
    expect(isEvidence, path).toBe(
      /\/(?:evidence|original|text|dossier)$/.test(path) && response.status === 200,
    );
  }
});
