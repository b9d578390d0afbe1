import type { SeriesMember } from '../../model/year-record.ts';
import { loadGazetteer } from '../../places/load-gazetteer.ts';
import { reorganisationsIn } from '../../places/reorganised.ts';
import type { YearDoubt } from '../../validators/history/compare-years.ts';

/**
 * Why a report may not follow from the one of the year before; null when it does.
 *
 * @param sure - both are of one body
 * @param later - the report of the later year: a merge or split in it makes another area
 */
export function yearDoubt(
  sure: boolean,
  { division, year }: Pick<SeriesMember, 'division' | 'year'>,
): YearDoubt | null {
  if (!sure) return 'other_body';
  return reorganisationsIn(loadGazetteer(), division, year).length > 0 ? 'other_area' : null;
}
