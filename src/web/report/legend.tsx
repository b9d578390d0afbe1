import { CELL_STATUSES, type Language, SEVERITIES } from '../../model/status.ts';
import type { Html } from '../html.ts';
import { SEVERITY_MARKS } from '../parts/badge.tsx';
import { CELLS, STATUS_MARKS } from '../texts/cells.ts';
import { CELL_STATUS_NAMES, SEVERITY_NAMES } from '../texts/review.ts';

/** What the marks in the tables mean. */
export function Legend({ lang }: { readonly lang: Language }): Html {
  return (
    <details class="legend">
      <summary>{CELLS.legend[lang]}</summary>
      <ul>
        {CELL_STATUSES.filter((status) => status !== 'reported').map((status) => (
          <li>
            <span class={`cell-mark is-${status}`} aria-hidden="true">
              {STATUS_MARKS[status]}
            </span>{' '}
            {CELL_STATUS_NAMES[status][lang]}
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
            <span class={`cell-flag is-${severity}`} aria-hidden="true">
              {SEVERITY_MARKS[severity]}
            </span>{' '}
            {SEVERITY_NAMES[severity][lang]}
          </li>
        ))}
      </ul>
    </details>
  );
}
