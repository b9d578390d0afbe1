import { CELL_STATUSES, type Language, SEVERITIES } from '../../model/status.ts';
import type { Html } from '../html.ts';
import { CELLS, STATUS_MARKS, STATUS_TEXTS } from '../texts/cells.ts';
import { SEVERITY_MARKS, SEVERITY_TEXTS } from '../texts/report.ts';

/** What the marks in the tables mean. */
export function Legend({ lang }: { readonly lang: Language }): Html {
  return (
    <details class="legend">
      <summary>{CELLS.legend[lang]}</summary>
      <ul>
        {CELL_STATUSES.filter((status) => status !== 'reported').map((status) => (
          <li>
            <span class={`mark is-${status}`} aria-hidden="true">
              {STATUS_MARKS[status]}
            </span>{' '}
            {STATUS_TEXTS[status][lang]}
          </li>
        ))}
        <li>
          <span class="imputed">27</span> {CELLS.imputed[lang]}
        </li>
        <li>
          <span class="corrected">27</span> {CELLS.corrected[lang]}
        </li>
        {SEVERITIES.map((severity) => (
          <li>
            <span class={`flag is-${severity}`} aria-hidden="true">
              {SEVERITY_MARKS[severity]}
            </span>{' '}
            {SEVERITY_TEXTS[severity][lang]}
          </li>
        ))}
      </ul>
    </details>
  );
}
