import { FETCH_CAUSES } from '../model/exchange.ts';
import { ALARM_KINDS, type RunReport, SOURCE_OUTCOMES } from '../model/run-report.ts';
import { PARTS } from './figures.ts';

type Labels = Readonly<Record<string, string>>;
type Sample = readonly [labels: Labels, value: number];

interface Metric {
  readonly name: string;
  readonly type: 'gauge' | 'counter';
  readonly help: string;
  readonly samples: readonly Sample[];
}

/**
 * A run's figures in the Prometheus text format, for the node exporter's textfile collector
 * (https://prometheus.io/docs/instrumenting/exposition_formats/). No label holds an address or a source: there are
 * as many lines after ten years as on the first night. Counters count one run and begin anew with the next.
 *
 * @param lastSuccess - end of the last run that ended well, ISO; null when there is none
 */
export function renderMetrics(report: RunReport, lastSuccess: string | null): string {
  return `${metricsOf(report, lastSuccess).map(renderMetric).join('\n')}\n`;
}

function metricsOf(report: RunReport, lastSuccess: string | null): Metric[] {
  const { totals, sources, alarms, storage, startedAt, finishedAt } = report;
  const [started, finished] = [seconds(startedAt), seconds(finishedAt)];
  const failures = (cause: string) => sources.reduce((sum, { failedBy }) => sum + (failedBy[cause] ?? 0), 0);
  const raised = (kind: string) =>
    alarms.filter((alarm) => alarm.kind === kind && alarm.state !== 'over').length;
  const { programVersion: version, parserVersion: parser, command } = report;
  return [
    gauge('gongkai_run_info', 'Versions and command of the last run.', [[{ version, parser, command }, 1]]),
    gauge('gongkai_run_start_timestamp_seconds', 'When the last run began.', [[{}, started]]),
    gauge('gongkai_run_end_timestamp_seconds', 'When the last run ended.', [[{}, finished]]),
    gauge('gongkai_run_duration_seconds', 'How long the last run took.', [[{}, finished - started]]),
    gauge('gongkai_run_exit_code', 'How the last run ended; see docs/cli.md.', [[{}, report.exitCode]]),
    gauge(
      'gongkai_last_success_timestamp_seconds',
      'When a run last ended well; absent before the first.',
      lastSuccess === null ? [] : [[{}, seconds(lastSuccess)]],
    ),
    counter(
      'gongkai_reports_total',
      'Report addresses of the last run by what became of them.',
      PARTS.map((outcome) => [{ outcome }, totals[outcome]]),
    ),
    counter('gongkai_reports_vanished_total', 'Reports that the last run did not find any more.', [
      [{}, totals.vanished],
    ]),
    counter(
      'gongkai_fetch_failures_total',
      'Report addresses that the last run could not have, by cause.',
      FETCH_CAUSES.map((cause) => [{ cause }, failures(cause)]),
    ),
    counter('gongkai_requests_total', 'Requests of the last run.', [[{}, report.requests]]),
    counter('gongkai_fetched_bytes_total', 'Bytes fetched by the last run.', [[{}, report.bytes]]),
    gauge(
      'gongkai_sources',
      'Sources of the last run by outcome.',
      SOURCE_OUTCOMES.map((outcome) => [
        { outcome },
        sources.filter((one) => one.outcome === outcome).length,
      ]),
    ),
    gauge(
      'gongkai_alarms',
      'Alarms that last, by kind.',
      ALARM_KINDS.map((kind) => [{ kind }, raised(kind)]),
    ),
    gauge(
      'gongkai_anomalies',
      'Checks that failed or were left open in the reports of the last run, by rule.',
      anomaliesOf(report),
    ),
    gauge('gongkai_stored_reports', 'Reports in force, by province.', coverageOf(report)),
    gauge('gongkai_database_bytes', 'Size of the database.', [[{}, storage.databaseBytes]]),
    gauge('gongkai_wal_bytes', 'Size of its write-ahead log.', [[{}, storage.walBytes]]),
    gauge('gongkai_blob_bytes', 'Size of the archive.', [[{}, storage.archiveBytes]]),
    gauge('gongkai_free_bytes', 'Free space on the disk of the archive.', [[{}, storage.freeBytes]]),
  ];
}

const seconds = (iso: string): number => Date.parse(iso) / 1000;
const gauge = (name: string, help: string, samples: readonly Sample[]): Metric => ({
  ...{ name, help, samples, type: 'gauge' },
});
const counter = (name: string, help: string, samples: readonly Sample[]): Metric => ({
  ...{ name, help, samples, type: 'counter' },
});

/** Rules are in a closed list: as many lines as it has, twice. */
function anomaliesOf({ checks }: RunReport): Sample[] {
  return Object.entries(checks).flatMap(([rule, { fail, not_evaluable }]): Sample[] => [
    [{ rule, status: 'fail' }, fail],
    [{ rule, status: 'not_evaluable' }, Object.values(not_evaluable).reduce((sum, times) => sum + times, 0)],
  ]);
}

function coverageOf({ coverage }: RunReport): Sample[] {
  const sums = new Map<string, number>();
  for (const { province, reports } of coverage) sums.set(province, (sums.get(province) ?? 0) + reports);
  return [...sums].map(([province, reports]) => [{ province }, reports]);
}

function renderMetric({ name, type, help, samples }: Metric): string {
  const lines = samples.map(([labels, value]) => `${name}${renderLabels(labels)} ${value}`);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines].join('\n');
}

function renderLabels(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

const escapeLabel = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
