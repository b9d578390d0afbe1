import type { Correction } from '../../model/correction.ts';
import type { SettledCorrection } from '../../store/corrections.ts';
import { refreshSummaries } from '../../store/explore/summaries/refresh-summaries.ts';
import { fillSeries, unchecked } from '../../store/history/unchecked.ts';
import { reviewCorrections } from '../../store/review/correct.ts';
import type { Store } from '../../store/store.ts';
import { write } from '../../store/write.ts';
import { applyCorrections } from './apply-corrections.ts';
import { checkNeighbours } from './check-neighbours.ts';
import { checkAllPeers, type PeersChecked } from './check-peers.ts';

export interface AcrossChecked extends PeersChecked {
  readonly corrections: readonly SettledCorrection[];
}

/**
 * What can be said of reports only beside others, after a batch was loaded: corrections, neighbouring years of reports
 * that were stored before these were checked, and peers. Looks at what changed since the last time; when nothing did,
 * nothing is written. Throws StoreError.
 */
export function checkAcrossReports(
  store: Store,
  { corrections }: { readonly corrections: readonly Correction[] },
): AcrossChecked {
  const settled = applyCorrections(store, [...corrections, ...stillToBeFiled(store, corrections)]);
  write(store, () => fillSeries(store));
  // Each in a transaction of its own: after an upgrade these are all reports, and verdicts come between.
  for (const report of unchecked(store)) write(store, () => checkNeighbours(store, report));
  const peers = checkAllPeers(store);
  refreshSummaries(store);
  return { corrections: settled, ...peers };
}

/** Corrections made in the review app, without those of cells that data/corrections speaks of: what was reviewed there holds. */
function stillToBeFiled(store: Store, filed: readonly Correction[]): readonly Correction[] {
  const cellOf = ({ division, agency, year, variable }: Correction) =>
    JSON.stringify([division, agency, year, variable]);
  const cells = new Set(filed.map(cellOf));
  return reviewCorrections(store).filter((correction) => !cells.has(cellOf(correction)));
}
