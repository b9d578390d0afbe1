import { randomInt } from 'node:crypto';
import { escapeText } from '../../escape.ts';
import { openParsePool } from '../../pipeline/parse-pool.ts';
import { type Drill, type DrillOptions, drillRestore } from '../../pipeline/restore-drill.ts';
import { type BackupCounts, writeBackup } from '../../store/backup/write-backup.ts';
import { BACKUP_FAULTS } from '../backup-texts.ts';
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts';
import { note, write } from '../output.ts';
import type { Session } from '../session.ts';
import { TEXTS } from '../texts.ts';
import { UsageError } from '../usage-error.ts';
import { withStore } from '../with-store.ts';

export interface BackupCommandOptions {
  readonly to?: string;
  readonly verify?: string;
  readonly cells: string;
  readonly seed?: string;
}

const MOST_SEED = 2 ** 31;

/**
 * `gongkai backup`: a copy of the database that was tried, or a drill with one.
 *
 * @returns done; integrityFailed when the copy is faulty, and then no backup is left
 */
export async function backup(
  _: readonly string[],
  { to, verify, cells, seed = String(randomInt(MOST_SEED)) }: BackupCommandOptions,
  session: Session,
): Promise<ExitCode> {
  if ((to === undefined) === (verify === undefined)) throw new UsageError(TEXTS.backupWhat);
  if (![cells, seed].every((number) => /^\d{1,9}$|^[12]\d{9}$/.test(number)))
    throw new UsageError(TEXTS.backupNumber);
  const pool = openParsePool({ threads: 1 });
  try {
    const { archive } = session;
    const options = { archive, extract: pool.extract, cells: Number(cells), seed: Number(seed) };
    if (verify !== undefined) return await tell(await drillRestore(verify, options), options, session);
    return await backUp(to ?? '', options, session);
  } finally {
    await pool.close();
  }
}

async function backUp(to: string, options: DrillOptions, session: Session): Promise<ExitCode> {
  let code: ExitCode = EXIT_CODES.integrityFailed;
  try {
    await withStore(session, (store) =>
      writeBackup(store, to, async (copy, counts: BackupCounts) => {
        code = await tell(await drillRestore(copy, { ...options, counts }), options, session);
        if (code !== EXIT_CODES.done) throw new FaultyCopy();
      }),
    );
  } catch (error) {
    if (error instanceof FaultyCopy) return code;
    throw error;
  }
  await write(session.stdout, `${TEXTS.backedUp(to)[session.lang]}\n`);
  return code;
}

/** Ends a backup whose faults have been told. */
class FaultyCopy extends Error {}

async function tell(
  { counts, cells, faults }: Drill,
  { seed }: DrillOptions,
  session: Session,
): Promise<ExitCode> {
  const { stdout, lang } = session;
  for (const { kind, detail, cells: unread } of faults) {
    const about = unread === undefined ? '' : TEXTS.backupCellsUnread(unread)[lang];
    await write(stdout, `${BACKUP_FAULTS[kind][lang]}: ${escapeText(detail)}${about}\n`);
  }
  if (faults.length > 0) {
    await write(stdout, `${TEXTS.backupFaulty(faults.length, seed)[lang]}\n`);
    return EXIT_CODES.integrityFailed;
  }
  await write(stdout, `${TEXTS.backupSound(counts?.report ?? 0, cells, seed)[lang]}\n`);
  if (cells === 0) note(session, 'warn', TEXTS.backupUntried[lang]);
  return EXIT_CODES.done;
}
