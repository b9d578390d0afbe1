import type { Language } from '../../model/status.ts';
import type { ReportCounts } from '../../store/explore/report-facets.ts';
import type { CheckState, ReportFacet } from '../../store/explore/report-filter.ts';
import type { Html } from '../html.ts';
import { provinceName } from '../review/names.ts';
import { CHECK_NAMES, EXPLORE, LEVEL_NAMES } from '../texts/explore.ts';
import { type Choice, FacetGroup } from './facet-group.tsx';
import { placeName } from './place-names.ts';
import { type ReportQuery, UNKNOWN } from './report-query.ts';
import { addressOf, toggled } from './state.ts';

const PATH = '/reports';
interface Props {
  readonly query: ReportQuery;
  readonly counts: ReportCounts;
  readonly lang: Language;
}

const NAMES: Readonly<Record<Exclude<ReportFacet, 'province'>, (value: string, lang: Language) => string>> = {
  year: (value, lang) => (value === '0' ? EXPLORE.unknown[lang] : value),
  form: (value, lang) => value || EXPLORE.noForm[lang],
  level: (value, lang) => LEVEL_NAMES[value as keyof typeof LEVEL_NAMES]?.[lang] ?? value,
  checks: (value, lang) => CHECK_NAMES[value as CheckState][lang],
};
const LISTS = ['checks', 'year', 'level', 'form'] as const;

/** What the list can be narrowed by. */
export function ReportFacets({ query, counts, lang }: Props): Html {
  return (
    <nav class="facets" aria-label={EXPLORE.filters[lang]}>
      <SearchForm query={query} lang={lang} />
      {LISTS.map((facet) => (
        <FacetGroup
          title={EXPLORE[facet][lang]}
          choices={choicesOf(facet, { query, counts, lang })}
          lang={lang}
        />
      ))}
      <FacetGroup title={EXPLORE.province[lang]} choices={provincesOf({ query, counts, lang })} lang={lang} />
      {query.place && query.place.length < 6 && (
        <FacetGroup title={EXPLORE.below[lang]} choices={placesOf({ query, counts, lang })} lang={lang} />
      )}
    </nav>
  );
}

function choicesOf(facet: (typeof LISTS)[number], { query, counts, lang }: Props): Choice[] | undefined {
  const now: readonly (string | number)[] = query[facet] ?? [];
  const sorted =
    facet === 'year' ? counts.year?.toSorted((a, b) => Number(b[0]) - Number(a[0])) : counts[facet];
  return sorted?.map(([value, count]) => {
    const wanted = facet === 'year' ? Number(value) : value || UNKNOWN;
    return {
      href: addressOf(PATH, query, { [facet]: toggled(now, wanted) }),
      ...{ name: NAMES[facet](value, lang), count, on: now.includes(wanted) },
    };
  });
}

function provincesOf({ query, counts, lang }: Props): Choice[] | undefined {
  return counts.province
    ?.filter(([value]) => value !== '')
    .map(([value, count]) => {
      const on = query.place?.startsWith(value) ?? false;
      const name = lang === 'zh' ? placeName(value) : provinceName(value, lang);
      return { href: addressOf(PATH, query, { place: on ? null : value }), name, count, on };
    });
}

function placesOf({ query, counts }: Props): Choice[] | undefined {
  return counts.below?.map(([value, count]) => {
    return {
      href: addressOf(PATH, query, { place: value }),
      name: placeName(value),
      count,
      on: query.place === value,
    };
  });
}

/** Text that an agency's name contains, and all versions or only those in force; the rest of the state stays. */
function SearchForm({ query, lang }: Pick<Props, 'query' | 'lang'>): Html {
  const { agency, versions, page: _, ...others } = query;
  const kept = new URL(addressOf(PATH, others), 'http://localhost').searchParams;
  return (
    <form method="get" action={PATH} class="place">
      {[...kept].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <label>
        {EXPLORE.agencyPart[lang]}
        <input type="search" name="agency" value={agency ?? ''} maxlength={60} />
      </label>
      <label>
        <input type="checkbox" name="versions" value="all" checked={versions === 'all'} />{' '}
        {EXPLORE.withVersions[lang]}
      </label>
      <button type="submit">{EXPLORE.search[lang]}</button>
    </form>
  );
}
