import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { variableSeeds } from '../src/cli/variable-seeds.ts';
import { exportRelease } from '../src/export/export-release.ts';
import { loadGates, loadReleaseData } from '../src/export/release-data.ts';
import { FORMATS } from '../src/export/release-table.ts';
import { checkAcrossReports } from '../src/pipeline/across/check-across-reports.ts';
import { loadRecord } from '../src/pipeline/load-record.ts';
import { loadGazetteer } from '../src/places/load-gazetteer.ts';
import { openStore } from '../src/store/open-store.ts';
import { seedVariables } from '../src/store/seed-variables.ts';
import { validateAlone } from '../src/validators/index.ts';
import { nationalReport } from './national/national-report.ts';
import { nationalUnits } from './national/national-units.ts';

/**
 * Memory over the whole way in one process, a sample of the country: every report checked by its own numbers, loaded
 * and checked against its neighbours, all of them against their peers, and exported in every format:
 * npm run bench:whole-way [-- REPORTS]   (default 20,000)
 */
const REPORTS = Number(process.argv[2] ?? 20_000);
const MOST_MIB = 2048;

const folder = mkdtempSync(join(tmpdir(), 'gongkai-whole-way-'));
const release = join(import.meta.dirname, '..', 'data', 'release');
const gazetteer = loadGazetteer();
const store = openStore(join(folder, 'national.sqlite'));
seedVariables(store, variableSeeds());
let findings = 0;
try {
  await stage('checked and loaded', () => {
    for (const unit of nationalUnits(REPORTS)) findings += load(nationalReport(unit));
  });
  await stage('checked against neighbours and peers', () => checkAcrossReports(store, { corrections: [] }));
  store.close();
  await stage(`exported to ${FORMATS.join(', ')}`, exportAll);
} finally {
  if (store.sqlite.open) store.close();
  rmSync(folder, { recursive: true });
}
const peak = peakMib();
const reached = peak <= MOST_MIB;
console.log(
  `${REPORTS} reports, ${findings} findings: ${peak} MiB at most (${MOST_MIB}: ${reached ? 'ok' : 'TOO MUCH'})`,
);
process.exitCode = reached ? 0 : 1;

/** Returns how many findings the report has. */
function load({ sha256, report, basis, cells, claims }: ReturnType<typeof nationalReport>): number {
  const reading = { ...{ report, basis, cells, claims }, findings: [], paragraphs: [], unordered: [] };
  const record = { ...validateAlone(reading), sha256 };
  const document = { sha256, byteLength: 81_234, kind: 'html', origin: { url: `http://a.cn/${sha256}` } };
  loadRecord(store, { ...document, parserVersion: '0.1.0' }, record);
  return record.findings.length;
}

async function exportAll(): Promise<void> {
  const reader = openStore(store.file, { readonly: true });
  try {
    await exportRelease({
      ...{
        store: reader,
        to: join(folder, 'release'),
        formats: FORMATS,
        gazetteer,
        softwareVersion: '0.0.0',
      },
      data: loadReleaseData(release),
      gates: loadGates(join(release, 'gates.yml')),
    });
  } finally {
    reader.close();
  }
}

async function stage(name: string, work: () => unknown): Promise<void> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  const seconds = ((user + system) / 1e6).toFixed(0);
  console.log(`${name.padEnd(48)} ${seconds.padStart(4)} s of processor time, peak so far ${peakMib()} MiB`);
}

function peakMib(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
