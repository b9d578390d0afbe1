import { z } from 'zod';
import { CELL_STATUSES, type CellStatus, type Language } from '../../model/status.ts';
import { PROVINCE_ABBREVIATIONS } from '../../places/province-abbreviations.ts';
import { readLines } from '../../store/explore/list-report-lines.ts';
import {
  cellsOf,
  countByYear,
  flagsOf,
  type NumberCounts,
  numbersByYear,
  type VariableCount,
} from '../../store/explore/variable-sums.ts';
import type { Store } from '../../store/store.ts';
import { HttpProblem } from '../answering/http-problem.ts';
import { Figure } from '../charts/figure.tsx';
import { histogramChart } from '../charts/histogram-chart.ts';
import { GAP_MARKS } from '../charts/missing.ts';
import { spreadChart } from '../charts/spread-chart.ts';
import { type BarPart, yearBars } from '../charts/year-bars.ts';
import { NumberTable } from '../explore/number-table.tsx';
import { Recounting } from '../explore/recounting.tsx';
import { binNumbers, countOf, quantile } from '../explore/spread.ts';
import { addressOf, orNone, wholeNumber } from '../explore/state.ts';
import { Trail } from '../explore/trail.tsx';
import { labelOf, shortLabel, tableTitle, type VariableLabel } from '../explore/variable-labels.ts';
import type { Html } from '../html.ts';
import { provinceName, ruleTitle } from '../review/names.ts';
import { route } from '../route.ts';
import { EXPLORE, unitName } from '../texts/explore.ts';

const Query = z.object({
  place: orNone(z.string().regex(/^\d\d$/)),
  year: orNone(wholeNumber),
  scale: z.literal('log').optional(),
});
type Query = z.infer<typeof Query>;
const MOST_LARGEST = 10;

/** A variable: in which reports it has a number, how these spread, the largest, and which rules speak of it. */
export const variable = route({
  method: 'get',
  path: '/variables/:name',
  access: 'reader',
  params: z.object({ name: z.string().max(120) }),
  query: Query,
  answer: async ({ store, params: { name }, query, lang }) => {
    const label = labelOf(name);
    if (!label) throw new HttpProblem(404);
    const facts = readFacts(store, name, query);
    return {
      title: shortLabel(label)[lang],
      wide: true,
      data: {
        ...label,
        ...facts,
        byYear: Object.fromEntries(facts.byYear),
        numbers: Object.fromEntries(facts.numbers),
      },
      rows: {
        columns: [
          'year',
          'n',
          'p10',
          'p25',
          'median',
          'p75',
          'p90',
          ...CELL_STATUSES,
          'corrected',
          'imputed',
        ],
        rows: facts.years.map((year) => yearRow(year, facts)),
      },
      page: (
        <>
          <Trail
            steps={[
              { href: '/variables', name: EXPLORE.variables[lang] },
              { href: `/variables?table=${label.table}`, name: tableTitle(label.table)[lang] },
            ]}
            lang={lang}
          />
          <h1>{shortLabel(label)[lang]}</h1>
          <Facts label={label} lang={lang} />
          <Recounting store={store} lang={lang} />
          <Choices {...{ name, query, facts, lang }} />
          <SpreadFigure {...{ label, query, facts, lang }} />
          <StatusFigure {...{ facts, lang }} />
          <HistogramFigure {...{ label, query, facts, lang }} />
          <Largest {...{ store, facts, lang }} />
          <Flags {...{ facts, query, lang }} />
        </>
      ),
    };
  },
});

interface Known {
  readonly years: readonly number[];
  readonly byYear: ReadonlyMap<number, VariableCount>;
  readonly numbers: ReadonlyMap<number, NumberCounts>;
  readonly chosen: NumberCounts;
  readonly cells: number;
  readonly largest: readonly (readonly [number, number])[];
  readonly flags: readonly (readonly [string, number])[];
}

function readFacts(store: Store, name: string, { place, year }: Query): Known {
  const byYear = countByYear(store, name, place);
  const { numbers, largest } = numbersByYear(store, name, place);
  const years = [...byYear.keys()].filter((one) => one !== 0);
  const chosenYears = year === undefined ? years : [year];
  const merged = new Map<number, number>();
  for (const one of chosenYears)
    for (const [value, count] of numbers.get(one) ?? []) merged.set(value, (merged.get(value) ?? 0) + count);
  const cells = chosenYears
    .flatMap((one) => byYear.get(one) ?? [])
    .reduce((sum, count) => sum + cellsOf(count), 0);
  return {
    ...{ years: wholeRange(years), byYear, numbers, cells },
    chosen: [...merged].toSorted((a, b) => a[0] - b[0]),
    largest: chosenYears
      .flatMap((one) => largest.get(one) ?? [])
      .toSorted((a, b) => b[0] - a[0])
      .slice(0, MOST_LARGEST),
    flags: flagsOf(store, name, place),
  };
}

