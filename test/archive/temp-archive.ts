import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { captures } from '../../src/archive/captures.ts';
import { type ArchiveOptions, openArchive } from '../../src/archive/open-archive.ts';
import type { Place } from '../../src/archive/place.ts';

/** The date of everything archived in tests. */
export const DATE = new Date('2022-01-20T08:00:00Z');

export function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'gongkai-test-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** An archive that is closed when the test is over. */
export async function tempArchive(dir = tempDir(), options: ArchiveOptions = {}): Promise<Archive> {
  const archive = await openArchive(dir, options);
  onTestFinished(() => archive.close());
  return archive;
}

/** Where the archive has each document that its indexes tell of, in the order in which they came. */
export function placesIn(archive: Pick<Archive, 'dir' | 'places'>): Place[] {
  const digests = new Set([...captures(archive)].flatMap(({ sha256 = [] }) => sha256));
  return [...digests].flatMap((sha256) => archive.places.get(sha256) ?? []);
}

/** Bytes of a page in GBK, as most of these pages were until a few years ago: no valid UTF-8. */
export const gbkPage = (text = ''): Uint8Array =>
  Buffer.concat([Buffer.from([0xb9, 0xab, 0xbf, 0xaa, 0x0d, 0x0a, 0x00, 0xff]), Buffer.from(text)]);
