import { type Swept, sweepArchive } from '../../pipeline/sweep-archive.ts';
import { bytesIn } from '../../runs/figures.ts';
import { openStore } from '../../store/open-store.ts';
import { lockRun } from '../../store/run-lock.ts';
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts';
import { GC_TEXTS, SWEEP_WORDS } from '../gc-texts.ts';
import { write } from '../output.ts';
import { parseDurationMs } from '../parse-duration.ts';
import type { Session } from '../session.ts';
import { withStore } from '../with-store.ts';

export interface GcOptions {
  readonly olderThan: string;
  readonly grace: string;
  readonly dryRun?: boolean;
}

/** `gongkai gc`: takes out of the archive what nobody needs any more. Returns done; throws ArchiveError and StoreError. */
export async function gc(
  _: readonly string[],
  { olderThan, grace, dryRun = false }: GcOptions,
  session: Session,
): Promise<ExitCode> {
  const { database, archive: dir } = session;
  const times = { now: new Date(), keepMs: parseDurationMs(olderThan), graceMs: parseDurationMs(grace) };
  if (dryRun) {
    await withStore(session, async (store) =>
      tell(sweepArchive({ store, dir, ...times, dryRun }), dryRun, session),
    );
    return EXIT_CODES.done;
  }
  // A database that is not there would be made, and would have none of the documents.
  await withStore(session, async () => undefined);
  const unlock = lockRun(database, times.now);
  const store = openStore(database);
  try {
    await tell(sweepArchive({ store, dir, ...times, dryRun }), dryRun, session);
    return EXIT_CODES.done;
  } finally {
    store.close();
    unlock();
  }
}

async function tell(swept: Swept, dryRun: boolean, { stdout, lang }: Session): Promise<void> {
  const { mayGo } = swept;
  const total = (of: 'answers' | 'bytes'): number => mayGo.reduce((sum, share) => sum + share[of], 0);
  const done = dryRun ? GC_TEXTS.gcWouldSweep : GC_TEXTS.gcSwept;
  const lines = [
    GC_TEXTS.gcMayGo(total('answers'), bytesIn(total('bytes')))[lang],
    ...mayGo.map(
      (share) =>
        `  ${SWEEP_WORDS[share.reason][lang]}: ${GC_TEXTS.gcShare(share.answers, bytesIn(share.bytes))[lang]}`,
    ),
    done(swept.answers, bytesIn(swept.bytes))[lang],
  ];
  await write(stdout, `${lines.join('\n')}\n`);
}
