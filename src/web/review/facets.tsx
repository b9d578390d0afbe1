import { type Language, SEVERITIES } from '../../model/status.ts';
import { TO_DECIDE } from '../../review/status.ts';
import type { FacetCount, FacetCounts } from '../../store/explore/count-facets.ts';
import type { Facet } from '../../store/explore/queue-filter.ts';
import type { Html } from '../html.ts';
import { mayUse, type Person } from '../security/access.ts';
import { REVIEW, SEVERITY_NAMES, STATUS_NAMES } from '../texts/review.ts';
import { provinceName, ruleTitle } from './names.ts';
import { ALL_STATUSES, type QueueQuery, queryWith } from './queue-query.ts';

interface FacetsProps {
  readonly query: QueueQuery;
  readonly counts: FacetCounts;
  readonly person: Person;
  readonly lang: Language;
}

/** Values that are shown at once; the others are one click away. */
const SHOWN = 8;

/** In the order in which they are shown, with the name of each in the address. */
type Named = Extract<Facet, keyof typeof REVIEW>;
const GROUPS: readonly (readonly [facet: Named, name: keyof QueueQuery])[] = [
  ['severity', 'severity'],
  ['rule', 'rule'],
  ['year', 'year'],
  ['province', 'place'],
  ['form', 'form'],
  ['assignee', 'assignee'],
];

/** Facets whose values have an order of their own; the others come with the most frequent first. */
const ORDERS: Partial<Record<Facet, (counts: FacetCount) => FacetCount>> = {
  severity: (counts) => counts?.toSorted(([a], [b]) => RANK.indexOf(a) - RANK.indexOf(b)),
  year: (counts) => counts?.toSorted(([a], [b]) => Number(b) - Number(a)),
  form: (counts) => counts?.toSorted(([a], [b]) => (a < b ? 1 : -1)),
};
const RANK: readonly string[] = SEVERITIES;

/** What the queue can be narrowed by, how many findings each would leave, and a link that does it. */
export function Facets({ query, counts, person, lang }: FacetsProps): Html {
  return (
    <nav class="facets" id="filters" aria-label={REVIEW.filters[lang]}>
      <StatusFacet {...{ query, counts, lang }} />
      <DecidedBy {...{ query, person, lang }} />
      <PlaceForm query={query} lang={lang} />
      {GROUPS.map(([facet, name]) => {
        const values = ORDERS[facet]?.(counts[facet]) ?? counts[facet];
        if (!values) return <NotCounted facet={facet} lang={lang} />;
        if (values.length === 0) return null;
        const links = values.map(([value, count]) => (
          <FacetLink {...{ query, facet, name, value, count, lang }} />
        ));
        return (
          <section>
            <h3>{REVIEW[facet][lang]}</h3>
            <ul>{links.slice(0, SHOWN)}</ul>
            {links.length > SHOWN && (
              <details>
                <summary>{REVIEW.more(links.length - SHOWN)[lang]}</summary>
                <ul>{links.slice(SHOWN)}</ul>
              </details>
            )}
          </section>
        );
      })}
    </nav>
  );
}

const NotCounted = ({ facet, lang }: { facet: Named; lang: Language }): Html => (
  <section>
    <h3>{REVIEW[facet][lang]}</h3>
    <p class="quiet">{REVIEW.notCounted[lang]}</p>
  </section>
);

