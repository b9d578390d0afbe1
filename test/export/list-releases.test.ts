import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { listReleases, openReleaseFile } from '../../src/export/list-releases.ts';
import { tempDir } from '../store/temp-store.ts';

const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');

/** A folder with one release of these files, and beside it a secret. */
function withRelease(files: Readonly<Record<string, string>>, told = Object.keys(files)): string {
  const dir = tempDir();
  mkdirSync(join(dir, '2026-03', 'csv'), { recursive: true });
  for (const [path, content] of Object.entries(files)) writeFileSync(join(dir, '2026-03', path), content);
  writeFileSync(join(dir, 'secret'), 'secret');
  const resources = told.map((path) => {
    const content = files[path] ?? 'secret';
    return { path, bytes: content.length, hash: `sha256:${sha256(content)}`, mediatype: 'text/csv' };
  });
  writeFileSync(join(dir, '2026-03', 'datapackage.json'), JSON.stringify({ version: '0.1.0+a', resources }));
  return dir;
}

test('releases are listed with what their data packages tell, and other folders are none', () => {
  const dir = withRelease({ 'csv/panel.csv': 'a\n' });
  mkdirSync(join(dir, 'other'));
  expect(listReleases(dir)).toEqual([
    {
      name: '2026-03',
      version: '0.1.0+a',
      files: [
        { path: 'csv/panel.csv', bytes: 2, sha256: sha256('a\n'), mediaType: 'text/csv' },
        expect.objectContaining({ path: 'datapackage.json', sha256: null }),
      ],
    },
  ]);
  expect(listReleases(join(dir, 'nowhere'))).toEqual([]);
});

test('a file is given with the bytes that it has', async () => {
  const dir = withRelease({ 'csv/panel.csv': 'a\n' });
  const file = openReleaseFile(dir, '2026-03', 'csv/panel.csv');
  expect(await text(file?.stream ?? new ReadableStream())).toBe('a\n');
});

test.each([
  ['what the data package does not tell of', '2026-03', 'csv/other.csv'],
  ['what lies outside the release', '2026-03', '../secret'],
  ['what lies outside all releases', '..', 'secret'],
  ['a release in another folder', '2026-03/csv', 'panel.csv'],
])('%s is not given', (_, name, path) => {
  const dir = withRelease({ 'csv/panel.csv': 'a\n', 'csv/other.csv': 'b\n' }, ['csv/panel.csv', '../secret']);
  expect(openReleaseFile(dir, name, path)).toBeUndefined();
});

test('a link that leads out of the release, and a file of another size than is told, are not given', () => {
  const dir = withRelease({ 'csv/panel.csv': 'a\n' }, ['csv/panel.csv', 'csv/link.csv']);
  symlinkSync(join(dir, 'secret'), join(dir, '2026-03', 'csv', 'link.csv'));
  expect(openReleaseFile(dir, '2026-03', 'csv/link.csv')).toBeUndefined();
  writeFileSync(join(dir, '2026-03', 'csv', 'panel.csv'), 'a\nb\n');
  expect(openReleaseFile(dir, '2026-03', 'csv/panel.csv')).toBeUndefined();
});
