import { COVERAGES, type CoveredPlace } from '../coverage.ts';
import { COLOURS, type Picture, WIDTH } from './picture.ts';

/** For each province and year: of how many of its places there is a report, and what is known of the others. */
export function coveragePicture(
  covered: readonly CoveredPlace[],
  nameOf: (province: string) => string,
): Picture {
  const counts = new Map<string, Map<string, number>>();
  for (const { row, year, status } of covered) {
    const key = `${row.code.slice(0, 2)} ${year}`;
    const of = counts.get(key) ?? new Map<string, number>();
    counts.set(key, of.set(status, (of.get(status) ?? 0) + 1));
  }
  const rows = [...counts].map(([key, of]) => {
    const [province = '', year = ''] = key.split(' ');
    const places = [...of.values()].reduce((sum, count) => sum + count, 0);
    const numbers = COVERAGES.map((status) => of.get(status) ?? 0);
    return [`${province}0000`, nameOf(`${province}0000`), Number(year), places, ...numbers];
  });
  const data = rows.map(([, name, year, places, reported, withdrawn]) => {
    // What was collected is there, whether or not its site still has it.
    const had = Number(reported) + Number(withdrawn);
    return { name, year, share: had / Number(places), text: `${had}/${places}` };
  });
  const provinces = [...new Set(data.map(({ name }) => name))];
  return {
    name: 'coverage',
    title: { zh: '各省各年有报告的地方数', en: 'Places with a report, by province and year' },
    columns: ['division', 'place', 'year', 'places', ...COVERAGES],
    rows,
    plot: (Plot) => ({
      ...{ width: WIDTH, height: 60 + 20 * provinces.length, marginLeft: 130, marginTop: 40, padding: 0 },
      x: { axis: 'top', type: 'band', tickFormat: String, label: null, tickSize: 0 },
      y: { domain: provinces, label: null, tickSize: 0 },
      color: { type: 'linear', domain: [0, 1], range: ['#f7f7f7', COLOURS[0]] },
      marks: [
        Plot.cell(data, { x: 'year', y: 'name', fill: 'share', inset: 0.5 }),
        Plot.text(data, {
          ...{ x: 'year', y: 'name', text: 'text', fontSize: 9 },
          fill: ({ share }: { share: number }) => (share > 0.55 ? '#ffffff' : '#333333'),
        }),
      ],
    }),
  };
}
