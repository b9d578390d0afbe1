import type { CellStatus, Language } from '../../model/status.ts';
import { cellsOf } from '../../store/explore/variable-sums.ts';
import { Figure } from '../charts/figure.tsx';
import { histogramChart } from '../charts/histogram-chart.ts';
import { GAP_MARKS } from '../charts/missing.ts';
import { spreadChart } from '../charts/spread-chart.ts';
import { type BarPart, yearBars } from '../charts/year-bars.ts';
import type { Html } from '../html.ts';
import { EXPLORE, unitName } from '../texts/explore.ts';
import { NumberTable } from './number-table.tsx';
import { binNumbers, countOf, quantile } from './spread.ts';
import { SHARES, type VariableFacts, type VariableQuery, yearRow } from './variable-facts.ts';
import type { VariableLabel } from './variable-labels.ts';

export interface VariablePart {
  readonly label: VariableLabel;
  readonly query: VariableQuery;
  readonly facts: VariableFacts;
  readonly lang: Language;
}

/** How the numbers spread, year by year. */
export async function SpreadFigure({ label, query, facts, lang }: VariablePart): Promise<Html> {
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

/** What the cells are, year by year: all of them, so that the bars are as high as there are reports. */
export async function StatusFigure({
  facts: { years, byYear },
  lang,
}: Pick<VariablePart, 'facts' | 'lang'>): Promise<Html> {
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

/** How large the numbers are. */
export async function HistogramFigure({
  label,
  query,
  facts: { chosen, cells },
  lang,
}: VariablePart): Promise<Html> {
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
