import type { Language } from '../../model/status.ts';
import { ACTION_NAMES, ACTIONS, DEFAULT_KEYS } from '../../review/shortcuts.ts';
import type { Html } from '../html.ts';
import { REVIEW } from '../texts/review.ts';

/** The keys in a window of their own, which the module of the page opens; it fills in those that were chosen. */
export const KeyHelp = ({ lang }: { lang: Language }): Html => (
  <dialog id="key-help" aria-labelledby="key-help-title">
    <h2 id="key-help-title">{REVIEW.keysTitle[lang]}</h2>
    <dl class="key-list">
      {ACTIONS.map((action) => (
        <div>
          <dt>
            <kbd data-key-of={action}>{DEFAULT_KEYS[action]}</kbd>
          </dt>
          <dd>{ACTION_NAMES[action][lang]}</dd>
        </div>
      ))}
    </dl>
    <form method="dialog">
      <a href="/keys">{REVIEW.keys[lang]}…</a> <button type="submit">{REVIEW.close[lang]}</button>
    </form>
  </dialog>
);
