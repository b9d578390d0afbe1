import { FAMILY_IDS, type FamilyId, type Source } from '../../src/model/source-entry.ts';
import { PLACES, type Place } from '../generate/places.ts';
import { buildSite } from './build-site.ts';
import type { PlannedReport, SiteOrder, SitePlan } from './site-plan.ts';
import type { Site } from './web.ts';

/** A host of the country. */
export interface CountryHost extends SitePlan {
  readonly source: Source;
}

/** A web of many hosts over all publishing systems, and the registry that names them. */
export interface Country {
  readonly hosts: readonly CountryHost[];
  /** For the local web. */
  readonly sites: readonly Site[];
  readonly sources: readonly Source[];
  /** All that a crawl must find, and all it must not. */
  readonly reports: readonly PlannedReport[];
  readonly decoys: readonly string[];
}

export interface CountryOptions {
  readonly hosts?: number;
  readonly seed?: number;
}

/** How large a host is: its years, and the bodies below it. 8 to 12 reports. */
const SIZES: readonly ((place: string) => Pick<SiteOrder, 'years' | 'departments' | 'townships'>)[] = [
  (place) => ({
    years: [2021, 2022, 2023],
    departments: [`${place}教育局`, `${place}水利局`],
    townships: ['红旗镇'],
  }),
  (place) => ({ years: [2020, 2021, 2022], departments: [`${place}司法局`], townships: ['卧虎镇'] }),
  (place) => ({ years: [2019, 2020, 2021, 2022], departments: [`${place}统计局`], townships: ['城关镇'] }),
  () => ({ years: [2019, 2020, 2021, 2022, 2023], townships: ['永加乡'] }),
  (place) => ({ years: [2019, 2020, 2021, 2022, 2023], departments: [`${place}教育局`] }),
];
/** Systems whose index needs two bodies to be known as one. */
const OF_MANY: readonly FamilyId[] = ['lonsun'];

/** Places that keep their name and code through all years, counties first. */
const LASTING = PLACES.filter(
  ({ level, from, until }) => level !== 'province' && from === undefined && until === undefined,
).toSorted((one, other) => Number(other.level === 'county') - Number(one.level === 'county'));

/** The same country for the same options: with 60 hosts some 600 reports. At most as many hosts as there are places. */
export function buildCountry({ hosts: count = 60, seed = 1 }: CountryOptions = {}): Country {
  const hosts = LASTING.slice(0, count).map((place, at) => hostAt(place, at, seed));
  return {
    hosts,
    sites: hosts.map(({ site }) => site),
    sources: hosts.map(({ source }) => source),
    reports: hosts.flatMap(({ reports }) => reports),
    decoys: hosts.flatMap(({ decoys }) => decoys),
  };
}

function hostAt({ name, code, level }: Place, at: number, seed: number): CountryHost {
  const family = FAMILY_IDS[at % FAMILY_IDS.length]!;
  const size = SIZES[OF_MANY.includes(family) ? at % 3 : at % SIZES.length]!;
  const host = `www.place${code}.gov.cn`;
  const plan = buildSite(family, {
    host,
    place: name,
    division: code,
    seed: seed * 1000 + at,
    ...size(name),
  });
  return { ...plan, source: { ...plan.source, level, id: code } };
}
