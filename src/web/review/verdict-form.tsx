import { randomUUID } from 'node:crypto';
import type { Language } from '../../model/status.ts';
import { reasonsOf, VERDICT_NAMES } from '../../review/reasons.ts';
import { DEFAULT_KEYS } from '../../review/shortcuts.ts';
import { VERDICTS } from '../../review/status.ts';
import type { FindingDetail } from '../../store/review/get-finding.ts';
import type { Html } from '../html.ts';
import { REVIEW } from '../texts/review.ts';

interface VerdictProps {
  readonly detail: FindingDetail;
  readonly search: string;
  readonly lang: Language;
}

/** A button a verdict, each of which saves and goes on; a reason and a note may go with it. */
export function VerdictForm({ detail, search, lang }: VerdictProps): Html {
  const { id, seen } = detail;
  return (
    <form class="verdict" method="post" action={`/findings/${id}/verdict${search}`} data-verdict-form>
      <h2 class="out-of-sight">{REVIEW.decide[lang]}</h2>
      <input type="hidden" name="request" value={randomUUID()} />
      <input type="hidden" name="version" value={seen.version} />
      <input type="hidden" name="signature" value={seen.signature} />
      <div class="verdicts">
        {VERDICTS.map((verdict) => (
          <button type="submit" name="verdict" value={verdict} class={`verdict-${verdict}`}>
            <kbd data-key-of={verdict}>{DEFAULT_KEYS[verdict]}</kbd>
            {VERDICT_NAMES[verdict][lang]}
          </button>
        ))}
      </div>
      <div class="besides">
        <label>
          {REVIEW.reason[lang]}{' '}
          <select name="reason" autocomplete="off">
            <option value="">{REVIEW.noReason[lang]}</option>
            {VERDICTS.map((verdict) => (
              <optgroup label={VERDICT_NAMES[verdict][lang]} data-of={verdict}>
                {reasonsOf(verdict).map(({ code, name }) => (
                  <option value={code}>{name[lang]}</option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <label class="note-field">
          {REVIEW.note[lang]}{' '}
          <textarea
            name="note"
            rows={1}
            maxlength={2000}
            placeholder={REVIEW.noteHint[lang]}
            autocomplete="off"
          />
        </label>
      </div>
    </form>
  );
}
