import { z } from 'zod';
import type { TableId } from '../../forms/form.ts';
import { TABLE_IDS } from '../../forms/form.ts';
import { CELL_STATUSES, type Language } from '../../model/status.ts';
import { countStaleParts } from '../../store/explore/summaries/parts.ts';
import { cellsOf, countVariables, type VariableCount } from '../../store/explore/variable-sums.ts';
import { GAP_MARKS } from '../charts/missing.ts';
import { Recounting } from '../explore/recounting.tsx';
import { addressOf } from '../explore/state.ts';
import { everyLabel, tableTitle, type VariableLabel } from '../explore/variable-labels.ts';
import type { Html } from '../html.ts';
import { route } from '../route.ts';
import { EXPLORE } from '../texts/explore.ts';

const Query = z.object({ table: z.enum(TABLE_IDS).optional() });
type Row = VariableLabel & { readonly count: VariableCount | undefined };

/** The variables of all forms, and what their cells are. */
export const variables = route({
  method: 'get',
  path: '/variables',
  access: 'reader',
  query: Query,
  answer: ({ store, query: { table }, lang }) => {
    const counts = countVariables(store);
    const rows: Row[] = everyLabel()
      .filter((label) => table === undefined || label.table === table)
      .map((label) => ({ ...label, count: counts.get(label.name) }));
    return {
      title: EXPLORE.variables[lang],
      wide: true,
      data: { variables: rows, recounting: countStaleParts(store) },
      rows: {
        columns: [
          'variable',
          'table',
          'row_zh',
          'row_en',
          'column_zh',
          'column_en',
          'unit',
          'forms',
          'derived',
          ...CELL_STATUSES,
          'corrected',
          'imputed',
        ],
        rows: rows.map((one) => [
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
          ...[...CELL_STATUSES, 'corrected' as const, 'imputed' as const].map(
            (name) => one.count?.[name] ?? null,
          ),
        ]),
      },
      page: (
        <>
          <h1>{EXPLORE.variables[lang]}</h1>
          <p class="quiet">{EXPLORE.variablesIs(0)[lang]}</p>
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
          {TABLE_IDS.filter((one) => rows.some((row) => row.table === one)).map((one) => (
            <VariableTable table={one} rows={rows.filter((row) => row.table === one)} lang={lang} />
          ))}
        </>
      ),
    };
  },
});

/** Shown one by one; the rest of the cells are few. */
const SHOWN = ['blank', 'dash', 'absent', 'no_table'] as const;

function VariableTable({
  table,
  rows,
  lang,
}: {
  table: TableId;
  rows: readonly Row[];
  lang: Language;
}): Html {
  return (
    <section class="scroll" tabindex={0} aria-label={tableTitle(table)[lang]}>
      <table class="variables">
        <caption>{tableTitle(table)[lang]}</caption>
        <thead>
          <tr>
            <th scope="col">{EXPLORE.row[lang]}</th>
            <th scope="col">{EXPLORE.column[lang]}</th>
            <th scope="col">{EXPLORE.forms[lang]}</th>
            <th scope="col" class="figure">
              {EXPLORE.reported[lang]}
            </th>
            <th scope="col">{EXPLORE.ofCells[lang]}</th>
            {SHOWN.map((status) => (
              <th scope="col" class="figure">
                {GAP_MARKS[status].name[lang]}
              </th>
            ))}
            <th scope="col" class="figure">
              {`${GAP_MARKS.unreadable.name[lang]} · ${GAP_MARKS.ambiguous.name[lang]}`}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <VariableRow row={row} lang={lang} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function VariableRow({ row, lang }: { row: Row; lang: Language }): Html {
  const { name, count, forms, derived } = row;
  const cells = count ? cellsOf(count) : 0;
  return (
    <tr>
      <th scope="row">
        <a href={`/variables/${name}`}>{row.row[lang] || row.column[lang]}</a>
      </th>
      <td>{row.column[lang]}</td>
      <td class="quiet">{derived ? EXPLORE.derived[lang] : forms.join(' ')}</td>
      <td class="figure">{count ? count.reported.toLocaleString('en') : '—'}</td>
      <td>{count && cells > 0 && <Share part={count.reported} whole={cells} />}</td>
      {SHOWN.map((status) => (
        <td class="figure">{count ? count[status].toLocaleString('en') : '—'}</td>
      ))}
      <td class="figure">{count ? (count.unreadable + count.ambiguous).toLocaleString('en') : '—'}</td>
    </tr>
  );
}

/** A bar as long as its part of the whole, and the part in words. */
function Share({ part, whole }: { part: number; whole: number }): Html {
  const percent = Math.floor((1000 * part) / whole) / 10;
  return (
    <>
      <svg class="share" viewBox="0 0 100 9" preserveAspectRatio="none" aria-hidden="true">
        <rect class="k-open" width="100" height="9" />
        <rect class="k1" width={percent} height="9" />
      </svg>{' '}
      <small>{percent}%</small>
    </>
  );
}
