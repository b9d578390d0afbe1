import type { Language } from '../../model/status.ts';
import { loadGazetteer } from '../../places/load-gazetteer.ts';
import { PROVINCE_ABBREVIATIONS } from '../../places/province-abbreviations.ts';
import { nameProvince } from '../../sources/name-province.ts';
import type { CoverageCell } from '../../store/explore/coverage-grid.ts';
import type { Html } from '../html.ts';
import { Scroll } from '../parts/scroll.tsx';
import { HOME } from '../texts/home.ts';

/** Years that are shown; /coverage has all. */
const YEARS = 7;
const SHADES = 5;

/** How many reports there are of each province about each of the last years: one row a year, one column a province. */
export function CoverageStrip({ cells, lang }: { cells: readonly CoverageCell[]; lang: Language }): Html {
  const all = [...new Set(cells.map(({ year }) => year))].toSorted((a, b) => b - a);
  const years = all.length > 1 ? `${all.at(-1)}–${all[0]}` : `${all[0]}`;
  const total = cells.reduce((sum, { reports }) => sum + reports, 0);
  return (
    <section class="coverage-part" aria-labelledby="coverage">
      <h2 id="coverage">{HOME.coverage[lang]}</h2>
      {total === 0 ? (
        <p class="quiet">{HOME.noReports[lang]}</p>
      ) : (
        <>
          <p class="quiet">
            {HOME.coverageIs(total, years)[lang]} <a href="/coverage">{HOME.allYears[lang]}</a>
          </p>
          <Strip cells={cells} years={all.slice(0, YEARS)} lang={lang} />
        </>
      )}
    </section>
  );
}

function Strip({
  cells,
  years,
  lang,
}: {
  cells: readonly CoverageCell[];
  years: readonly number[];
  lang: Language;
}): Html {
  const nameOf = nameProvince(loadGazetteer());
  const provinces = [...new Set(cells.map(({ prefix }) => prefix))].toSorted();
  const byPlace = new Map(cells.map((cell) => [`${cell.prefix} ${cell.year}`, cell.reports]));
  const most = Math.max(...cells.map(({ reports }) => reports));
  return (
    <Scroll name={HOME.coverage[lang]}>
      <table class="strip">
        <thead>
          <tr>
            <th scope="col">{HOME.year[lang]}</th>
            {provinces.map((code) => (
              <th scope="col">
                <abbr title={nameOf(code)[lang]}>{PROVINCE_ABBREVIATIONS[code]?.[lang] ?? code}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr>
              <th scope="row">{year}</th>
              {provinces.map((code) => {
                const reports = byPlace.get(`${code} ${year}`) ?? 0;
                if (reports === 0) return <td class="none">–</td>;
                return (
                  <td class={`s${Math.ceil((SHADES * reports) / most)}`}>
                    <a href={`/reports?place=${code}&year=${year}`}>{reports}</a>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
