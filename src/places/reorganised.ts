import type { DivisionChange } from './division.ts';
import { divisionInYear, type Gazetteer } from './gazetteer.ts';

/** A merge or split in which a place took part, in the year of a report: the year before is hardly comparable. */
export interface Reorganisation {
  /** `gained`: another place went into this one, or this one was made of it; `lost`: a part of this one went away. */
  readonly kind: 'gained' | 'lost';
  /** The other place. */
  readonly name: string;
  readonly date: string;
  /** Of the approval. */
  readonly source: string;
}

/** The merges and splits of a year that changed the area of a division, by date. */
export function reorganisationsIn(gazetteer: Gazetteer, division: string, year: number): Reorganisation[] {
  const row = divisionInYear(gazetteer, division, year);
  if (!row) return [];
  return gazetteer.changes.flatMap((change): Reorganisation[] => {
    if (!changesArea(change) || Number(change.date.slice(0, 4)) !== year) return [];
    const { date, sourceNote: source } = change;
    if (change.toCode === row.code && change.toName === row.name)
      return [{ kind: 'gained', name: change.fromName, date, source }];
    return change.fromCode === row.code && change.relation === 'split'
      ? [{ kind: 'lost', name: change.toName, date, source }]
      : [];
  });
}

const changesArea = ({ relation }: DivisionChange): boolean => relation === 'merge' || relation === 'split';
