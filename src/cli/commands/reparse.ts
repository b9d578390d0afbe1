import { PARSER_VERSION, sniffKind } from '../../../parsers/index.ts';
import { openArchive } from '../../archive/archive.ts';
import { openReadThread } from '../../pipeline/crawl/read-thread.ts';
import { openParsePool } from '../../pipeline/parse-pool.ts';
import { countReparse, type Reparsed, reparse as reparseAll } from '../../pipeline/reparse/reparse.ts';
import { openStore } from '../../store/open-store.ts';
import { lockRun } from '../../store/run-lock.ts';
import { seedVariables } from '../../store/seed-variables.ts';
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts';
import { note, write } from '../output.ts';
import { startProgress } from '../progress.ts';
import { reviewedCorrections } from '../reviewed-corrections.ts';
import type { Session } from '../session.ts';
import { TEXTS } from '../texts.ts';
import { variableSeeds } from '../variable-seeds.ts';

/**
 * `gongkai reparse`: every record again from the archive, with today's parsers and without the network.
 *
 * @returns done; someFailed when documents could not be read; stopped
 */
export async function reparse(_: readonly string[], __: object, session: Session): Promise<ExitCode> {
  const { database, archive: folder, lang, stdout } = session;
  const unlock = lockRun(database, new Date());
  const store = openStore(database);
  try {
    seedVariables(store, variableSeeds());
    const archive = await openArchive(folder);
    const pool = openParsePool();
    const reader = openReadThread();
    const progress = await startProgress(countReparse(archive), session);
    try {
      const done = await reparseAll({
        ...{ store, archive, reader, concurrency: pool.threads },
        corrections: reviewedCorrections().corrections,
        parser: { extractReport: pool.extractReport, kindOf: sniffKind, version: String(PARSER_VERSION) },
        signal: session.takeStopSignal?.() ?? new AbortController().signal,
        onDone: () => progress.advance(),
      });
      await write(stdout, `${TEXTS.reparsed(done)[lang]}\n`);
      if (done.kept > 0) note(session, 'warn', TEXTS.reparseKept(done.kept)[lang]);
      return exitCodeOf(done);
    } finally {
      progress.stop();
      await Promise.all([pool.close(), reader.close()]);
      await archive.close();
    }
  } finally {
    store.close();
    unlock();
  }
}

function exitCodeOf({ stopped, failed }: Reparsed): ExitCode {
  if (stopped) return EXIT_CODES.stopped;
  return failed > 0 ? EXIT_CODES.someFailed : EXIT_CODES.done;
}
