import { z } from 'zod';
import { TABLE_IDS } from '../../forms/form.ts';
import { CELL_STATUSES } from '../../model/status.ts';
import { countStaleParts } from '../../store/explore/summaries/parts.ts';
import { countVariables } from '../../store/explore/variable-sums.ts';
import { Recounting } from '../explore/recounting.tsx';
import { addressOf } from '../explore/state.ts';
import { type CountedVariable, VariableGrid } from '../explore/variable-grid.tsx';
import { everyLabel, tableTitle } from '../explore/variable-labels.ts';
import { route } from '../route.ts';
import { EXPLORE } from '../texts/explore.ts';

const COUNTS = [...CELL_STATUSES, 'corrected', 'imputed'] as const;

/** The variables of all forms, laid out as they are printed, and how many of their cells give a number. */
export const variables = route({
  method: 'get',
  path: '/variables',
  access: 'reader',
  query: z.object({ table: z.enum(TABLE_IDS).optional() }),
  answer: ({ store, query: { table }, lang }) => {
    const counts = countVariables(store);
    const rows: CountedVariable[] = everyLabel()
      .filter((label) => table === undefined || label.table === table)
      .map((label) => ({ ...label, count: counts.get(label.name) }));
    return {
      title: EXPLORE.variables[lang],
      wide: true,
      data: { variables: rows, recounting: countStaleParts(store) },
      rows: { columns: CSV_COLUMNS, rows: rows.map(csvRow) },
      page: (
        <>
          <h1>{EXPLORE.variables[lang]}</h1>
          <p class="quiet">{EXPLORE.variablesIs[lang]}</p>
          <Recounting store={store} lang={lang} />
          <ul class="chips">
            {[undefined, ...TABLE_IDS].map((one) => (
              <li>
                <a
                  href={addressOf('/variables', { table: one })}
                  aria-current={one === table ? 'true' : undefined}
                >
                  {one === undefined ? EXPLORE.allTables[lang] : tableTitle(one)[lang]}
                </a>
              </li>
            ))}
          </ul>
          {partsOf(rows).map((part) => (
            <VariableGrid variables={part} lang={lang} />
          ))}
        </>
      ),
    };
  },
});

/** Each table's parts under one header. */
function partsOf(rows: readonly CountedVariable[]): CountedVariable[][] {
  const parts = new Map<string, CountedVariable[]>();
  for (const row of rows) {
    const name = `${row.table} ${row.block}`;
    parts.set(name, [...(parts.get(name) ?? []), row]);
  }
  return [...parts.values()];
}

const CSV_COLUMNS = [
  ...['variable', 'table', 'row_zh', 'row_en', 'column_zh', 'column_en', 'unit', 'forms', 'derived'],
  ...COUNTS,
];

const csvRow = (one: CountedVariable): (string | number | null)[] => [
  ...[
    one.name,
    one.table,
    one.row.zh,
    one.row.en,
    one.column.zh,
    one.column.en,
    one.unit,
    one.forms.join(' '),
  ],
  Number(one.derived),
  ...COUNTS.map((name) => one.count?.[name] ?? null),
];
