import { labelVariable } from '../../forms/words.ts';
import type { Language } from '../../model/status.ts';
import type { FindingDetail, InvolvedCell } from '../../store/review/get-finding.ts';
import type { Html } from '../html.ts';
import { STATUS_MARKS } from '../texts/cells.ts';
import { CELL_STATUS_NAMES, REVIEW } from '../texts/review.ts';
import { correctionAddress } from './correction-query.ts';
import { addressWith, type FindingQuery } from './finding-query.ts';

interface CellsProps {
  readonly detail: FindingDetail;
  readonly search: string;
  readonly decides: boolean;
  readonly query: FindingQuery;
  readonly lang: Language;
}

/** The cells that take part: what is printed, what is used in its place, and the number of the year before. */
export function CellsTable({ detail, search, decides, query, lang }: CellsProps): Html | null {
  if (detail.cells.length === 0) return null;
  const heads = [REVIEW.cell, REVIEW.printed, REVIEW.lastYear];
  return (
    <table class="cells">
      <caption>
        <h2>{REVIEW.cells[lang]}</h2>
      </caption>
      <thead>
        <tr>
          {heads.map((name) => (
            <th scope="col">{name[lang]}</th>
          ))}
          {decides && <td />}
        </tr>
      </thead>
      <tbody>
        {detail.cells.map((cell) => (
          <CellRow {...{ cell, detail, search, decides, query, lang }} />
        ))}
      </tbody>
    </table>
  );
}

const lastYearWords = ({ status, value }: NonNullable<InvolvedCell['lastYear']>, lang: Language): string =>
  status === 'reported' ? String(value) : `${STATUS_MARKS[status]} ${CELL_STATUS_NAMES[status][lang]}`;

function CellRow({ cell, detail, search, decides, query, lang }: CellsProps & { cell: InvolvedCell }): Html {
  const { variable, raw, status, imputed, corrected, lastYear } = cell;
  const name = labelVariable(variable, lang);
  const href = correctionAddress(detail, search, [[variable]]);
  return (
    <tr data-variable={variable}>
      <th scope="row">
        <a
          href={`${addressWith(detail.id, query, { ...query, cell: variable, page: undefined })}#evidence`}
          data-cell={variable}
        >
          {name}
        </a>
      </th>
      <td>
        <span class={`value status-${status}`}>
          {status === 'reported' ? raw : `${STATUS_MARKS[status]} ${raw ?? ''}`}{' '}
          {status !== 'reported' && <small>{CELL_STATUS_NAMES[status][lang]}</small>}
        </span>
        {corrected !== null && (
          <span class="value corrected">
            {corrected} <small>{REVIEW.corrected[lang]}</small>
          </span>
        )}
        {imputed !== null && corrected === null && (
          <span class="value imputed">
            {imputed} <small>{REVIEW.imputed[lang]}</small>
          </span>
        )}
      </td>
      <td class="last-year">
        {lastYear !== null && (
          <a
            href={`/reports/${detail.lastYear}?cell=${variable}`}
            aria-label={`${REVIEW.lastYear[lang]}: ${lastYearWords(lastYear, lang)}`}
          >
            {lastYearWords(lastYear, lang)}
          </a>
        )}
      </td>
      {decides && (
        <td>
          <a class="correct" href={href} aria-label={`${REVIEW.correct[lang]}: ${name}`}>
            {REVIEW.correct[lang]}
          </a>
        </td>
      )}
    </tr>
  );
}