/** Years between, of which there is no report, are shown too: as gaps. */
const wholeRange = (years: readonly number[]): number[] =>
  years.length === 0
    ? []
    : Array.from({ length: Math.max(...years) - Math.min(...years) + 1 }, (_, at) => Math.min(...years) + at);

const SHARES = [0.1, 0.25, 0.5, 0.75, 0.9] as const;
function yearRow(year: number, { numbers, byYear }: Known): (number | null)[] {
  const own = numbers.get(year) ?? [];
  const count = byYear.get(year);
  const n = countOf(own);
  return [
    ...[year, n, ...SHARES.map((share) => (n === 0 ? null : quantile(own, share)))],
    ...[...CELL_STATUSES, 'corrected' as const, 'imputed' as const].map((status) => count?.[status] ?? 0),
  ];
}

function Facts({ label, lang }: { label: VariableLabel; lang: Language }): Html {
  return (
    <dl class="facts">
      <div>
        <dt>{EXPLORE.variable[lang]}</dt>
        <dd>
          <code>{label.name}</code>
        </dd>
      </div>
      <div>
        <dt>中文 · English</dt>
        <dd>
          <span lang="zh-CN">{shortLabel(label).zh}</span> · <span lang="en">{shortLabel(label).en}</span>
        </dd>
      </div>
      <div>
        <dt>{EXPLORE.forms[lang]}</dt>
        <dd>{label.derived ? EXPLORE.derived[lang] : label.forms.join(', ')}</dd>
      </div>
      <div>
        <dt>{EXPLORE.unit[lang]}</dt>
        <dd>{unitName(label.unit, lang)}</dd>
      </div>
    </dl>
  );
}

