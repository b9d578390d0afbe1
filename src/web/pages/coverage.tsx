import { z } from 'zod';
import { type Coverage, coverageOf } from '../explore/coverage-data.ts';
import { CoverageLegend, CoverageTable } from '../explore/coverage-table.tsx';
import { placeName, placesAbove, wholeCode } from '../explore/place-names.ts';
import { PlaceSearch } from '../explore/place-search.tsx';
import { Trail } from '../explore/trail.tsx';
import { route } from '../route.ts';
import { EXPLORE } from '../texts/explore.ts';

const Query = z.object({
  place: z
    .string()
    .regex(/^\d\d(?:\d\d)?$/)
    .optional(),
});

/** Of which places and years there are reports: provinces, then prefectures, then counties. */
export const coverage = route({
  method: 'get',
  path: '/coverage',
  access: 'reader',
  query: Query,
  answer: ({ store, query: { place }, lang }) => {
    const found = coverageOf(store, place);
    const name = place === undefined ? EXPLORE.allPlaces[lang] : placeName(place);
    return {
      title: EXPLORE.coverageOf(name)[lang],
      wide: true,
      data: { place: place ?? null, ...found },
      rows: rowsOf(found),
      page: (
        <>
          {place !== undefined && (
            <Trail
              steps={[
                { href: '/coverage', name: EXPLORE.allPlaces[lang] },
                ...placesAbove(wholeCode(place)).map((above) => ({
                  href: `/coverage?place=${above.code.slice(0, 2)}`,
                  name: above.name,
                })),
              ]}
              lang={lang}
            />
          )}
          <header class="page-head">
            <h1>
              {EXPLORE.coverage[lang]} <small>{name}</small>
            </h1>
            <div class="actions">
              {place !== undefined && (
                <a href={`/divisions/${wholeCode(place)}`}>{EXPLORE.divisionPage[lang]}</a>
              )}
              <PlaceSearch lang={lang} />
            </div>
          </header>
          <p class="quiet">{EXPLORE.coverageIs[lang]}</p>
          <CoverageLegend lang={lang} />
          <CoverageTable coverage={found} name={name} lang={lang} />
        </>
      ),
    };
  },
});

export const rowsOf = ({ rows }: Coverage) => ({
  columns: ['prefix', 'name', 'year', 'divisions_with_report', 'divisions_in_force', 'reports'],
  rows: rows.flatMap(({ prefix, name, entries }) =>
    entries.map(({ year, divisions, inForce, reports }) => [prefix, name, year, divisions, inForce, reports]),
  ),
});
