import type { Language } from '../../model/status.ts';
import type { Html } from '../html.ts';
import { COMMON } from '../texts/common.ts';

/** The character 公 as a seal, and the name. */
export const Brand = ({ lang }: { lang: Language }): Html => (
  <a class="brand" href="/">
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect class="seal" width="32" height="32" rx="5" />
      <path class="strokes" d="M13.2 6.5 6.5 14.5M18.8 6.5l6.7 8M16.2 14 10 24.5h11.8M18.6 19.2l4.2 6.3" />
    </svg>
    {COMMON.product[lang]}
  </a>
);
