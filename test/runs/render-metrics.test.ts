import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeRunFiles } from '../../src/cli/write-run-files.ts';
import { renderMetrics } from '../../src/runs/render-metrics.ts';
import { makeRunReport } from './made-report.ts';

/** The rules of the text format and of `promtool check metrics` that a file can break. Gives the samples. */
function lint(text: string): Map<string, number> {
  const samples = new Map<string, number>();
  const types = new Map<string, string>();
  let current = '';
  expect(text.endsWith('\n')).toBe(true);
  for (const line of text.trimEnd().split('\n')) {
    const [, keyword, name = '', rest = ''] = /^# (HELP|TYPE) ([a-z_]+) (.+)$/.exec(line) ?? [];
    if (keyword === 'HELP') {
      expect(types.has(name), `${name} twice`).toBe(false);
      current = name;
    } else if (keyword === 'TYPE') {
      expect(name).toBe(current);
      expect(['gauge', 'counter']).toContain(rest);
      expect(name.endsWith('_total'), `${name} is a ${rest}`).toBe(rest === 'counter');
      types.set(name, rest);
    } else {
      const [, series = '', metric, value] =
        /^(([a-z_]+)(?:\{(?:[a-z]+="(?:[^"\\\n]|\\[\\"n])*",?)+\})?) (-?[\d.]+(?:e[+-]?\d+)?)$/.exec(line) ??
        [];
      expect(metric, line).toBe(current);
      expect(samples.has(series), `${series} twice`).toBe(false);
      samples.set(series, Number(value));
    }
  }
  return samples;
}

test('the figures of a run are valid metrics', () => {
  const report = makeRunReport();
  const samples = lint(renderMetrics(report, report.finishedAt));
  const { totals } = report;
  expect(samples.get('gongkai_run_exit_code')).toBe(6);
  expect(samples.get('gongkai_run_duration_seconds')).toBeCloseTo(9886.887);
  expect(samples.get('gongkai_last_success_timestamp_seconds')).toBeCloseTo(
    Date.parse(report.finishedAt) / 1000,
  );
  const parts = ['new', 'same', 'skipped', 'failed', 'pending'] as const;
  for (const part of parts)
    expect(samples.get(`gongkai_reports_total{outcome="${part}"}`)).toBe(totals[part]);
  expect(samples.get('gongkai_alarms{kind="overdue"}')).toBe(11);
  expect(samples.get('gongkai_alarms{kind="family_drift"}')).toBe(0);
  expect(samples.get('gongkai_fetch_failures_total{cause="timeout"}')).toBe(4);
});

test('the checks that failed or were left open are there by rule', () => {
  const checks = {
    'applications.balance': { pass: 7, fail: 2, not_evaluable: { blank: 3, no_table: 1 } },
    'challenges.total': { pass: 9, fail: 0, not_evaluable: {} },
  };
  const samples = lint(renderMetrics(makeRunReport({ checks }), null));
  expect(samples.get('gongkai_anomalies{rule="applications.balance",status="fail"}')).toBe(2);
  expect(samples.get('gongkai_anomalies{rule="applications.balance",status="not_evaluable"}')).toBe(4);
  expect(samples.get('gongkai_anomalies{rule="challenges.total",status="fail"}')).toBe(0);
});

test('before the first good run there is no time of one, rather than a wrong one', () => {
  const samples = lint(renderMetrics(makeRunReport(), null));
  expect(samples.has('gongkai_last_success_timestamp_seconds')).toBe(false);
});

test('ten times the sources give no more lines, and no line names one', () => {
  const report = makeRunReport();
  const many = { ...report, sources: Array.from({ length: 10 }, () => report.sources).flat() };
  const text = renderMetrics(many, null);
  expect(text.split('\n').length).toBe(renderMetrics(report, null).split('\n').length);
  for (const { source, name } of report.sources) {
    expect(text).not.toContain(`"${source}"`);
    expect(text).not.toContain(name);
  }
  expect(text).not.toContain('http');
});

test('values that would break a line are escaped', () => {
  lint(renderMetrics(makeRunReport({ programVersion: 'a"b\\c\nd' }), null));
});

test('a reader finds the file whole while it is written again and again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-metrics-'));
  try {
    const session = { database: join(folder, 'g.sqlite'), lang: 'en' } as const;
    const report = makeRunReport({ sources: [], coverage: [] });
    await writeRunFiles(report, null, session);
    const file = `${session.database}.runs/gongkai.prom`;
    const whole = readFileSync(file, 'utf8');
    let writing = true;
    const writer = (async () => {
      for (let time = 0; time < 30; time++) await writeRunFiles(report, null, session);
      writing = false;
    })();
    while (writing) {
      expect(readFileSync(file, 'utf8')).toBe(whole);
      await new Promise((done) => setImmediate(done));
    }
    await writer;
  } finally {
    rmSync(folder, { recursive: true });
  }
});
