import { loadPlot } from '../../charts/draw-plot.ts';

/** Part of a bar: so many of one kind in one year. */
export interface BarPart {
  readonly year: number;
  readonly kind: string;
  readonly count: number;
  readonly tip: string;
}

export interface YearBars {
  readonly years: readonly number[];
  /** From the bottom up, each with its colour. */
  readonly kinds: readonly { readonly kind: string; readonly colour: string }[];
  readonly parts: readonly BarPart[];
  readonly label: string;
  readonly height?: number;
}

/** One bar a year, standing on zero, of parts that add up to all that was counted. */
export async function yearBars({ years, kinds, parts, label, height = 220 }: YearBars): Promise<string> {
  const { Plot, draw } = await loadPlot();
  const order = kinds.map(({ kind }) => kind);
  return draw({
    ...{ width: 760, height, marginLeft: 62, marginTop: 24, marginBottom: 28 },
    x: { type: 'band', domain: [...years], tickFormat: String, tickSize: 0, label: null, padding: 0.3 },
    y: { grid: true, nice: true, label, labelArrow: 'none' },
    color: { type: 'ordinal', domain: order, range: kinds.map(({ colour }) => colour) },
    marks: [
      Plot.barY(parts, { x: 'year', y: 'count', fill: 'kind', order, title: 'tip' }),
      Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
    ],
  });
}