function Choices({
  name,
  query,
  facts,
  lang,
}: {
  name: string;
  query: Query;
  facts: Known;
  lang: Language;
}): Html {
  const path = `/variables/${name}`;
  return (
    <form method="get" action={path} class="actions">
      <label>
        {EXPLORE.province[lang]}{' '}
        <select name="place">
          <option value="">{EXPLORE.allPlaces[lang]}</option>
          {Object.keys(PROVINCE_ABBREVIATIONS).map((code) => (
            <option value={code} selected={code === query.place}>
              {provinceName(code, lang)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {EXPLORE.year[lang]}{' '}
        <select name="year">
          <option value="">{EXPLORE.allYears[lang]}</option>
          {facts.years.map((year) => (
            <option value={String(year)} selected={year === query.year}>
              {year}
            </option>
          ))}
        </select>
      </label>
      {query.scale && <input type="hidden" name="scale" value={query.scale} />}
      <button type="submit">{EXPLORE.show[lang]}</button>
      <a href={addressOf(path, query, { scale: query.scale === 'log' ? null : 'log' })}>
        {(query.scale === 'log' ? EXPLORE.linear : EXPLORE.log)[lang]}
      </a>
    </form>
  );
}

interface Part {
  readonly label: VariableLabel;
  readonly query: Query;
  readonly facts: Known;
  readonly lang: Language;
}

async function SpreadFigure({ label, query, facts, lang }: Part): Promise<Html> {
  const { years, numbers, byYear } = facts;
  const spreads = years.flatMap((year) => {
    const own = numbers.get(year) ?? [];
    const [p10 = 0, p25 = 0, median = 0, p75 = 0, p90 = 0] = SHARES.map((share) => quantile(own, share));
    const n = countOf(own);
    const tip = `${year}: ${EXPLORE.median[lang]} ${median}, 25–75%: ${p25}–${p75}, 10–90%: ${p10}–${p90}, n = ${n}`;
    return n === 0 ? [] : [{ year, n, p10, p25, median, p75, p90, tip }];
  });
  const have = spreads.reduce((sum, { n }) => sum + n, 0);
  const all = [...byYear.values()].reduce((sum, count) => sum + cellsOf(count), 0);
  const log = query.scale === 'log';
  const lowest = Math.min(0, ...spreads.map(({ p10 }) => p10));
  return (
    <Figure
      id="distribution"
      title={EXPLORE.distribution[lang]}
      notes={[
        EXPLORE.reportsCounted(have, all)[lang],
        lowest < 0 ? EXPLORE.axisFrom(lowest)[lang] : EXPLORE.axisZero[lang],
        ...(log ? [EXPLORE.axisLog[lang]] : []),
        EXPLORE.distributionIs[lang],
      ]}
      svg={await spreadChart(years, spreads, { label: unitName(label.unit, lang), log })}
      table={
        <NumberTable
          columns={[EXPLORE.year[lang], 'n', '10%', '25%', EXPLORE.median[lang], '75%', '90%']}
          rows={years.map((year) => yearRow(year, facts).slice(0, 7))}
        />
      }
      lang={lang}
    />
  );
}

/** What a cell is, from the bottom of the bar up, with the class of its colour. */
const KINDS: readonly { readonly kind: CellStatus; readonly colour: string }[] = [
  { kind: 'reported', colour: 'var(--c1)' },
  { kind: 'blank', colour: 'var(--k-blank)' },
  { kind: 'dash', colour: 'var(--k-dash)' },
  { kind: 'absent', colour: 'var(--k-absent)' },
  { kind: 'no_table', colour: 'var(--k-no-table)' },
  { kind: 'unreadable', colour: 'var(--c2)' },
  { kind: 'ambiguous', colour: 'var(--c5)' },
];
const statusName = (status: CellStatus, lang: Language): string =>
  status === 'reported' ? EXPLORE.reported[lang] : GAP_MARKS[status].name[lang];

async function StatusFigure({ facts: { years, byYear }, lang }: Pick<Part, 'facts' | 'lang'>): Promise<Html> {
  const parts: BarPart[] = years.flatMap((year) =>
    KINDS.map(({ kind }) => {
      const count = byYear.get(year)?.[kind] ?? 0;
      return { year, kind, count, tip: `${year} ${statusName(kind, lang)}: ${count}` };
    }),
  );
  return (
    <Figure
      id="statuses"
      title={EXPLORE.statuses[lang]}
      notes={[EXPLORE.axisZero[lang]]}
      legend={
        <ul class="legend">
          {KINDS.map(({ kind }) => (
            <li>
              <svg viewBox="0 0 10 10" aria-hidden="true">
                <rect class={`k-${kind}`} width="10" height="10" />
              </svg>
              {kind !== 'reported' && <b>{GAP_MARKS[kind].mark}</b>} {statusName(kind, lang)}
            </li>
          ))}
        </ul>
      }
      svg={await yearBars({ years, kinds: KINDS, parts, label: EXPLORE.howMany[lang] })}
      table={
        <NumberTable
          columns={[EXPLORE.year[lang], ...KINDS.map(({ kind }) => statusName(kind, lang))]}
          rows={years.map((year) => [year, ...KINDS.map(({ kind }) => byYear.get(year)?.[kind] ?? 0)])}
        />
      }
      lang={lang}
    />
  );
}

async function HistogramFigure({ label, query, facts: { chosen, cells }, lang }: Part): Promise<Html> {
  const bins = binNumbers(chosen, label.counted);
  const title = `${EXPLORE.histogram[lang]} · ${query.year ?? EXPLORE.allYears[lang]}`;
  if (bins.length === 0) return <p class="none">{EXPLORE.noNumbers[lang]}</p>;
  return (
    <Figure
      id="numbers"
      title={title}
      notes={[EXPLORE.reportsCounted(countOf(chosen), cells)[lang], EXPLORE.axisZero[lang]]}
      svg={await histogramChart(bins, EXPLORE.howMany[lang])}
      table={
        <NumberTable
          columns={[EXPLORE.value[lang], EXPLORE.howMany[lang]]}
          rows={bins.map(({ label: name, count }) => [name, count])}
        />
      }
      lang={lang}
    />
  );
}

function Largest({ store, facts, lang }: { store: Store; facts: Known; lang: Language }): Html | null {
  if (facts.largest.length === 0) return null;
  const lines = new Map(
    readLines(
      store,
      facts.largest.map(([, report]) => report),
    ).map((line) => [line.id, line]),
  );
  return (
    <section class="scroll" tabindex={0} aria-label={EXPLORE.largest[lang]}>
      <table>
        <caption>{EXPLORE.largest[lang]}</caption>
        <tbody>
          {facts.largest.map(([value, report]) => {
            const line = lines.get(report);
            return (
              <tr>
                <td class="figure">{value.toLocaleString('en')}</td>
                <td>{line?.year ?? '—'}</td>
                <td lang="zh-CN">
                  <a href={`/reports/${report}`}>{line?.agency ?? line?.title ?? `#${report}`}</a>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Flags({
  facts: { flags },
  query: { place },
  lang,
}: Pick<Part, 'facts' | 'query' | 'lang'>): Html | null {
  if (flags.length === 0) return null;
  return (
    <section class="scroll" tabindex={0} aria-label={EXPLORE.whereFlagged[lang]}>
      <table>
        <caption>{EXPLORE.whereFlagged[lang]}</caption>
        <tbody>
          {flags.map(([rule, count]) => (
            <tr>
              <th scope="row">
                <a href={`/rules/${rule}`}>{ruleTitle(rule, lang)}</a>
              </th>
              <td class="figure">{count.toLocaleString('en')}</td>
              <td>
                <a href={addressOf('/findings', { rule, place, status: 'all' })}>
                  {EXPLORE.itsFindings[lang]}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
