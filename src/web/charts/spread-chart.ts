import { loadPlot } from '../../charts/draw-plot.ts';

/** How the numbers of a year spread: a share of them is no larger than each of these. */
export interface Spread {
  readonly year: number;
  readonly n: number;
  readonly p10: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
  readonly p90: number;
  readonly tip: string;
}

/** One spread a year: the middle half as a box, the middle four fifths as a line, the median across. */
export async function spreadChart(
  years: readonly number[],
  spreads: readonly Spread[],
  { label, log }: { readonly label: string; readonly log: boolean },
): Promise<string> {
  const { Plot, draw } = await loadPlot();
  const lowest = Math.min(0, ...spreads.map(({ p10 }) => p10));
  const top = Math.max(1, ...spreads.map(({ p90 }) => p90));
  return draw({
    ...{ width: 760, height: 260, marginLeft: 62, marginTop: 24, marginBottom: 28 },
    x: { type: 'band', domain: [...years], tickFormat: String, tickSize: 0, label: null, padding: 0.45 },
    y: {
      type: log ? 'symlog' : 'linear',
      domain: [lowest, top],
      nice: true,
      grid: true,
      label,
      labelArrow: 'none',
      ...(log ? { ticks: 6 } : {}),
    },
    marks: [
      Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
      Plot.ruleX(spreads, { x: 'year', y1: 'p10', y2: 'p90', stroke: 'var(--c1)', strokeWidth: 1.5 }),
      Plot.barY(spreads, {
        x: 'year',
        y1: 'p25',
        y2: 'p75',
        fill: 'var(--c1-wash)',
        stroke: 'var(--c1)',
        title: 'tip',
      }),
      Plot.tickY(spreads, { x: 'year', y: 'median', stroke: 'var(--c1)', strokeWidth: 3, title: 'tip' }),
    ],
  });
}
