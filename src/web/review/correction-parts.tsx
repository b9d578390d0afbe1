import { randomUUID } from 'node:crypto';
import { doubtNumber, type NumberDoubt } from '../../forms/doubt-number.ts';
import { labelVariable } from '../../forms/words.ts';
import type { Effect } from '../../model/effect.ts';
import type { Finding, Message } from '../../model/finding.ts';
import type { Language } from '../../model/status.ts';
import type { InvolvedCell } from '../../store/review/get-finding.ts';
import type { Html } from '../html.ts';
import { SeverityBadge } from '../parts/badge.tsx';
import { TableHead } from '../parts/table-head.tsx';
import { REVIEW } from '../texts/review.ts';
import type { CorrectionQuery } from './correction-query.ts';
import { ruleTitle } from './names.ts';
import { Scope } from './scope.tsx';

/** A cell, and the number that is tried in it; null: none, or what was typed is none. */
export interface TriedCell {
  readonly cell: InvolvedCell;
  readonly value: number | null;
}

interface TryProps {
  readonly tried: readonly TriedCell[];
  readonly query: CorrectionQuery;
  readonly lang: Language;
}

/**
 * Each cell with what is printed and the right number beside it. Without JavaScript this asks for the page again; with
 * it the page does so while the number is typed.
 */
export const TryForm = ({ tried, query, lang }: TryProps): Html => (
  <form class="try" method="get" data-try>
    {query.finding !== undefined && <input type="hidden" name="finding" value={query.finding} />}
    {query.queue !== undefined && <input type="hidden" name="queue" value={query.queue} />}
    <table>
      <TableHead names={[REVIEW.cell, REVIEW.printed, REVIEW.rightValue]} lang={lang} />
      <tbody>
        {tried.map((one) => (
          <TryRow {...one} lang={lang} />
        ))}
      </tbody>
    </table>
    <button type="submit">{REVIEW.tryIt[lang]}</button>
  </form>
);

function TryRow({ cell, value, lang }: TriedCell & { readonly lang: Language }): Html {
  const name = labelVariable(cell.variable, lang);
  return (
    <tr>
      <th scope="row" title={cell.variable}>
        {name}
      </th>
      <td>
        {cell.raw ?? '∅'}
        {cell.corrected !== null && (
          <span class="value corrected">
            {cell.corrected} <small>{REVIEW.corrected[lang]}</small>
          </span>
        )}
      </td>
      <td>
        <input type="hidden" name="variable" value={cell.variable} />
        <input
          name="value"
          inputmode="decimal"
          required
          autocomplete="off"
          value={value ?? ''}
          aria-label={`${REVIEW.rightValue[lang]}: ${name}`}
        />
      </td>
    </tr>
  );
}

const DOUBTS: Readonly<Record<NumberDoubt, Message>> = {
  negative: REVIEW.negativeNumber,
  fraction: REVIEW.fractionNumber,
  too_large: REVIEW.tooLargeNumber,
};

/** Typed numbers that the cell can hardly mean; they can be saved nevertheless: what is printed may be as odd. */
export const DoubtNotes = ({ tried, lang }: Omit<TryProps, 'query'>): Html => (
  <>
    {tried.map(({ cell: { variable }, value }) => {
      const doubt = value === null ? null : doubtNumber(variable, value);
      return (
        doubt && (
          <p class="note doubt">
            {labelVariable(variable, lang)}: {value}
            {lang === 'zh' ? '，' : ', '}
            {DOUBTS[doubt][lang]}
          </p>
        )
      );
    })}
  </>
);

/** What the rules would say: what is mended, what is broken, what stays. */
export const EffectLists = ({ effect, lang }: { effect: Effect; lang: Language }): Html => (
  <section class="effect">
    <h2>{REVIEW.effect[lang]}</h2>
    {(['repaired', 'broken', 'kept'] as const).map((kind) => (
      <div class={kind}>
        <h3>
          {REVIEW[kind][lang]} <small>{effect[kind].length}</small>
        </h3>
        {effect[kind].length === 0 ? (
          <p class="quiet">{REVIEW.noneOf[lang]}</p>
        ) : (
          <ul>
            {effect[kind].map((finding) => (
              <FindingLine finding={finding} lang={lang} />
            ))}
          </ul>
        )}
      </div>
    ))}
  </section>
);

const FindingLine = ({ finding, lang }: { finding: Finding; lang: Language }): Html => (
  <li>
    <SeverityBadge severity={finding.severity} lang={lang} /> {ruleTitle(finding.rule, lang)}{' '}
    <Scope scope={finding.scope} lang={lang} />
    <span class="says">{finding.message[lang]}</span>
  </li>
);

/** What a cell is and what was seen in it, as the form sends it back. */
const seenOf = ({ variable, raw, version }: InvolvedCell): string =>
  JSON.stringify({ variable, printed: raw, version });

/** Stores what was tried, or takes away the corrections that there are. */
export function SaveForm({
  tried,
  query,
  action,
  lang,
}: TryProps & {
  readonly action: string;
}): Html {
  return (
    <form class="stacked" method="post" action={action} data-save>
      <input type="hidden" name="request" value={randomUUID()} />
      {query.finding !== undefined && <input type="hidden" name="finding" value={query.finding} />}
      {tried.map(({ cell, value }) => (
        <>
          <input type="hidden" name="cell" value={seenOf(cell)} />
          <input type="hidden" name="value" value={value ?? ''} />
        </>
      ))}
      <label>
        {REVIEW.whyRight[lang]}{' '}
        <textarea name="reason" rows={2} required maxlength={1000} autocomplete="off" />
      </label>
      <div class="actions">
        <button
          type="submit"
          class="main"
          name="do"
          value="save"
          disabled={tried.some(({ value }) => value === null)}
        >
          {REVIEW.saveCorrection(tried.length)[lang]}
        </button>
        {tried.some(({ cell }) => cell.corrected !== null) && (
          <button type="submit" name="do" value="take_away">
            {REVIEW.takeAway[lang]}
          </button>
        )}
      </div>
    </form>
  );
}
