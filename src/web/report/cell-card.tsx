import { labelVariable } from '../../forms/words.ts';
import type { Language } from '../../model/status.ts';
import type { Html } from '../html.ts';
import { CELLS } from '../texts/cells.ts';
import { REPORT } from '../texts/report.ts';
import { CELL_STATUS_NAMES } from '../texts/review.ts';
import { StatusMark } from './cell-mark.tsx';
import { FindingItem } from './finding-item.tsx';
import { placeWords } from './place-words.ts';
import type { ShownCell } from './report-data.ts';

/** One cell in full: every number that is known of it, kept apart, and what was found about it. */
export function CellCard({
  cell,
  yearBefore,
  lang,
}: {
  readonly cell: ShownCell;
  readonly yearBefore: number | null;
  readonly lang: Language;
}): Html {
  const { variable, raw, value, status, imputed, corrected, used, before, source, findings } = cell;
  return (
    <article class="card">
      <h2>{labelVariable(variable, lang)}</h2>
      <dl class="figures">
        <Figure name={CELLS.printed[lang]}>
          {raw !== null && raw !== '' ? <b class="printed">{raw}</b> : null}{' '}
          <StatusMark status={status} lang={lang} />
          {status !== 'reported' && <small>{CELL_STATUS_NAMES[status][lang]}</small>}
        </Figure>
        <Figure name={CELLS.value[lang]}>{value ?? '–'}</Figure>
        {imputed !== null && imputed !== undefined && (
          <Figure name={CELLS.imputed[lang]}>
            <span class="imputed">{imputed}</span>
          </Figure>
        )}
        {corrected && (
          <Figure name={CELLS.corrected[lang]}>
            <span class="corrected">{corrected.value}</span>{' '}
            <small>
              {corrected.reason} ({REPORT.correctedBy(corrected.author, corrected.date)[lang]})
            </small>
          </Figure>
        )}
        <Figure name={CELLS.used[lang]}>{used ?? '–'}</Figure>
        {yearBefore !== null && (
          <Figure name={CELLS.lastYear(yearBefore)[lang]}>
            {before ? (before.raw ?? before.value ?? '') : '–'}{' '}
            {before && <StatusMark status={before.status} lang={lang} />}
          </Figure>
        )}
        <Figure name={REPORT.placeIn[lang]}>{placeWords(source, lang)}</Figure>
        <Figure name={REPORT.variable[lang]}>
          <a href={`/variables/${variable}`}>
            <code>{variable}</code>
          </a>
        </Figure>
      </dl>
      {findings.length > 0 && (
        <ul class="finding-list">
          {findings.map((finding) => (
            <FindingItem finding={finding} lang={lang} />
          ))}
        </ul>
      )}
    </article>
  );
}

function Figure({ name, children }: { readonly name: string; readonly children?: unknown }): Html {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
