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
  const changes = areaChanges(gazetteer).get(year);
  const row = changes && divisionInYear(gazetteer, division, year);
  if (!row) return [];
  return changes.flatMap((change): Reorganisation[] => {
    const { date, sourceNote: source } = change;
    if (change.toCode === row.code && change.toName === row.name)
      return [{ kind: 'gained', name: change.fromName, date, source }];
    return change.fromCode === row.code && change.relation === 'split'
      ? [{ kind: 'lost', name: change.toName, date, source }]
      : [];
  });
}

const byYear = new WeakMap<Gazetteer, ReadonlyMap<number, readonly DivisionChange[]>>();

/** Merges and splits by year: every report asks for those of its own, twice. */
function areaChanges(gazetteer: Gazetteer): ReadonlyMap<number, readonly DivisionChange[]> {
  const known = byYear.get(gazetteer) ?? groupByYear(gazetteer.changes.filter(changesArea));
  byYear.set(gazetteer, known);
  return known;
}

function groupByYear(changes: readonly DivisionChange[]): ReadonlyMap<number, readonly DivisionChange[]> {
  const years = new Map<number, DivisionChange[]>();
  for (const change of changes) {
    const year = Number(change.date.slice(0, 4));
    const ofYear = years.get(year);
    if (ofYear) ofYear.push(change);
    else years.set(year, [change]);
  }
  return years;
}

const changesArea = ({ relation }: DivisionChange): boolean => relation === 'merge' || relation === 'split';
