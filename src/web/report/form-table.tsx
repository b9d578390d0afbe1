import type { FormCell, FormTable as Table } from '../../forms/layout/printed-table.ts';
import { labelVariable } from '../../forms/words.ts';
import type { Language } from '../../model/status.ts';
import type { Html } from '../html.ts';
import { CELLS } from '../texts/cells.ts';
import { StatusMark } from './cell-mark.tsx';
import type { ShownCell } from './report-data.ts';
import { SeverityFlag, severest } from './severity-flag.tsx';

export interface FormTableProps {
  readonly table: Table;
  readonly cells: ReadonlyMap<string, ShownCell>;
  readonly lang: Language;
  /** The chosen cell, and those that are lit beside it. */
  readonly chosen: string | undefined;
  readonly beside: ReadonlySet<string>;
  /** Year whose numbers stand below those of this report; null when they are not asked for. */
  readonly yearBefore: number | null;
  readonly addressOf: (variable: string) => string;
}

/** A table of the form as it is printed; each number is a link that lights it in the original. */
export function FormTable(props: FormTableProps): Html {
  const { table, lang } = props;
  return (
    <section class="form-scroll" aria-label={table.title[lang]} tabindex={0}>
      <table class={`form of-${table.id}`}>
        <caption>{table.title[lang]}</caption>
        {table.head.length > 0 && (
          <thead>
            {table.head.map((row) => (
              <Row {...props} row={row} />
            ))}
          </thead>
        )}
        <tbody>
          {table.body.map((row) => (
            <Row {...props} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const SCOPES = { column: 'col', band: 'colgroup', row: 'row', group: 'rowgroup' } as const;

function Row({ row, ...props }: FormTableProps & { readonly row: readonly FormCell[] }): Html {
  return (
    <tr>
      {row.map((cell) =>
        cell.variable === undefined ? (
          <LabelCell cell={cell} lang={props.lang} />
        ) : (
          <ValueCell {...props} cell={cell} variable={cell.variable} />
        ),
      )}
    </tr>
  );
}

const spans = ({ rowSpan, columnSpan }: FormCell) => ({
  rowspan: rowSpan > 1 ? rowSpan : undefined,
  colspan: columnSpan > 1 ? columnSpan : undefined,
});

function LabelCell({ cell, lang }: { readonly cell: FormCell; readonly lang: Language }): Html {
  const { role = 'row', label } = cell;
  const text = label?.[lang] ?? '';
  if (role === 'unit' || role === 'corner')
    return (
      <td class={`label is-${role}`} {...spans(cell)}>
        {text}
      </td>
    );
  const scope = role === 'column' && cell.columnSpan > 1 ? 'colgroup' : SCOPES[role];
  return (
    <th class={`label is-${role}`} scope={scope} {...spans(cell)}>
      <span>{text}</span>
    </th>
  );
}

function ValueCell({
  cell,
  variable,
  cells,
  chosen,
  beside,
  yearBefore,
  addressOf,
  lang,
}: FormTableProps & { readonly cell: FormCell; readonly variable: string }): Html {
  const shown = cells.get(variable);
  const severity = shown && severest(shown.findings);
  const lit = variable === chosen ? 'chosen' : beside.has(variable) ? 'beside' : undefined;
  const name = labelVariable(variable, lang);
  return (
    <td
      class={['number', severity && `has-${severity}`].filter(Boolean).join(' ')}
      data-lit={lit}
      {...spans(cell)}
    >
      <a
        href={addressOf(variable)}
        data-cell={variable}
        title={name}
        aria-current={lit === 'chosen' ? 'true' : undefined}
      >
        {shown ? (
          <Figures cell={shown} lang={lang} yearBefore={yearBefore} />
        ) : (
          <StatusMark status="absent" lang={lang} />
        )}
        {severity && shown && <SeverityFlag severity={severity} count={shown.findings.length} lang={lang} />}
      </a>
    </td>
  );
}

/** Printed text, deduced and corrected numbers, and the year before's: each told apart by its place and its word. */
function Figures({
  cell: { raw, value, status, imputed, corrected, before },
  lang,
  yearBefore,
}: {
  readonly cell: ShownCell;
  readonly lang: Language;
  readonly yearBefore: number | null;
}): Html {
  const printed = raw ?? (value === null ? '' : String(value));
  return (
    <>
      {printed !== '' && <span class="printed">{printed}</span>}
      <StatusMark status={status} lang={lang} />
      {imputed !== null && imputed !== undefined && (
        <span class="imputed">
          <small>{CELLS.imputed[lang]}</small> {imputed}
        </span>
      )}
      {corrected && (
        <span class="corrected">
          <small>{CELLS.corrected[lang]}</small> {corrected.value}
        </span>
      )}
      {yearBefore !== null && (
        <span class="before">
          <small>{CELLS.lastYear(yearBefore)[lang]}</small>{' '}
          {before?.raw ?? before?.value ?? (before ? <StatusMark status={before.status} lang={lang} /> : '–')}
        </span>
      )}
    </>
  );
}
