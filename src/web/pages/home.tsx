import { coverageGrid } from '../../store/explore/coverage-grid.ts';
import { CoverageStrip } from '../home/coverage-strip.tsx';
import { LastNightPart, lastNight } from '../home/last-night.tsx';
import { countWaiting, WaitingPart } from '../home/waiting.tsx';
import { route } from '../route.ts';
import { HOME } from '../texts/home.ts';

/** What waits, what the last night brought, and what there is. */
export const home = route({
  method: 'get',
  path: '/',
  access: 'reader',
  answer: ({ store, lang }) => {
    const waiting = countWaiting(store);
    const night = lastNight(store);
    const coverage = coverageGrid(store);
    return {
      title: HOME.title[lang],
      data: { waiting, night, coverage },
      rows: {
        columns: ['province', 'year', 'divisions', 'reports'],
        rows: coverage.map(({ prefix, year, divisions, reports }) => [prefix, year, divisions, reports]),
      },
      page: (
        <div class="home">
          <h1 class="unseen">{HOME.title[lang]}</h1>
          <WaitingPart waiting={waiting} lang={lang} />
          <LastNightPart night={night} lang={lang} />
          <CoverageStrip cells={coverage} lang={lang} />
        </div>
      ),
    };
  },
});
