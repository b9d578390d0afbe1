import { availableParallelism } from 'node:os';
import { holdWriters } from '../store/release/hold-writers.ts';
import { countReports, type ListedReport, listStored } from '../store/release/list-stored.ts';
import { beginSnapshot, endSnapshot } from '../store/release/read-snapshot.ts';
import type { ExportOptions } from './export-options.ts';
import { localRunner, threadRunner } from './parts/part-runner.ts';
import { REPORT_ID_DIGITS } from './prepare-report.ts';
import { ReleaseError } from './release-error.ts';
import type { ReleaseWork } from './release-work.ts';

/** Below, starting threads takes longer than the work. */
const FEWEST_FOR_THREADS = 2000;
/** Each holds a part, some 200 MB. */
const MOST_THREADS = 4;

/** All connections see one moment: writers are held off while they begin to read. Throws ReleaseError, StoreError. */
export async function beginRelease({
  store,
  data,
  threads,
  to,
}: ExportOptions): Promise<Pick<ReleaseWork, 'runner' | 'listed'>> {
  const wanted =
    threads ??
    (countReports(store) < FEWEST_FOR_THREADS ? 1 : Math.min(availableParallelism(), MOST_THREADS));
  const setup = { data };
  const start = async (): Promise<Pick<ReleaseWork, 'runner' | 'listed'>> => {
    beginSnapshot(store);
    try {
      const listed = listStored(store);
      requireTellable(listed, to);
      const runner = wanted > 1 ? await threadRunner(store.file, setup, wanted) : localRunner(store, setup);
      return { runner, listed };
    } catch (error) {
      endSnapshot(store);
      throw error;
    }
  };
  return wanted > 1 ? holdWriters(store.file, start) : start();
}

/** Two documents of one short number could not be told apart: about one chance in 10^7 for a million of them. */
function requireTellable(listed: readonly ListedReport[], to: string): void {
  const ids = new Set<string>();
  for (const { sha256 } of listed) {
    const id = Buffer.from(sha256).toString('hex').slice(0, REPORT_ID_DIGITS);
    if (ids.has(id)) throw new ReleaseError('ambiguous_id', `${to}: ${id}`);
    ids.add(id);
  }
}