/** By the code of a place; all else of the filter stays. */
function PlaceForm({
  query: { place, page: _, ...others },
  lang,
}: Pick<FacetsProps, 'query' | 'lang'>): Html {
  const kept = [...new URLSearchParams(queryWith(others))];
  return (
    <form method="get" action="/findings" class="place">
      {kept.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <label>
        {REVIEW.placeCode[lang]}{' '}
        <input
          name="place"
          inputmode="numeric"
          pattern="[0-9]*"
          maxlength={6}
          value={place ?? ''}
          data-search
          size={8}
          placeholder="22 / 2203 / 220382"
          title={REVIEW.noSuchPlace[lang]}
        />
      </label>
      <a href="/places">{REVIEW.placeByName[lang]}</a>
    </form>
  );
}

/** Whose verdicts: one's own, and whoever the address names. Not counted: each finding would have to be looked at. */
function DecidedBy({ query, person, lang }: Omit<FacetsProps, 'counts'>): Html | null {
  const names = [
    ...new Set([...(mayUse(person, 'auditor') ? [person.name] : []), ...(query.by ? [query.by] : [])]),
  ];
  if (names.length === 0) return null;
  return (
    <section>
      <h3>{REVIEW.decidedBy[lang]}</h3>
      <ul>
        {names.map((name) => (
          <Choice href={queryWith(query, { by: query.by === name ? null : name })} on={query.by === name}>
            {name}
          </Choice>
        ))}
      </ul>
    </section>
  );
}

function StatusFacet({ query, counts, lang }: Omit<FacetsProps, 'person'>): Html {
  const counted = new Map(counts.status ?? []);
  const count = (status: string) => counted.get(status) ?? 0;
  const asking = TO_DECIDE.reduce((sum, status) => sum + count(status), 0);
  const all = [...counted.values()].reduce((sum, n) => sum + n, 0);
  const now = query.status ?? [];
  return (
    <section>
      <h3>{REVIEW.status[lang]}</h3>
      <ul>
        <Choice href={queryWith(query, { status: null })} on={now.length === 0} count={asking}>
          {REVIEW.toDecide[lang]}
        </Choice>
        {[...counted].map(([status, n]) => (
          <Choice href={queryWith(query, { status })} on={now.length === 1 && now[0] === status} count={n}>
            {STATUS_NAMES[status as keyof typeof STATUS_NAMES][lang]}
          </Choice>
        ))}
        <Choice href={queryWith(query, { status: ALL_STATUSES })} on={now.includes(ALL_STATUSES)} count={all}>
          {REVIEW.allStatuses[lang]}
        </Choice>
      </ul>
    </section>
  );
}

interface LinkProps {
  readonly query: QueueQuery;
  readonly facet: Facet;
  readonly name: keyof QueueQuery;
  readonly value: string;
  readonly count: number;
  readonly lang: Language;
}

/** Adds its value to the filter, or takes it out when it is in. */
function FacetLink({ query, facet, name, value, count, lang }: LinkProps): Html {
  const now = query[name];
  const values = (Array.isArray(now) ? now : now === undefined ? [] : [now]).map(String);
  const on = values.includes(value);
  const single = !Array.isArray(now) && name !== 'rule' && (name === 'place' || name === 'assignee');
  const rest = values.filter((one) => one !== value);
  const next = on ? rest : single ? [value] : [...values, value];
  return (
    <Choice href={queryWith(query, { [name]: next.length === 0 ? null : next })} on={on} count={count}>
      {nameOf(facet, value, lang)}
    </Choice>
  );
}

function Choice({
  href,
  on,
  count,
  children,
}: {
  href: string;
  on: boolean;
  count?: number;
  children?: unknown;
}): Html {
  return (
    <li>
      <a href={`/findings${href}`} aria-current={on ? 'true' : undefined}>
        <span class="box" aria-hidden="true">
          {on ? '✓' : ''}
        </span>
        <span class="name">{children as string}</span>
        {count !== undefined && <span class="count">{count.toLocaleString('en')}</span>}
      </a>
    </li>
  );
}

const NAMES: Partial<Record<Facet, (value: string, lang: Language) => string>> = {
  severity: (value, lang) => SEVERITY_NAMES[value as keyof typeof SEVERITY_NAMES][lang],
  rule: ruleTitle,
  province: (value, lang) => (value === '' ? REVIEW.nobody[lang] : provinceName(value, lang)),
  year: (value, lang) => (value === '0' ? REVIEW.nobody[lang] : value),
  form: (value, lang) => (value === '' ? REVIEW.nobody[lang] : value),
};

const nameOf = (facet: Facet, value: string, lang: Language): string => NAMES[facet]?.(value, lang) ?? value;
