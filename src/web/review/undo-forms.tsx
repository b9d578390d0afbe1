import { randomUUID } from 'node:crypto';
import type { Language } from '../../model/status.ts';
import { DEFAULT_KEYS } from '../../review/shortcuts.ts';
import type { Html } from '../html.ts';
import { REVIEW } from '../texts/review.ts';

/** Undo and redo as buttons; the module of the page does the same by keys. */
export const UndoForms = ({ lang, back }: { lang: Language; back: string }): Html => (
  <>
    {(['undo', 'redo'] as const).map((kind) => (
      <form method="post" action={`/review/${kind}`}>
        <input type="hidden" name="request" value={randomUUID()} />
        <input type="hidden" name="back" value={back} />
        <button type="submit" data-action={kind}>
          {REVIEW[kind][lang]} <kbd>{DEFAULT_KEYS[kind]}</kbd>
        </button>
      </form>
    ))}
  </>
);
