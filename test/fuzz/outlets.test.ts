import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { note } from '../../src/cli/output.ts';
import { documentText } from '../../src/cli/render/document-format.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import { csv, json, jsonLines } from '../../src/cli/write-documents.ts';
import type { RunReport } from '../../src/model/run-report.ts';
import { composeMessage } from '../../src/runs/compose-message.ts';
import { renderMetrics } from '../../src/runs/render-metrics.ts';
import { renderRunText } from '../../src/runs/render-run-text.ts';
import { loadExtraction } from '../../src/store/load-extraction.ts';
import { openStore } from '../../src/store/open-store.ts';
import { seedVariables } from '../../src/store/seed-variables.ts';
import { capture, handMade } from '../cli/hand-made.ts';
import { makeRunReport } from '../runs/made-report.ts';
import { makeExtraction, VARIABLES } from '../store/make-extraction.ts';
import { runs, TIMEOUT_MS } from './is-reading.ts';

/**
 * What a source wrote stays within its line wherever it comes out, and nothing of it is obeyed by a terminal or turns
 * the reading order (requirement C-52). fast-check prints the seed of what fails.
 */

/** All that a terminal, a log or a reader's eye could take for something else; the line's own end is ours. */
const OBEYED = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const PIECES = ['\r\n', '\n', '\r', '\u001b[31m', '\u001b]0;x\u0007', '\u009b2J', '\u202e', '\u2066'];
const MORE = [
  '\u2069',
  '\u2028',
  '\u0085',
  '\u0000',
  '\u007f',
  '\u200b',
  '\ufeff',
  '\ud800',
  '县',
  '2021',
  'x',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES, ...MORE), fc.string({ unit: 'binary', maxLength: 4 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => `a${parts.join('')}b`);

/** No line holds anything obeyed, and there are as many lines as with a plain text in its place. */
function expectSafe(out: (text: string) => string, text: string, { lines = true } = {}): void {
  const shown = out(text);
  expect(shown.split(/\r?\n/).filter((line) => OBEYED.test(line))).toEqual([]);
  if (lines) expect(shown.split('\n').length).toBe(out('plain').split('\n').length);
}

const folder = mkdtempSync(join(tmpdir(), 'gongkai-outlets-'));
afterAll(() => rmSync(folder, { recursive: true }));

const LONG = { timeout: TIMEOUT_MS };
const forAll = (check: (text: string) => void | Promise<void>, most: number) =>
  fc.assert(
    fc.asyncProperty(hostile, async (text) => check(text)),
    { numRuns: runs(most) },
  );

test('a line for the person at the keyboard', LONG, () =>
  forAll((text) => {
    const io = capture();
    note({ ...io, logLevel: 'info' } as never, 'warn', text);
    expect(
      io
        .err()
        .split('\n')
        .filter((line) => OBEYED.test(line)),
    ).toEqual([]);
  }, 300),
);

function documentWith(text: string) {
  const result = handMade();
  const cells = result.cells.map((cell, at) =>
    at === 0 ? { ...cell, raw: text, status: 'unreadable' } : cell,
  );
  const findings = result.findings.map((one) => ({ ...one, message: { zh: text, en: text }, scope: text }));
  const report = { ...result.report, title: text, agency: text, place: text };
  return { name: { file: text }, result: { ...result, report, cells, findings } as typeof result };
}

const terminal = (isTTY: boolean) =>
  ({ stdout: { isTTY, columns: 4000, write: () => true }, env: {} }) as never;
test.each(['zh', 'en'] as const)('a document on the terminal, in %s', LONG, (lang) =>
  forAll((text) => {
    const format = documentText({ ...(terminal(true) as object), lang, env: { NO_COLOR: '1' } } as never);
    // Long words are laid over several lines: how many is no matter here.
    expectSafe((one) => format.write(documentWith(one)), text, { lines: false });
  }, 60),
);

test('a document as JSON, as lines of JSON and as CSV for a terminal', LONG, () =>
  forAll((text) => {
    for (const format of [json('en', true), jsonLines('zh'), csv(true)])
      expectSafe((one) => format.write(documentWith(one)), text);
  }, 60),
);

test('lists of what is stored, in every format on a terminal', LONG, async () => {
  let nth = 0;
  await forAll(async (text) => {
    nth++;
    const database = join(folder, `${nth}.sqlite`);
    const store = openStore(database);
    seedVariables(store, VARIABLES);
    const made = makeExtraction({ seed: nth, cells: 3 });
    const report = { ...made.report, title: text, agency: text, place: text };
    const findings = made.findings.map((one) => ({ ...one, message: { zh: text, en: text } }));
    const origin = { file: text };
    loadExtraction(
      store,
      { sha256: made.sha256, byteLength: 1, kind: 'html', origin },
      { ...made, report, findings },
    );
    store.close();
    for (const command of ['reports', 'findings'])
      for (const format of ['table', 'json', 'csv']) {
        const io = { ...capture({ stdout: true }), env: { NO_COLOR: '1' } };
        const argv = ['--database', database, '--lang', 'en', command, '--format', format];
        expect(await runCli(argv, io)).toBe(0);
        const lines = io.out().split(/\r?\n/);
        expect(lines.filter((line) => OBEYED.test(line))).toEqual([]);
      }
  }, 12);
});

test.each(['info', 'debug'])('an error that speaks of a file, at the level %s', LONG, (level) =>
  forAll(async (text) => {
    const io = capture();
    const file = join(folder, text.replaceAll(/[\0/]/g, '').slice(0, 60));
    expect(await runCli(['--log-level', level, '--database', file, 'reports', text], io)).not.toBe(0);
    expect(await runCli(['--log-level', level, 'extract', file], io)).not.toBe(0);
    expect(
      io
        .err()
        .split('\n')
        .filter((line) => OBEYED.test(line)),
    ).toEqual([]);
  }, 40),
);

function runWith(text: string): RunReport {
  const made = makeRunReport();
  const alarms = made.alarms.map((alarm) => ({
    ...alarm,
    about: text,
    zh: text,
    en: text,
    state: 'first' as const,
  }));
  const sources = made.sources.map((source) => ({ ...source, name: text, detail: text }));
  return { ...made, alarms, sources, newReports: [text], vanishedReports: [text], resumed: [] };
}

test('the text and the figures of a run', LONG, () =>
  forAll((text) => {
    for (const lang of ['zh', 'en'] as const) expectSafe((one) => renderRunText(runWith(one), lang), text);
    expectSafe((one) => renderMetrics(runWith(one), '2026-01-31T00:00:00Z'), text);
  }, 60),
);

const RECEIVERS = [
  'hooks.slack.com',
  'open.feishu.cn',
  'qyapi.weixin.qq.com',
  'oapi.dingtalk.com',
  'example.org',
];
test.each(RECEIVERS)('a message to %s', LONG, (host) =>
  forAll((text) => {
    for (const lang of ['zh', 'en'] as const) {
      const { body } = composeMessage(runWith(text), `https://${host}/x`, lang);
      expect(body).not.toMatch(OBEYED);
      // What a person is shown: one line an alarm, as with any other text.
      const wordsOf = (json: string): string => {
        const { text: words, content } = JSON.parse(json);
        return typeof words === 'string' ? words : ((words ?? content).content ?? content.text);
      };
      const shown = wordsOf(body).split('\n');
      expect(shown.filter((line) => OBEYED.test(line))).toEqual([]);
    }
  }, 60),
);
