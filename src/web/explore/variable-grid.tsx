import type { Language } from '../../model/status.ts';
import { cellsOf, type VariableCount } from '../../store/explore/variable-sums.ts';
import type { Html } from '../html.ts';
import { EXPLORE } from '../texts/explore.ts';
import { shortLabel, tableTitle, type VariableLabel } from './variable-labels.ts';

export type CountedVariable = VariableLabel & { readonly count: VariableCount | undefined };

const SHADES = 5;

/** One part of a table of the form as it is printed: how many of its cells give a number. */
export function VariableGrid({
  variables,
  lang,
}: {
  variables: readonly CountedVariable[];
  lang: Language;
}): Html | null {
  const [first] = variables;
  if (!first) return null;
  const columns = unique(variables.map(({ column }) => column[lang]));
  const rows = unique(variables.map(({ row }) => row[lang]));
  const at = new Map(
    variables.map((variable) => [`${variable.row[lang]}|${variable.column[lang]}`, variable]),
  );
  const title = first.derived ? EXPLORE.derived[lang] : tableTitle(first.table)[lang];
  return (
    <section class="scroll" tabindex={0} aria-label={title}>
      <table class="places-by-year variables">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{EXPLORE.row[lang]}</th>
            {columns.map((column) => (
              <th scope="col" class="figure">
                {column || EXPLORE.value[lang]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">{row || title}</th>
              {columns.map((column) => (
                <Cell variable={at.get(`${row}|${column}`)} lang={lang} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Its share of cells that give a number, and, when it is pointed at, all counts. */
function Cell({ variable, lang }: { variable: CountedVariable | undefined; lang: Language }): Html {
  if (!variable) return <td class="nowhere" />;
  const { name, count } = variable;
  const cells = count ? cellsOf(count) : 0;
  if (!count || cells === 0)
    return (
      <td class="figure none">
        <a href={`/variables/${name}`} aria-label={shortLabel(variable)[lang]}>
          –
        </a>
      </td>
    );
  const percent = Math.floor((1000 * count.reported) / cells) / 10;
  return (
    <td class={`figure s${Math.max(1, Math.ceil((percent * SHADES) / 100))}`}>
      <a
        href={`/variables/${name}`}
        title={`${shortLabel(variable)[lang]}: ${EXPLORE.reportsCounted(count.reported, cells)[lang]}`}
      >
        {percent}%
      </a>
    </td>
  );
}

const unique = <T,>(list: readonly T[]): T[] => [...new Set(list)];
