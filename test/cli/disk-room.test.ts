import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseLeastFree } from '../../src/cli/parse-least-free.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { leastFree, measureRoom, watchRoom } from '../../src/disk-room.ts';

const GIB = 1024 ** 3;

test.each([
  [20, 5],
  [100, 10],
  [200, 20],
  [4000, 20],
])('of a disk of %i GiB, %i GiB stay free unless said otherwise', (total, least) => {
  expect(leastFree(total * GIB) / GIB).toBeCloseTo(least);
  expect(parseLeastFree(undefined)(total * GIB) / GIB).toBeCloseTo(least);
});

test.each([
  ['500MiB', 500 * 1024 ** 2],
  ['5GiB', 5 * GIB],
  ['1.5 TiB', 1536 * GIB],
  ['10%', 10 * GIB],
  ['0', 0],
])('--min-free %s', (text, bytes) => {
  expect(parseLeastFree(text)(100 * GIB)).toBe(bytes);
});

test.each(['', '5', '5GB', '-1GiB', '101%', 'all'])('"%s" is no amount of space', (text) => {
  expect(() => parseLeastFree(text)).toThrow(UsageError);
});

test('the room is that of the tightest disk, of a folder that is still to be made too', () => {
  const room = measureRoom([tmpdir(), join(tmpdir(), 'not', 'there')], () => 1);
  expect(room.freeBytes).toBeGreaterThan(0);
  const { freeBytes, leastBytes } = measureRoom([tmpdir()], (total) => total);
  expect(freeBytes).toBeLessThan(leastBytes);
});

test('whoever asks after each page has the room measured four times a second', () => {
  let [now, measured] = [0, 0];
  const room = watchRoom(
    [tmpdir()],
    () => ++measured,
    () => now,
  );
  const asked = [0, 1, 249, 250, 251, 499, 500].map((at) => {
    now = at;
    return room().leastBytes;
  });
  expect(asked).toEqual([1, 1, 1, 2, 2, 2, 3]);
});
