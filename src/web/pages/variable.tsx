import { z } from 'zod';
import { CELL_STATUSES } from '../../model/status.ts';
import { HttpProblem } from '../answering/http-problem.ts';
import { Recounting } from '../explore/recounting.tsx';
import { Trail } from '../explore/trail.tsx';
import { VariableQuery, variableFacts, yearRow } from '../explore/variable-facts.ts';
import { HistogramFigure, SpreadFigure, StatusFigure } from '../explore/variable-figures.tsx';
import { labelOf, shortLabel, tableTitle } from '../explore/variable-labels.ts';
import { Choices, Facts, Flags, Largest } from '../explore/variable-tables.tsx';
import { route } from '../route.ts';
import { EXPLORE } from '../texts/explore.ts';

/** A variable: in which reports it has a number, how these spread, the largest, and which rules speak of it. */
export const variable = route({
  method: 'get',
  path: '/variables/:name',
  access: 'reader',
  params: z.object({ name: z.string().max(120) }),
  query: VariableQuery,
  answer: async ({ store, params: { name }, query, lang }) => {
    const label = labelOf(name);
    if (!label) throw new HttpProblem(404);
    const facts = variableFacts(store, name, query);
    return {
      title: shortLabel(label)[lang],
      wide: true,
      data: {
        ...label,
        ...facts,
        byYear: Object.fromEntries(facts.byYear),
        numbers: Object.fromEntries(facts.numbers),
      },
      rows: {
        columns: [
          'year',
          'n',
          'p10',
          'p25',
          'median',
          'p75',
          'p90',
          ...CELL_STATUSES,
          'corrected',
          'imputed',
        ],
        rows: facts.years.map((year) => yearRow(year, facts)),
      },
      page: (
        <>
          <Trail
            steps={[
              { href: '/variables', name: EXPLORE.variables[lang] },
              { href: `/variables?table=${label.table}`, name: tableTitle(label.table)[lang] },
            ]}
            lang={lang}
          />
          <h1>{shortLabel(label)[lang]}</h1>
          <Facts label={label} lang={lang} />
          <Recounting store={store} lang={lang} />
          <Choices {...{ name, query, facts, lang }} />
          <SpreadFigure {...{ label, query, facts, lang }} />
          <StatusFigure {...{ facts, lang }} />
          <HistogramFigure {...{ label, query, facts, lang }} />
          <Largest {...{ store, facts, lang }} />
          <Flags {...{ facts, query, lang }} />
        </>
      ),
    };
  },
});
