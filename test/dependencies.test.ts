import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What the program is made of is fixed to the byte, and can be listed without the network (requirement C-53). */

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Locked & { dependencies?: Record<string, string> }>;
};
const { '': root, ...packages } = lock.packages;
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>;
  scripts: Record<string, string>;
};

test('each package is pinned to one version and to the digest of its bytes', () => {
  const loose = Object.entries(packages)
    .filter(
      ([, { version, integrity }]) => !/^\d+\.\d+\.\d+/.test(version) || !integrity?.startsWith('sha512-'),
    )
    .map(([name]) => name);
  expect(loose).toEqual([]);
  expect(root?.dependencies).toEqual(manifest.dependencies);
});

test('the bill of materials has every package that is asked for, with its digest, and needs no network', () => {
  const [command = '', ...args] = (manifest.scripts['dependencies:list'] ?? '').split(' ');
  const bill = JSON.parse(
    execFileSync(command, [...args, '--offline'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }),
  ) as { components: { name: string; version: string; hashes?: { alg: string }[] }[] };
  // Some packages come in two versions.
  const listed = new Map(bill.components.map((one) => [`${one.name}@${one.version}`, one]));
  for (const name of Object.keys(manifest.dependencies)) {
    const one = listed.get(`${name}@${packages[`node_modules/${name}`]?.version}`);
    expect(
      one?.hashes?.map(({ alg }) => alg),
      name,
    ).toContain('SHA-512');
  }
});

test('the gate of known weaknesses is a command, and the manual names both commands', () => {
  expect(manifest.scripts['dependencies:audit']).toMatch(/^npm audit .*--audit-level=high/);
  const manual = readFileSync('docs/operations.md', 'utf8');
  for (const name of ['dependencies:audit', 'dependencies:list']) expect(manual).toContain(`npm run ${name}`);
});
