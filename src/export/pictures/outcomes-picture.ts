import type { ReleaseSums } from '../sums.ts';
import { COLOURS, GRID, type Picture, WIDTH } from './picture.ts';

/** What the parts of a bar are, from the bottom up; the rows of the form of 2019 and 2021 add up to the results. */
export const OUTCOMES = [
  { kind: 'granted', zh: '予以公开', variables: ['applications.granted.total'] },
  { kind: 'granted_in_part', zh: '部分公开', variables: ['applications.granted_in_part.total'] },
  { kind: 'refused', zh: '不予公开', variables: ['applications.refused.total'] },
  { kind: 'unavailable', zh: '无法提供', variables: ['applications.unavailable.total'] },
  { kind: 'rejected', zh: '不予处理', variables: ['applications.rejected.total'] },
  { kind: 'other', zh: '其他处理', variables: ['harmonised.other_processing'] },
] as const;
export const RECEIVED = 'harmonised.applications_received';

/** Applications received (a line) and what became of them (bars), over the years, with how many reports they are from. */
export function outcomesPicture(sums: ReleaseSums): Picture {
  const rows = sums.years.map((year) => {
    const received = sums.of(year, RECEIVED);
    const outcomes = OUTCOMES.flatMap(({ variables: [variable] }) => {
      const { sum, reports } = sums.of(year, variable);
      return [reports === 0 ? null : sum, reports];
    });
    return [year, received.reports === 0 ? null : received.sum, received.reports, ...outcomes];
  });
  const bars = rows.flatMap(([year, , , ...outcomes]) =>
    OUTCOMES.map(({ kind, zh }, at) => ({
      year,
      kind: `${zh} ${kind}`,
      count: outcomes[2 * at] ?? 0,
    })),
  );
  const kinds = OUTCOMES.map(({ kind, zh }) => `${zh} ${kind}`);
  const line = rows
    .filter(([, received]) => received !== null)
    .map(([year, received, reports]) => ({ year, received, reports: `${reports}` }));
  return {
    name: 'applications',
    title: {
      zh: '历年申请（黑线为新收，上方为报告数）与办理结果',
      en: 'Applications (line: received; above: reports) and their outcomes over the years',
    },
    columns: [
      'year',
      'received',
      'received_reports',
      ...OUTCOMES.flatMap(({ kind }) => [kind, `${kind}_reports`]),
    ],
    rows,
    plot: (Plot) => ({
      ...{ width: WIDTH, height: 420, marginLeft: 80, marginTop: 30, marginRight: 190 },
      x: {
        type: 'band',
        domain: [...sums.years],
        tickFormat: String,
        label: null,
        padding: 0.3,
        tickSize: 0,
      },
      y: { nice: true, zero: true, label: null, tickSize: 0 },
      color: { type: 'ordinal', domain: kinds, range: [...COLOURS].slice(0, kinds.length) },
      marks: [
        Plot.gridY(GRID),
        Plot.barY(bars, { x: 'year', y: 'count', fill: 'kind', order: kinds }),
        Plot.lineY(line, { x: 'year', y: 'received', stroke: '#000000', strokeWidth: 1.5 }),
        Plot.dot(line, { x: 'year', y: 'received', fill: '#000000' }),
        Plot.text(line, {
          x: 'year',
          y: 'received',
          text: 'reports',
          dy: -10,
          fontSize: 10,
          fill: '#000000',
        }),
        // The key, drawn as marks: a legend of the library is HTML.
        ...kinds.map((kind, at) =>
          Plot.text([kind], {
            ...{ frameAnchor: 'top-right', textAnchor: 'start', dx: 12, dy: 18 * (kinds.length - at) },
            ...{ text: (name: string) => name, fill: () => kind, fontWeight: 600, fontSize: 12 },
          }),
        ),
      ],
    }),
  };
}
