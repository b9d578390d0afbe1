import type { Language } from '../../model/status.ts';
import { VERDICT_NAMES } from '../../review/reasons.ts';
import { ACTION_NAMES, DEFAULT_KEYS } from '../../review/shortcuts.ts';
import { VERDICTS } from '../../review/status.ts';
import type { Html } from '../html.ts';
import { REVIEW } from '../texts/review.ts';

/** Which key gives which verdict to the finding that is marked. */
export const DecideKeys = ({ lang }: { lang: Language }): Html => (
  <p class="decide-keys" data-keys>
    {VERDICTS.map((verdict) => (
      <span>
        <kbd data-key-of={verdict}>{DEFAULT_KEYS[verdict]}</kbd>{' '}
        <b data-name-of={verdict}>{VERDICT_NAMES[verdict][lang]}</b>
      </span>
    ))}
    <span>
      <kbd data-key-of="next">{DEFAULT_KEYS.next}</kbd>{' '}
      <kbd data-key-of="previous">{DEFAULT_KEYS.previous}</kbd>{' '}
      {(['next', 'previous'] as const).map((action) => ACTION_NAMES[action][lang]).join(' · ')}
    </span>
    <span>
      <kbd data-key-of="help">{DEFAULT_KEYS.help}</kbd> {REVIEW.allKeys[lang]}
    </span>
  </p>
);
