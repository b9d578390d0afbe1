import { labelScope } from '../../forms/words.ts';
import type { Language } from '../../model/status.ts';
import type { Html } from '../html.ts';

/** The column, row or variable that a finding speaks of: it tells two findings of one rule in one report apart. */
export const scopeName = (scope: string, lang: Language): string | null =>
  scope === 'document' ? null : labelScope(scope, lang);

export function Scope({ scope, lang }: { readonly scope: string; readonly lang: Language }): Html | null {
  const name = scopeName(scope, lang);
  return name === null ? null : <span class="scope">{name}</span>;
}
