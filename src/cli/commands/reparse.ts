import { openArchive } from '../../archive/open-archive.ts';
import { escapeText } from '../../escape.ts';
import { openReadThread } from '../../pipeline/crawl/read-thread.ts';
import { countReparse, type Reparsed, reparse as reparseAll } from '../../pipeline/reparse/reparse.ts';
import { openStore } from '../../store/open-store.ts';
import { lockRun } from '../../store/run-lock.ts';
import { seedVariables } from '../../store/seed-variables.ts';
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts';
import { note, write } from '../output.ts';
import { openParsing } from '../parsing.ts';
import { startProgress } from '../progress.ts';
import { reviewedCorrections } from '../reviewed-corrections.ts';
import type { Session } from '../session.ts';
import { TEXTS } from '../texts.ts';
import { variableSeeds } from '../variable-seeds.ts';

/**
 * `gongkai reparse`: every record again from the archive, with today's parsers and without the network.
 *
 * @returns done; someFailed when documents could not be read; integrityFailed when records of the archive could not be;
 * stopped
 */
export async function reparse(_: readonly string[], __: object, session: Session): Promise<ExitCode> {
  const { database, archive: folder, lang, stdout } = session;
  const unlock = lockRun(database, new Date());
  const store = openStore(database);
  try {
    seedVariables(store, variableSeeds());
    const archive = await openArchive(folder);
    const parsing = openParsing();
    const reader = openReadThread();
    const progress = await startProgress(countReparse(archive), session);
    try {
      const done = await reparseAll({
        ...{ store, archive, reader, concurrency: parsing.threads },
        corrections: reviewedCorrections().corrections,
        parser: parsing.parser,
        signal: session.takeStopSignal?.(TEXTS.reparseStopping) ?? new AbortController().signal,
        onDone: () => progress.advance(),
      });
      await write(stdout, `${TEXTS.reparsed(done)[lang]}\n`);
      await tellUnread(done, session);
      if (done.kept > 0) note(session, 'warn', TEXTS.reparseKept(done.kept)[lang]);
      return exitCodeOf(done);
    } finally {
      progress.stop();
      await Promise.all([parsing.close(), reader.close()]);
      await archive.close();
    }
  } finally {
    store.close();
    unlock();
  }
}

const UNREAD_WORDS = { damaged: TEXTS.recordDamaged, missing: TEXTS.recordMissing } as const;
/** More than this is a lost file rather than a damaged record: naming each would bury what matters. */
const MOST_NAMED = 50;

/** Each record that cannot be read any more, by its place and where it came from, and what to do. */
async function tellUnread({ unread }: Reparsed, { stdout, lang }: Session): Promise<void> {
  if (unread.length === 0) return;
  const lines = unread.slice(0, MOST_NAMED).map(({ file, offset, address, problem }) => {
    const place = file === null ? null : TEXTS.recordPlace(escapeText(file), offset ?? 0)[lang];
    const names = [place, address === null ? null : escapeText(address)].filter((each) => each !== null);
    return `${UNREAD_WORDS[problem][lang]}  ${names.join('  ')}`;
  });
  const more = unread.length - lines.length;
  if (more > 0) lines.push(TEXTS.moreUnread(more)[lang]);
  await write(stdout, `${[...lines, TEXTS.recordsUnread(unread.length)[lang]].join('\n')}\n`);
}

function exitCodeOf({ stopped, failed, unread }: Reparsed): ExitCode {
  if (stopped) return EXIT_CODES.stopped;
  if (unread.length > 0) return EXIT_CODES.integrityFailed;
  return failed > 0 ? EXIT_CODES.someFailed : EXIT_CODES.done;
}
