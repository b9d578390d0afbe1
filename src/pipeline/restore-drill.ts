import { ArchiveError } from '../archive/archive-error.ts';
import { type SampledCell, sampleCells } from '../store/backup/sample-cells.ts';
import type { BackupCounts } from '../store/backup/write-backup.ts';
import { checkIntegrity } from '../store/check-integrity.ts';
import { countRows, type RowCounts } from '../store/count-rows.ts';
import { openStore } from '../store/open-store.ts';
import { verifyLog } from '../store/review/verify-log.ts';
import type { Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import type { VerifyDeps } from './verify-cell.ts';
import { verifyCell } from './verify-cell.ts';

export interface DrillOptions extends Pick<VerifyDeps, 'archive' | 'extract'> {
  /** How many cells are read again from the archive. */
  readonly cells: number;
  /** Decides which. */
  readonly seed: number;
  /** Of the database that the file is a copy of, where it is at hand. */
  readonly counts?: BackupCounts;
}

/** What a drill found of a copy of the database. */
export interface Drill {
  readonly counts: RowCounts | null;
  /** Cells that were read again; fewer than asked for only when nothing is archived. */
  readonly cells: number;
  readonly faults: readonly DrillFault[];
}

export interface DrillFault {
  readonly kind: 'damage' | 'rows' | 'log' | 'cell' | 'archive';
  readonly detail: string;
  /** How many of the cells that were drawn could not be read for it. */
  readonly cells?: number;
}

/** Problems of a file that cannot be the copy of a database of ours; any other (no access, a lock) is the caller's. */
const DAMAGED: ReadonlySet<string> = new Set(['corrupt', 'not_a_database', 'empty_file', 'foreign']);

/**
 * What a restore would have to work with, tried before it is needed: the whole file is checked, references too, its
 * rows are counted, the chain of decisions is computed anew, and cells drawn by `seed` are read again from the archive. Throws StoreError when the file cannot
 * be opened at all.
 */
export async function drillRestore(file: string, options: DrillOptions): Promise<Drill> {
  try {
    const store = openStore(file, { readonly: true });
    try {
      return await drill(store, options);
    } finally {
      store.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError) || !DAMAGED.has(error.problem)) throw error;
    return { counts: null, cells: 0, faults: [{ kind: 'damage', detail: error.message }] };
  }
}

async function drill(store: Store, { cells, seed, counts, ...deps }: DrillOptions): Promise<Drill> {
  const damage = checkIntegrity(store).map((detail): DrillFault => ({ kind: 'damage', detail }));
  // Of a file with a damaged page no more can be said.
  if (damage.length > 0) return { counts: null, cells: 0, faults: damage };
  const rows = countRows(store);
  const sampled = sampleCells(store, cells, randomFrom(seed));
  const faults = [...(counts ? missingRows(rows, counts) : []), ...brokenLog(store)];
  const once = readOnce(deps);
  for (const cell of sampled) faults.push(...(await readAgain(store, cell, once(cell.report.sha256))));
  return { counts: rows, cells: sampled.length, faults: joinSame(faults) };
}

/** Decisions are what no archive can bring back: their chain is computed anew. */
function brokenLog(store: Store): DrillFault[] {
  const { problem } = verifyLog(store);
  return problem ? [{ kind: 'log', detail: String(problem.event) }] : [];
}

/** Others may have written meanwhile: a table must hold what it held before, or after, or something between. */
function missingRows(rows: RowCounts, { before, after }: BackupCounts): DrillFault[] {
  return (Object.keys(rows) as (keyof RowCounts)[])
    .filter((table) => {
      const [least, most] = [Math.min(before[table], after[table]), Math.max(before[table], after[table])];
      return rows[table] < least || rows[table] > most;
    })
    .map((table) => ({ kind: 'rows', detail: `${table}: ${rows[table]}, ${before[table]} before` }));
}

async function readAgain(
  store: Store,
  { report, variable }: SampledCell,
  deps: Pick<VerifyDeps, 'archive' | 'extract'>,
): Promise<DrillFault[]> {
  const name = `${report.sha256.slice(0, 16)} ${variable}`;
  try {
    const verified = await verifyCell(report, variable, { store, ...deps });
    return verified && !verified.equal ? [{ kind: 'cell', detail: name }] : [];
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return [{ kind: 'archive', detail: error.message, cells: 1 }];
  }
}

/** A file of the archive that is gone is one fault, however many of the cells are in it. */
function joinSame(faults: readonly DrillFault[]): DrillFault[] {
  const joined = new Map<string, DrillFault>();
  for (const fault of faults) {
    const key = `${fault.kind} ${fault.detail}`;
    const { cells = 0 } = joined.get(key) ?? {};
    joined.set(key, fault.cells === undefined ? fault : { ...fault, cells: cells + fault.cells });
  }
  return [...joined.values()];
}

/** Several cells of one document are drawn: it is read once. */
function readOnce({ archive, extract }: Pick<VerifyDeps, 'archive' | 'extract'>) {
  const readings = new Map<string, ReturnType<typeof extract>>();
  return (sha256: string): Pick<VerifyDeps, 'archive' | 'extract'> => ({
    archive,
    extract: (bytes, origin) => {
      const reading = readings.get(sha256) ?? extract(bytes, origin);
      readings.set(sha256, reading);
      return reading;
    },
  });
}

/** Mulberry32 (Tommy Ettinger, public domain): the same cells for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
