import { loadPlot } from '../../charts/draw-plot.ts';
import { GAP_MARKS, type Gap } from './missing.ts';

/** One year of one line: a number, or why there is none. */
export interface Point {
  readonly year: number;
  readonly series: string;
  readonly value: number | null;
  readonly gap: Gap | null;
  /** Said when it is pointed at. */
  readonly tip: string;
}

export interface SeriesChart {
  readonly years: readonly number[];
  readonly series: readonly string[];
  readonly points: readonly Point[];
  readonly unit: string;
  /** Years in which the place changed, and how. */
  readonly changes: readonly { readonly year: number; readonly tip: string }[];
}

export const LINE_COLOURS = [
  'var(--c1)',
  'var(--c2)',
  'var(--c3)',
  'var(--c4)',
  'var(--c5)',
  'var(--c6)',
] as const;
const SYMBOLS = ['circle', 'square', 'triangle', 'diamond', 'star', 'wye'] as const;
const ROW_HEIGHT = 15;
const WIDER_BELOW = 3;

/** What is received is often what is processed: a line under another is wider, so that it is seen at both sides. */
const meets = (own: readonly Point[], other: readonly Point[]): boolean =>
  own.some(
    ({ year, value }) => value !== null && other.some((one) => one.year === year && one.value === value),
  );

/** Lines over years: a missing number is a gap in its line and a mark of its kind below the axis, never a zero. */
export async function seriesChart({ years, series, points, unit, changes }: SeriesChart): Promise<string> {
  const { Plot, draw } = await loadPlot();
  const ofSeries = (name: string) => points.filter((point) => point.series === name);
  const top = Math.max(1, ...points.flatMap(({ value }) => value ?? []));
  return draw({
    width: 760,
    height: 300 + series.length * ROW_HEIGHT,
    marginLeft: 62,
    marginTop: 24,
    marginBottom: 34 + series.length * ROW_HEIGHT,
    x: { type: 'point', domain: [...years], tickFormat: String, tickSize: 0, label: null },
    y: {
      domain: [Math.min(0, ...points.flatMap(({ value }) => value ?? [])), top],
      nice: true,
      grid: true,
      label: unit,
      labelArrow: 'none',
    },
    marks: [
      Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
      Plot.ruleX(changes, { x: 'year', stroke: 'var(--question)', strokeDasharray: '3 4', title: 'tip' }),
      ...series.flatMap((name, at) => {
        const own = ofSeries(name);
        const colour = LINE_COLOURS[at % LINE_COLOURS.length] ?? 'currentColor';
        const symbol = SYMBOLS[at % SYMBOLS.length] ?? 'circle';
        const above = series.slice(at + 1).map(ofSeries);
        const wider = above.filter((other) => meets(own, other)).length * WIDER_BELOW;
        return [
          Plot.line(own, {
            x: 'year',
            y: ({ value }: Point) => value ?? Number.NaN,
            stroke: colour,
            strokeWidth: 2 + wider,
          }),
          Plot.dot(
            own.filter(({ value }) => value !== null),
            { x: 'year', y: 'value', fill: colour, symbol, r: 4 + wider, title: 'tip' },
          ),
          Plot.text(
            own.filter(({ gap }) => gap !== null),
            {
              x: 'year',
              text: ({ gap }: Point) => (gap === null ? '' : GAP_MARKS[gap].mark),
              title: 'tip',
              fill: colour,
              frameAnchor: 'bottom',
              dy: 36 + at * ROW_HEIGHT,
              fontSize: 13,
              fontWeight: 700,
            },
          ),
        ];
      }),
    ],
  });
}
