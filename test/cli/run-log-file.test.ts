import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { LOGS_KEPT, logName, logToFile } from '../../src/cli/run-log-file.ts';
import { hashOf, toLine } from '../../src/pipeline/crawl/run-log.ts';
import { capture, sessionOf } from './hand-made.ts';

function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const io = capture();
  const database = join(folder, 'g.sqlite');
  return { io, runs: `${database}.runs`, session: { ...sessionOf(io), database } };
}

const before = process.listeners('exit');
const at = new Date('2026-01-31T18:30:00Z');

test('a run’s log is one JSON object a line, and the logs of the last runs are kept, other files all', () => {
  const { runs, session, io } = setUp();
  for (let run = 1; run <= LOGS_KEPT + 5; run++) {
    const write = logToFile(run, session);
    write(toLine({ event: 'run_started' }, run, 'started', at));
    write(toLine({ event: 'fetched', url: 'http://a.gov.cn/1', cause: 'dns' }, run, 'crawl', at));
    write(toLine({ event: 'run_ended' }, run, 'crawl', at));
    if (run === 1) writeFileSync(join(runs, 'run-000001.json'), '{}');
  }
  const logs = readdirSync(runs).filter((name) => name.endsWith('.log.jsonl'));
  expect(logs.toSorted()).toEqual(Array.from({ length: LOGS_KEPT }, (_, n) => logName(n + 6)));
  expect(readdirSync(runs)).toContain('run-000001.json');
  const lines = readFileSync(join(runs, logName(35)), 'utf8')
    .trimEnd()
    .split('\n');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { time: '2026-01-31T18:30:00.000Z', run_id: 35, event: 'run_started', stage: 'started' },
    { host: 'a.gov.cn', cause: 'dns', url_hash: expect.stringMatching(/^[0-9a-f]{16}$/) },
    { event: 'run_ended' },
  ]);
  expect(io.err()).toBe('');
});

test('a log that cannot be written is told of once, and ends nothing', () => {
  const { runs, session, io } = setUp();
  writeFileSync(runs, 'a file in its place');
  const write = logToFile(1, session);
  for (let n = 0; n < 3; n++) write(toLine({ event: 'stage' }, 1, 'crawl', at));
  expect(io.err()).toMatch(
    /^the log of the run cannot be written: \S+run-000001\.log\.jsonl \(E\w+\); the run goes on\n$/,
  );
});

test('what is told of pages is written soon, in the order in which it was told', async () => {
  const { runs, session } = setUp();
  const write = logToFile(1, session);
  const urls = Array.from({ length: 50 }, (_, n) => `http://a.gov.cn/${n}`);
  for (const url of urls) write(toLine({ event: 'fetched', url }, 1, 'crawl', at));
  await vi.waitFor(() => expect(hashesIn(join(runs, logName(1)))).toEqual(urls.map(hashOf)));
  expect(process.listeners('exit')).toEqual(before);
});

test.each([
  ['process.exit', 'process.exit(3)', 3],
  ['an error that nobody catches', 'throw new Error("x")', 1],
  ['the end of all work', '', 0],
])('a process that ends by %s has written what was told', (_, end, code) => {
  const { runs, session } = setUp();
  const source = new URL('../../src/cli/run-log-file.ts', import.meta.url).href;
  const line = toLine({ event: 'fetched', url: 'http://a.gov.cn/1' }, 1, 'crawl', at);
  const script = `const { logToFile } = await import(${JSON.stringify(source)});
    logToFile(1, ${JSON.stringify({ database: session.database, lang: 'en' })})(${JSON.stringify(line)});
    ${end}`;
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
  expect(status).toBe(code);
  expect(hashesIn(join(runs, logName(1)))).toEqual([hashOf('http://a.gov.cn/1')]);
});

const hashesIn = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).url_hash);
