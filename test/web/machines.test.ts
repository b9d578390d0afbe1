import { expect, onTestFinished, test } from 'vitest';
import { isTight, leastFree, measureRoom } from '../../src/disk-room.ts';
import { finishRun, startRun } from '../../src/store/crawl/runs.ts';
import { buildApp } from '../../src/web/app.tsx';
import { openTools, TEST_NOW } from './open-tools.ts';

const HOUR_MS = 3_600_000;

function opened() {
  const { tools, folder, close } = openTools();
  onTestFinished(close);
  const app = buildApp(tools);
  /** What is lacking besides room on the disk, which is as the machine is. */
  const lacking = async (path: string): Promise<readonly string[]> => {
    const response = await app.request(`http://localhost${path}`);
    const words = (await response.text()).trim().split('\n');
    const isTightHere = isTight(measureRoom([folder], leastFree));
    expect(words.includes('disk')).toBe(isTightHere);
    expect(response.status).toBe(words[0] === 'ok' ? 200 : 503);
    return words.filter((word) => word !== 'ok' && word !== 'disk');
  };
  return { tools, lacking };
}

test.each<[string, number, number, readonly string[]]>([
  ['a run that ended well an hour ago', 0, 1, []],
  ['some sources failed', 6, 1, []],
  ['a run that ended well two days ago', 0, 48, ['run']],
  ['a run that was stopped', 11, 1, ['run']],
  ['a run that ends in the future', 0, -1, ['run']],
])('/readyz?max-age=36h after %s', async (_, exitCode, hoursAgo, expected) => {
  const { tools, lacking } = opened();
  expect(await lacking('/readyz')).toEqual([]);
  expect(await lacking('/readyz?max-age=36h')).toEqual(['run']);
  const { writer } = tools;
  const finishedAt = new Date(TEST_NOW.getTime() - hoursAgo * HOUR_MS).toISOString();
  const { id } = startRun(writer, {
    ...{ command: 'run', startedAt: finishedAt, parserVersion: '1', holder: 'test' },
  });
  finishRun(writer, id, { finishedAt, exitCode, counts: {}, report: {} });
  expect(await lacking('/readyz?max-age=36h')).toEqual(expected);
  expect(await lacking('/readyz')).toEqual([]);
});

test('/readyz refuses an age that is none', async () => {
  const { tools } = opened();
  expect((await buildApp(tools).request('http://localhost/readyz?max-age=ever')).status).toBe(400);
});
