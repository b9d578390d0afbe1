import { z } from 'zod';
import { agencyYears } from '../../store/explore/agency-years.ts';
import { HttpProblem } from '../answering/http-problem.ts';
import { AgencyTable, agencyRows } from '../explore/agency-table.tsx';
import { coverageOf } from '../explore/coverage-data.ts';
import { CoverageLegend, CoverageTable } from '../explore/coverage-table.tsx';
import { DivisionHistory, divisionFacts } from '../explore/division-facts.tsx';
import { placesAbove, prefixOf } from '../explore/place-names.ts';
import { PlaceSearch } from '../explore/place-search.tsx';
import { Trail } from '../explore/trail.tsx';
import { withdrawals } from '../report/withdrawn.tsx';
import { route } from '../route.ts';
import { EXPLORE } from '../texts/explore.ts';

const WHOLE = 6;

/** A place: what it was called, who reports there, what lies below it. */
export const division = route({
  method: 'get',
  path: '/divisions/:code',
  access: 'reader',
  params: z.object({ code: z.string().regex(/^\d{6}$/) }),
  answer: ({ store, params: { code }, lang }) => {
    const facts = divisionFacts(code);
    if (!facts) throw new HttpProblem(404);
    const stored = agencyYears(store, [...new Set(facts.rows.map((row) => row.code))]);
    const withdrawalOf = withdrawals(
      store,
      stored.map(({ reportId }) => reportId),
    );
    const reports = stored.map((one) => ({ ...one, ...withdrawalOf(one.reportId) }));
    const agencies = agencyRows(reports);
    const prefix = prefixOf(code);
    const below = prefix.length < WHOLE ? coverageOf(store, prefix) : undefined;
    return {
      title: `${facts.name} ${code}`,
      wide: true,
      data: { ...facts, above: placesAbove(code), agencies, below: below ?? null },
      rows: {
        columns: [
          'report_id',
          'division',
          'agency',
          'year',
          'form',
          'passed',
          'failed',
          'withdrawn',
          'last_seen',
        ],
        rows: reports.map((one) => [
          one.reportId,
          one.division,
          one.agency,
          one.year,
          one.form,
          one.passed,
          one.failed,
          Number(one.withdrawn),
          one.last_seen,
        ]),
      },
      page: (
        <>
          <Trail
            steps={[
              { href: '/coverage', name: EXPLORE.allPlaces[lang] },
              ...placesAbove(code).map((above) => ({ href: `/divisions/${above.code}`, name: above.name })),
            ]}
            lang={lang}
          />
          <header class="page-head">
            <h1 lang="zh-CN">
              {facts.name} <small>{code}</small>
            </h1>
            <div class="actions">
              <a href={`/reports?place=${prefix}`}>{EXPLORE.itsReports[lang]}</a>
              <a href={`/findings?place=${prefix}`}>{EXPLORE.openFindings[lang]}</a>
              <PlaceSearch lang={lang} />
            </div>
          </header>
          <DivisionHistory facts={facts} lang={lang} />
          <h2>{EXPLORE.agencies[lang]}</h2>
          {agencies.length === 0 ? (
            <p class="none">{EXPLORE.noAgencies[lang]}</p>
          ) : (
            <>
              <p class="quiet">{EXPLORE.agenciesIs[lang]}</p>
              {reports.some(({ withdrawn }) => withdrawn) && <p class="quiet">{EXPLORE.withdrawnIs[lang]}</p>}
              <AgencyTable code={code} rows={agencies} lang={lang} />
            </>
          )}
          {below && below.rows.length > 0 && (
            <>
              <h2>{EXPLORE.placesBelow[lang]}</h2>
              <CoverageLegend lang={lang} />
              <CoverageTable coverage={below} name={facts.name} lang={lang} />
            </>
          )}
        </>
      ),
    };
  },
});
