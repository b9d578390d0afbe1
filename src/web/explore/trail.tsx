import type { Language } from '../../model/status.ts';
import type { Html } from '../html.ts';
import { COMMON } from '../texts/common.ts';

/** The way down to a page, outermost first. */
export function Trail({
  steps,
  lang,
}: {
  steps: readonly { readonly href: string; readonly name: string }[];
  lang: Language;
}): Html {
  return (
    <nav class="trail" aria-label={COMMON.trail[lang]}>
      <ol>
        {steps.map(({ href, name }) => (
          <li>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
