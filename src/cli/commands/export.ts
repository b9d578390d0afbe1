import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exportRelease } from '../../export/export-release.ts';
import { Doi, loadGates, loadReleaseData } from '../../export/release-data.ts';
import { FORMATS, type Format } from '../../export/release-table.ts';
import { countPasses } from '../../export/write-wholes.ts';
import { loadGazetteer } from '../../places/load-gazetteer.ts';
import { loadSources } from '../../sources/load-sources.ts';
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts';
import { given } from '../options.ts';
import { note, write } from '../output.ts';
import { findPackageRoot, readVersion } from '../package-root.ts';
import { startProgress } from '../progress.ts';
import type { Session } from '../session.ts';
import { TEXTS } from '../texts.ts';
import { UsageError } from '../usage-error.ts';
import { withStore } from '../with-store.ts';

export interface ExportCommandOptions {
  readonly to?: string;
  readonly formats: string;
  readonly since?: string;
  readonly gates?: string;
  readonly doi?: string;
  readonly sources: string;
}

/** `gongkai export`: a release of the dataset, whole or not at all. */
export async function exportCommand(
  _paths: readonly string[],
  { to, formats, since, gates, doi, sources }: ExportCommandOptions,
  session: Session,
): Promise<ExitCode> {
  if (to === undefined) throw new UsageError(TEXTS.toMissing);
  const asked = parseFormats(formats);
  if (doi !== undefined && !Doi.safeParse(doi).success) throw new UsageError(TEXTS.wrongDoi(doi));
  const gazetteer = loadGazetteer();
  const folder = join(findPackageRoot(), 'data', 'release');
  const data = { data: loadReleaseData(folder), gates: loadGates(gates ?? join(folder, 'gates.yml')) };
  if (!existsSync(sources)) note(session, 'warn', TEXTS.exportNoSources(sources)[session.lang]);
  await withStore(session, async (store) => {
    const progress = await startProgress(countPasses(store, asked), session);
    try {
      const { version, statistics, files, changes } = await exportRelease({
        ...{ ...data, store, to, formats: asked, gazetteer, softwareVersion: readVersion() },
        archive: session.archive,
        sources: existsSync(sources) ? loadSources(sources, gazetteer).sources : [],
        ...given('since', since),
        ...given('doi', doi),
        ...given('signal', session.takeStopSignal?.(TEXTS.exportStopping)),
        onReport: () => progress.advance(),
      });
      const { stdout, lang } = session;
      await write(stdout, `${TEXTS.exported(to, version, statistics.reports, files)[lang]}\n`);
      const changed = [...changes.values()].reduce((sum, rows) => sum + rows, 0);
      if (since !== undefined) await write(stdout, `${TEXTS.exportedChanges(changed)[lang]}\n`);
    } finally {
      progress.stop();
    }
  });
  return EXIT_CODES.done;
}

function parseFormats(list: string): Format[] {
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !(FORMATS as readonly string[]).includes(name));
  if (unknown.length > 0) throw new UsageError(TEXTS.unknownFormats(unknown.join(', '), FORMATS.join(', ')));
  return FORMATS.filter((format) => names.includes(format));
}
