import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { tellLate } from '../../src/cli/commands/run.ts';
import { markTold } from '../../src/cli/told.ts';
import { makeRunReport } from '../runs/made-report.ts';
import { capture, sessionOf } from './hand-made.ts';
import { type Behaviour, startReceiver } from './receiver.ts';

async function setUp(behaviour: Behaviour = 200) {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-told-'));
  const receiver = await startReceiver(behaviour);
  onTestFinished(async () => {
    await receiver.close();
    rmSync(folder, { recursive: true });
  });
  const options = {
    sources: folder,
    webhook: 'http://alarm.example.com/w',
    heartbeat: 'http://beat.example.com/h',
    connectTo: [receiver.connectTo],
  };
  return { receiver, options, session: { ...sessionOf(capture()), database: join(folder, 'g.sqlite') } };
}

test('the end of a run that was killed before it was told is told by the next start, once', async () => {
  const { receiver, options, session } = await setUp();
  const report = makeRunReport();
  await tellLate(report, options, session);
  expect(receiver.received.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /w', 'GET /h']);
  expect(JSON.parse(receiver.received[0]?.body ?? '{}')).toMatchObject({ run: report.run });
  expect(existsSync(`${session.database}.runs/latest.json`)).toBe(true);
  await tellLate(report, options, session);
  expect(receiver.received).toHaveLength(2);
});

test('what was told, and a database without a run, have nothing to say', async () => {
  const { receiver, options, session } = await setUp();
  const report = makeRunReport();
  markTold(report.run, session);
  await tellLate(report, options, session);
  await tellLate({ ...report, run: report.run - 1 }, options, session);
  await tellLate(null, options, session);
  expect(receiver.received).toEqual([]);
});

test('a message that no one took is in the report of the run, in all its forms', async () => {
  const { options, session } = await setUp(404);
  await tellLate(makeRunReport(), { ...options, heartbeat: '' }, session);
  const read = (ending: string) => readFileSync(`${session.database}.runs/latest.${ending}`, 'utf8');
  const undelivered = [{ host: 'alarm.example.com', detail: 'gone: status 404 Not Found' }];
  expect(JSON.parse(read('json'))).toMatchObject({ undelivered });
  for (const ending of ['txt', 'html'])
    expect(read(ending)).toContain('Messages not delivered: alarm.example.com (gone: status 404 Not Found)');
});
