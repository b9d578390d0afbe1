import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compressMember } from '../../src/archive/compress-member.ts';

const markup = (length: number): Buffer => Buffer.alloc(length, '<td>主动公开</td>');
const compressed = (length: number): Buffer =>
  length === 0 ? Buffer.alloc(0) : createHash('shake256', { outputLength: length }).update('').digest();
const half = (length: number): Buffer =>
  Buffer.concat([markup(Math.ceil(length / 2)), compressed(Math.floor(length / 2))]);

describe('a member of the archive', () => {
  it('gives the same bytes back, whatever its size and its content', async () => {
    for (const make of [markup, compressed, half]) {
      for (const length of [0, 1, 2048, 2049, 16_384, 16_385, 32 * 1024, 32 * 1024 + 1, 300_000, 3_000_000]) {
        const bytes = make(length);
        expect(gunzipSync(await compressMember(bytes)).equals(bytes)).toBe(true);
      }
    }
  });

  it('is much smaller than a page, and hardly larger than a file that is compressed already', async () => {
    expect((await compressMember(markup(300_000))).length).toBeLessThan(3_000);
    expect((await compressMember(compressed(300_000))).length).toBeLessThan(300_200);
  });
});
