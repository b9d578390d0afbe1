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

/**
 * Which body each report is of. Two names are one body in one place when they are the same without their place, without
 * what stands in brackets behind (加挂牌子), and with names of before a reform taken for those after it; a government
 * and its office fall together, since a report may be headed by either. A place is followed through changes of its code
 * and name, never through a merge or split.
 */
export function reconcileAgencies(
  listed: readonly ListedReport[],
  gazetteer: Gazetteer,
  data: AgencyData,
): { readonly idOf: ReadonlyMap<number, string>; readonly agencies: readonly Agency[] } {
  const idOf = new Map<number, string>();
  const byId = new Map<string, ListedReport[]>();
  const keys = new Map<string, string>();
  for (const report of listed) {
    const key = keyOf(report, data);
    if (key === null) continue;
    const id = createHash('sha256')
      .update(`${originOfPlace(report, gazetteer)}\t${key}`)
      .digest('hex')
      .slice(0, ID_DIGITS);
    idOf.set(report.id, id);
    keys.set(id, key);
    byId.set(id, [...(byId.get(id) ?? []), report]);
  }
  const agencies = [...byId].map(([id, reports]) => describe(id, keys.get(id) ?? '', reports, data));
  return { idOf, agencies: agencies.sort((a, b) => order(a.division, b.division) || order(a.id, b.id)) };
}

/** Of a report whose place, body and year are known. */
function keyOf({ division, agency, place, year }: ListedReport, { renamings }: AgencyData): string | null {
  const own = agency?.replace(/(?:[（(][^（）()]*[）)]\s*)+$/u, '').replace(/管理委员会/g, '管委会') ?? null;
  if (seriesKey({ division, agency: own, place, year }) === null || own === null) return null;
  let key = agencyKey(own, place).replace(/(?<=政府)(?:办公室|办公厅)$/, '');
  // A chain of renamings, each of which leads on to a later name.
  for (let next = renamings.get(key); next !== undefined; next = renamings.get(key)) key = next;
  return key;
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

function describe(id: string, key: string, reports: readonly ListedReport[], { kinds }: AgencyData): Agency {
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
