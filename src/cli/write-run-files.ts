import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunReport } from '../model/run-report.ts';
import { loadGazetteer } from '../places/load-gazetteer.ts';
import { renderMetrics } from '../runs/render-metrics.ts';
import { renderRunPage } from '../runs/render-run-page.ts';
import { renderRunText } from '../runs/render-run-text.ts';
import { nameProvince } from '../sources/name-province.ts';
import { runsFolder } from './runs-folder.ts';
import type { Session } from './session.ts';

/** The files of a report, and its figures for a monitor. */
export async function writeRunFiles(
  report: RunReport,
  lastSuccess: string | null,
  session: Pick<Session, 'database' | 'lang'>,
): Promise<void> {
  await writeReportFiles(report, session);
  writeWhole(runsFolder(session.database), 'gongkai.prom', renderMetrics(report, lastSuccess));
}

/** JSON, text and page of the run, the same as `latest`. */
export async function writeReportFiles(
  report: RunReport,
  { database, lang }: Pick<Session, 'database' | 'lang'>,
): Promise<void> {
  const folder = runsFolder(database);
  mkdirSync(folder, { recursive: true });
  const files = {
    json: `${JSON.stringify(report, null, 1)}\n`,
    txt: renderRunText(report, lang),
    html: await renderRunPage(report, lang, nameProvince(loadGazetteer())),
  };
  for (const [ending, text] of Object.entries(files)) {
    for (const name of [`run-${String(report.run).padStart(6, '0')}`, 'latest']) {
      writeWhole(folder, `${name}.${ending}`, text);
    }
  }
}

/** A reader finds the file as it was or as it is, never half of it. */
function writeWhole(folder: string, name: string, text: string): void {
  const draft = join(folder, `.${name}.new`);
  writeFileSync(draft, text);
  renameSync(draft, join(folder, name));
}
