import { afterAll, expect, test } from 'vitest';
import { finishRun, startRun } from '../../src/store/crawl/runs.ts';
import { buildApp } from '../../src/web/app.tsx';
import { makeRunReport } from '../runs/made-report.ts';
import { openTools } from './open-tools.ts';

const { tools, close } = openTools();
const app = buildApp(tools);
afterAll(close);

const home = async (): Promise<string> => (await app.request('http://localhost/?lang=en')).text();
const start = (startedAt: string) =>
  startRun(tools.writer, { command: 'run', startedAt, parserVersion: '1', holder: 'test' });

test('while a run goes on the home page says how far it is, and what the one before it brought', async () => {
  expect(await home()).toContain('None so far');
  const report = makeRunReport();
  const { id } = start(report.startedAt);
  finishRun(tools.writer, id, { finishedAt: report.finishedAt, exitCode: 6, counts: {}, report });
  expect(await home()).toContain('done, some sources failed');
  start('2026-02-28T18:30:00Z');
  for (const words of [
    'under way (just begun)',
    'The run before',
    'done, some sources failed',
    '/runs/1',
    '/runs/2',
  ])
    expect(await home()).toContain(words);
});
