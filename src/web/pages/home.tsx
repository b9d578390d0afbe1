import { countRows } from '../../store/count-rows.ts';
import { countCoverage } from '../../store/crawl/coverage.ts';
import { route } from '../route.ts';
import { HOME } from '../texts/home.ts';

/** What there is. */
export const home = route({
  method: 'get',
  path: '/',
  access: 'reader',
  answer: ({ store, lang }) => {
    const { report, finding } = countRows(store);
    const coverage = countCoverage(store);
    return {
      title: HOME.title[lang],
      data: { reports: report, findings: finding, coverage },
      rows: {
        columns: ['province', 'year', 'reports'],
        rows: coverage.map(({ province, year, reports }) => [province, year, reports]),
      },
      page: (
        <>
          <h1>{HOME.title[lang]}</h1>
          <p>
            {report} {HOME.reports[lang]} · {finding} {HOME.findings[lang]}
          </p>
        </>
      ),
    };
  },
});
