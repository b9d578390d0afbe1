import type { FormId } from '../../model/status.ts';
import type { SeriesMember, YearRecord } from '../../model/year-record.ts';
import { loadGazetteer } from '../../places/load-gazetteer.ts';
import { reorganisationsIn } from '../../places/reorganised.ts';
import { yearRecord } from '../../store/history/series.ts';
import type { Store } from '../../store/store.ts';
import type { YearDoubt } from '../../validators/history/compare-years.ts';
import { neighbourOf } from '../../validators/history/series.ts';

export type ReadMember = SeriesMember & { readonly form: FormId };

/** In force, and with a form: its tables can be compared. */
export const isRead = (member: SeriesMember): member is ReadMember => member.current && member.form !== null;

export interface ComparedYear {
  readonly record: YearRecord;
  readonly doubt: YearDoubt | null;
}

/**
 * The report of the year before (step -1) or after (1) with those of its cells that are compared, and what makes the
 * comparison doubtful. null: there is none that can be compared.
 */
export function comparedYear(
  store: Store,
  members: readonly SeriesMember[],
  self: SeriesMember,
  step: -1 | 1,
  variables: readonly string[],
): ComparedYear | null {
  const neighbour = neighbourOf(members, self, step);
  if (typeof neighbour === 'string' || !isRead(neighbour.member)) return null;
  const later = step === 1 ? neighbour.member : self;
  const isReorganised = reorganisationsIn(loadGazetteer(), later.division, later.year).length > 0;
  const doubt = !neighbour.sure ? 'other_body' : isReorganised ? 'other_area' : null;
  return { record: yearRecord(store, neighbour.member, variables), doubt };
}
