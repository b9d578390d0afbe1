import { loadPlot } from '../../charts/draw-plot.ts';

/** How many numbers lie from `from` up to and with `to`. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly count: number;
  readonly tip: string;
}

const LONG_LABEL = 7;
/** 1000–1999 and 2000–4999 beside each other would be one word. */
const inTwoLines = (label: string): string => (label.length > LONG_LABEL ? label.replace('–', '–\n') : label);

/** Bars over bins that grow: most numbers of these reports are small, some are large. */
export async function histogramChart(bins: readonly Bin[], label: string): Promise<string> {
  const { Plot, draw } = await loadPlot();
  return draw({
    ...{ width: 760, height: 234, marginLeft: 62, marginTop: 24, marginBottom: 42 },
    x: {
      ...{ type: 'band', domain: bins.map((bin) => bin.label), label: null, tickSize: 0, padding: 0.12 },
      tickFormat: inTwoLines,
    },
    y: { grid: true, nice: true, label, labelArrow: 'none' },
    marks: [
      Plot.barY(bins, { x: 'label', y: 'count', fill: 'var(--c1)', title: 'tip' }),
      Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
    ],
  });
}
