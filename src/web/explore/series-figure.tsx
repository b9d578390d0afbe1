import type { Language } from '../../model/status.ts';
import { Figure } from '../charts/figure.tsx';
import { GAP_MARKS, GAPS } from '../charts/missing.ts';
import { LINE_COLOURS, seriesChart } from '../charts/series-chart.ts';
import type { Html } from '../html.ts';
import { EXPLORE, unitName } from '../texts/explore.ts';
import { gapOf, type SeriesPoint } from './series-data.ts';
import { labelOf, shortLabel } from './variable-labels.ts';

export interface SeriesFigureProps {
  readonly title: string;
  readonly years: readonly number[];
  readonly variables: readonly string[];
  readonly points: readonly SeriesPoint[];
  readonly changes: readonly { readonly year: number; readonly tip: string }[];
  readonly lang: Language;
}

const nameOf = (variable: string, lang: Language): string => {
  const label = labelOf(variable);
  return label ? shortLabel(label)[lang] : variable;
};

/** What is said of a point when it is pointed at: the number as the CSV has it, or why there is none. */
function tipOf(point: SeriesPoint, lang: Language): string {
  const gap = gapOf(point);
  const said = gap === null ? String(point.value) : GAP_MARKS[gap].name[lang];
  const more = [
    point.corrected ? EXPLORE.correctedMark[lang] : '',
    point.imputed !== null && gap !== null ? `${EXPLORE.imputed[lang]} ${point.imputed}` : '',
  ].filter(Boolean);
  return `${point.year} ${nameOf(point.variable, lang)}: ${[said, ...more].join(', ')}`;
}

export async function SeriesFigure({
  title,
  years,
  variables,
  points,
  changes,
  lang,
}: SeriesFigureProps): Promise<Html> {
  const lowest = Math.min(0, ...points.map(({ value }) => value ?? 0));
  const units = [...new Set(variables.flatMap((variable) => labelOf(variable)?.unit ?? []))]
    .map((unit) => unitName(unit, lang))
    .join(', ');
  const withNumber = years.filter((year) =>
    points.some((point) => point.year === year && point.value !== null),
  );
  const used = GAPS.filter((gap) => points.some((point) => gapOf(point) === gap));
  const svg = await seriesChart({
    ...{ years, changes, unit: units, series: variables },
    points: points.map((point) => {
      return {
        year: point.year,
        series: point.variable,
        value: point.value,
        gap: gapOf(point),
        tip: tipOf(point, lang),
      };
    }),
  });
  return (
    <Figure
      id="series"
      title={title}
      notes={[
        EXPLORE.reporting(withNumber.length, years.length)[lang],
        lowest < 0 ? EXPLORE.axisFrom(lowest)[lang] : EXPLORE.axisZero[lang],
        ...(changes.length > 0 ? [EXPLORE.changeYear[lang]] : []),
      ]}
      legend={
        <>
          <ul class="legend">
            {variables.map((variable, at) => (
              <li>
                <svg viewBox="0 0 10 10" aria-hidden="true">
                  <rect class={`k${(at % LINE_COLOURS.length) + 1}`} width="10" height="10" />
                </svg>
                {nameOf(variable, lang)}
              </li>
            ))}
          </ul>
          {used.length > 0 && (
            <ul class="legend">
              <li class="quiet">{EXPLORE.gapMarks[lang]}</li>
              {used.map((gap) => (
                <li class="gap">
                  <b>{GAP_MARKS[gap].mark}</b> {GAP_MARKS[gap].name[lang]}
                </li>
              ))}
            </ul>
          )}
        </>
      }
      svg={svg}
      table={<PointTable {...{ years, variables, points, lang }} />}
      lang={lang}
    />
  );
}

function PointTable({ years, variables, points, lang }: Omit<SeriesFigureProps, 'title' | 'changes'>): Html {
  const at = new Map(points.map((point) => [`${point.year} ${point.variable}`, point]));
  return (
    <table class="numbers">
      <thead>
        <tr>
          <th scope="col">{EXPLORE.year[lang]}</th>
          {variables.map((variable) => (
            <th scope="col" class="figure">
              <a href={`/variables/${variable}`}>{nameOf(variable, lang)}</a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {years.map((year) => (
          <tr>
            <th scope="row">{year}</th>
            {variables.map((variable) => (
              <PointCell point={at.get(`${year} ${variable}`)} lang={lang} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A number leads to its report; what is none has its mark and word. */
function PointCell({ point, lang }: { point: SeriesPoint | undefined; lang: Language }): Html {
  if (!point) return <td />;
  const gap = gapOf(point);
  const shown =
    gap === null ? (
      <>
        {point.value?.toLocaleString('en')}
        {point.corrected && <small> {EXPLORE.correctedMark[lang]}</small>}
      </>
    ) : (
      <span class="gap">
        <b aria-hidden="true">{GAP_MARKS[gap].mark}</b> {GAP_MARKS[gap].name[lang]}
      </span>
    );
  return (
    <td class="figure">
      {point.reportId === null ? (
        shown
      ) : (
        <a href={`/reports/${point.reportId}?cell=${point.variable}`}>{shown}</a>
      )}
    </td>
  );
}
