import type { Language } from '../../model/status.ts';
import type { Html } from '../html.ts';
import { COMMON } from '../texts/common.ts';

/** A page that only says that something is not as it should be. */
export function Notice({
  title,
  lines,
  lang,
}: {
  title: string;
  lines: readonly string[];
  lang: Language;
}): Html {
  return (
    <article class="notice">
      <h1>{title}</h1>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
      <p>
        <a href="/">{COMMON.toHome[lang]}</a>
      </p>
    </article>
  );
}
