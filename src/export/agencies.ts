import { createHash } from 'node:crypto';
import { agencyKey } from '../model/agency.ts';
import { type Gazetteer, unitOfCode } from '../places/gazetteer.ts';
import { seriesKey } from '../places/series-key.ts';
import type { ListedReport } from '../store/release/list-stored.ts';
import type { AgencyData } from './agency-data.ts';

/** A body that reports, through its renamings and those of its place. */
export interface Agency {
  readonly id: string;
  /** Code of its place in the last year it reported about. */
  readonly division: string;
  /** As it is printed in the last year. */
  readonly name: string;
  /** Without its place, with the name it has today. */
  readonly key: string;
  readonly kind: string;
  /** Every name that is printed. */
  readonly names: readonly string[];
  readonly firstYear: number;
  readonly lastYear: number;
  readonly reports: number;
}

const ID_DIGITS = 12;

/** A report and the names its body goes under: `key` as `agencies` has it, `own` without anything taken for another. */
interface Keyed {
  readonly report: ListedReport;
  readonly place: string;
  readonly key: string;
  readonly own: string;
}

/**
 * Which body each report is of. Two names are one body in one place when they are the same without their place, without
 * what stands in brackets behind (加挂牌子), and with names of before a reform taken for those after it; a government
 * and its office fall together, since a report may be headed by either. Names that report side by side about one year
 * are bodies of their own after all: a body has one report in force a year. A place is followed through changes of its
 * code and name, never through a merge or split.
 */
export function reconcileAgencies(
  listed: readonly ListedReport[],
  gazetteer: Gazetteer,
  data: AgencyData,
): { readonly idOf: ReadonlyMap<number, string>; readonly agencies: readonly Agency[] } {
  const keyed = listed.flatMap((report) => keysOf(report, gazetteer, data) ?? []);
  const idOf = new Map<number, string>();
  const byId = new Map<string, Keyed[]>();
  for (const group of groupBy(keyed, ({ place, key }) => `${place}\t${key}`).values())
    for (const one of isOneBody(group) ? group : group.map((each) => ({ ...each, key: each.own }))) {
      const id = idOfKey(one);
      idOf.set(one.report.id, id);
      const known = byId.get(id);
      if (known) known.push(one);
      else byId.set(id, [one]);
    }
  const agencies = [...byId].map(([id, reports]) => describe(id, reports, data));
  return { idOf, agencies: agencies.sort((a, b) => order(a.division, b.division) || order(a.id, b.id)) };
}

const idOfKey = ({ place, key }: Keyed): string =>
  createHash('sha256').update(`${place}\t${key}`).digest('hex').slice(0, ID_DIGITS);

/** No two of its names report about the same year. */
function isOneBody(group: readonly Keyed[]): boolean {
  const ownOf = new Map<number | null, string>();
  return group
    .filter(({ report }) => report.current === 1)
    .every(({ report: { year }, own }) => {
      const known = ownOf.get(year) ?? own;
      ownOf.set(year, own);
      return known === own;
    });
}

/** Of a report whose place, body and year are known. */
function keysOf(report: ListedReport, gazetteer: Gazetteer, { renamings }: AgencyData): Keyed | null {
  const { agency, place } = report;
  if (seriesKey(report) === null || agency === null) return null;
  const own = agencyKey(agency, place);
  let key = own.replace(/管理委员会/g, '管委会').replace(/(?<=政府)(?:办公室|办公厅)$/, '');
  // A chain of renamings, each of which leads on to a later name.
  for (let next = renamings.get(key); next !== undefined; next = renamings.get(key)) key = next;
  return { report, place: originOfPlace(report, gazetteer), key, own };
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/**
 * The first code that a place had and since when: the same under all codes that it has had and will have, since the
 * identifier of a body must never change. (Series of a body, which are found anew in every database, go by the last.)
 */
function originOfPlace({ division, year }: ListedReport, gazetteer: Gazetteer): string {
  const unit = division === null || year === null ? undefined : unitOfCode(gazetteer, division, year);
  const first = unit?.rows[0];
  return first ? `${first.code} ${first.firstYear}` : String(division);
}

function describe(id: string, keyed: readonly Keyed[], { kinds }: AgencyData): Agency {
  const reports = keyed.map(({ report }) => report);
  const key = keyed[0]?.key ?? '';
  const years = reports.map(({ year }) => year ?? 0);
  const last = reports.at(-1);
  return {
    ...{ id, key, division: last?.division ?? '', name: last?.agency ?? '' },
    kind: kinds.find(({ ending }) => key.endsWith(ending))?.kind ?? 'other',
    names: [...new Set(reports.map(({ agency }) => agency ?? ''))].sort(order),
    ...{ firstYear: Math.min(...years), lastYear: Math.max(...years) },
    reports: reports.filter(({ current, form }) => current === 1 && form !== null).length,
  };
}

/** By code point and never by a locale, which differs between machines. */
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
