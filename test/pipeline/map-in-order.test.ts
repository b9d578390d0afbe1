import { expect, test } from 'vitest';
import { mapInOrder } from '../../src/pipeline/map-in-order.ts';

const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function collect<T>(results: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const result of results) all.push(result);
  return all;
}

test('results come in the order of the items, however long each takes', async () => {
  const slowFirst = mapInOrder([30, 1, 20, 2, 0], 3, async (ms) => {
    await after(ms);
    return ms;
  });
  expect(await collect(slowFirst)).toEqual([30, 1, 20, 2, 0]);
});

test('no more than `ahead` are under way, and the first is given before the last begins', async () => {
  let underWay = 0;
  let most = 0;
  const begun: number[] = [];
  const results = mapInOrder([1, 2, 3, 4, 5, 6], 2, async (item) => {
    begun.push(item);
    most = Math.max(most, ++underWay);
    await after(1);
    underWay -= 1;
    return item;
  });
  expect((await results.next()).value).toBe(1);
  expect(begun).not.toContain(6);
  expect(await collect(results)).toEqual([2, 3, 4, 5, 6]);
  expect(most).toBeLessThanOrEqual(2);
});

test('a failure comes at its turn, after the results before it', async () => {
  const results = mapInOrder([1, 2, 3], 3, async (item) => {
    if (item === 2) throw new Error('two');
    await after(5);
    return item;
  });
  expect((await results.next()).value).toBe(1);
  await expect(results.next()).rejects.toThrow('two');
});
