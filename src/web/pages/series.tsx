import { z } from 'zod';
import { TABLE_IDS } from '../../forms/form.ts';
import type { Language } from '../../model/status.ts';
import { seriesReports } from '../../store/explore/series-reports.ts';
import { HttpProblem } from '../answering/http-problem.ts';
import { listOf } from '../answering/list-of.ts';
import { orTell } from '../answering/words-of-schemas.ts';
import { type DivisionFacts, divisionFacts, relationName } from '../explore/division-facts.tsx';
import { placesAbove } from '../explore/place-names.ts';
import { ReportTable } from '../explore/report-table.tsx';
import { seriesPoints, yearsOf } from '../explore/series-data.ts';
import { SeriesFigure } from '../explore/series-figure.tsx';
import { addressOf } from '../explore/state.ts';
import { Trail } from '../explore/trail.tsx';
import { everyLabel, labelOf, shortLabel, tableTitle } from '../explore/variable-labels.ts';
import type { Html } from '../html.ts';
import { route } from '../route.ts';
import { EXPLORE } from '../texts/explore.ts';

const MOST_VARIABLES = 6;
const USUAL = [
  'applications.received_new.total',
  'applications.total_processed.total',
  'applications.carried_out.total',
];
const Query = z.object({
  variable: listOf(
    z.string().refine((name) => labelOf(name) !== undefined, orTell(EXPLORE.noSuchVariable)),
  ).transform((list) => (list === undefined ? undefined : [...new Set(list)].slice(0, MOST_VARIABLES))),
});

/** One body over the years: its reports, and any of its numbers as lines. */
export const series = route({
  method: 'get',
  path: '/divisions/:code/:agency',
  access: 'reader',
  params: z.object({ code: z.string().regex(/^\d{6}$/), agency: z.string().min(1).max(100) }),
  query: Query,
  answer: ({ store, params: { code, agency }, query, lang }) => {
    const facts = divisionFacts(code);
    const reports = facts ? seriesReports(store, codesOf(facts), agency) : [];
    if (!facts || reports.length === 0) throw new HttpProblem(404);
    const names = query.variable ?? USUAL;
    const years = yearsOf(reports);
    const points = seriesPoints(store, reports, names);
    const name = reports.at(-1)?.agency ?? agency;
    const path = `/divisions/${code}/${encodeURIComponent(agency)}`;
    return {
      title: name,
      wide: true,
      data: { division: code, place: facts.name, agency: name, variables: names, points, reports },
      rows: {
        columns: ['year', 'variable', 'value', 'status', 'corrected', 'imputed', 'report_id'],
        rows: points.map((point) => [
          ...[point.year, point.variable, point.value, point.status],
          ...[Number(point.corrected), point.imputed, point.reportId],
        ]),
      },
      page: (
        <>
          <Trail
            steps={[
              { href: '/coverage', name: EXPLORE.allPlaces[lang] },
              ...placesAbove(code).map((above) => ({ href: `/divisions/${above.code}`, name: above.name })),
              { href: `/divisions/${code}`, name: facts.name },
            ]}
            lang={lang}
          />
          <h1 lang="zh-CN">{name}</h1>
          <VariableChoice {...{ path, names, lang }} />
          <SeriesFigure
            {...{ years, points, lang, variables: names, changes: changesIn(facts, years, lang) }}
            title={`${name} · ${EXPLORE.seriesPage[lang]}`}
          />
          <h2>{EXPLORE.reports[lang]}</h2>
          <ReportTable
            rows={reports.toReversed()}
            columns={['year', 'agency', 'form', 'published', 'passed', 'failed', 'open', 'findings']}
            lang={lang}
          />
        </>
      ),
    };
  },
});

const codesOf = ({ rows }: DivisionFacts): string[] => [...new Set(rows.map((row) => row.code))];

const changesIn = ({ changes }: DivisionFacts, years: readonly number[], lang: Language) =>
  changes.flatMap(({ date, relation, fromName, toName }) => {
    const year = Number(date.slice(0, 4));
    const tip = `${date} ${relationName(relation, lang)}: ${[fromName, toName].filter(Boolean).join(' → ')}`;
    return years.includes(year) ? [{ year, tip }] : [];
  });

/** The variables that are drawn, each with a link that takes it out, and a list to take one in. */
function VariableChoice({
  path,
  names,
  lang,
}: {
  path: string;
  names: readonly string[];
  lang: Language;
}): Html {
  const labels = everyLabel();
  return (
    <>
      <ul class="chips">
        {names.map((name) => {
          const label = labelOf(name);
          const others = names.filter((other) => other !== name);
          return (
            <li>
              <a href={addressOf(path, { variable: others.length > 0 ? others : undefined })}>
                {label ? shortLabel(label)[lang] : name} <span aria-hidden="true">×</span>
                <span class="unseen">{EXPLORE.remove[lang]}</span>
              </a>
            </li>
          );
        })}
      </ul>
      {names.length < MOST_VARIABLES && (
        <form method="get" action={path} class="actions">
          {names.map((name) => (
            <input type="hidden" name="variable" value={name} />
          ))}
          <label>
            {EXPLORE.pickVariables[lang]}{' '}
            <select name="variable">
              {TABLE_IDS.map((table) => (
                <optgroup label={tableTitle(table)[lang]}>
                  {labels
                    .filter((label) => label.table === table && !names.includes(label.name))
                    .map((label) => (
                      <option value={label.name}>{shortLabel(label)[lang]}</option>
                    ))}
                </optgroup>
              ))}
            </select>
          </label>
          <button type="submit">{EXPLORE.addVariable[lang]}</button>
        </form>
      )}
    </>
  );
}
