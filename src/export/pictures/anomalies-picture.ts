import { isRule, RULES } from '../../rules/index.ts';
import type { Counts } from '../counts.ts';
import { COLOURS, GRID, type Picture, WIDTH } from './picture.ts';

const MOST_RULES = 30;

/** Findings of reports in force by rule, the most frequent first. */
export function anomaliesPicture({ rules, reports }: Counts): Picture {
  const rows = [...rules]
    .map(([rule, findings]) => [rule, isRule(rule) ? RULES[rule].title.zh : '', findings, reports] as const)
    .toSorted((a, b) => b[2] - a[2] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_RULES);
  const data = rows.map(([rule, title, findings]) => ({ name: `${title} ${rule}`, findings }));
  return {
    name: 'anomalies',
    title: {
      zh: `核对发现的问题，按规则（现行报告 ${reports} 份）`,
      en: `Findings by rule (${reports} reports in force)`,
    },
    columns: ['rule', 'title', 'findings', 'reports'],
    rows,
    plot: (Plot) => ({
      ...{ width: WIDTH, height: 60 + 20 * data.length, marginLeft: 380, marginRight: 70, marginTop: 30 },
      x: { axis: 'top', label: null, nice: true, zero: true, tickSize: 0 },
      y: { domain: data.map(({ name }) => name), label: null, tickSize: 0 },
      marks: [
        Plot.gridX(GRID),
        Plot.barX(data, { x: 'findings', y: 'name', fill: COLOURS[0], insetTop: 2, insetBottom: 2 }),
        Plot.text(data, { x: 'findings', y: 'name', text: 'findings', dx: 5, textAnchor: 'start' }),
      ],
    }),
  };
}
