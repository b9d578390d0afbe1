import { labelScope } from '../../forms/words.ts';
import type { Language } from '../../model/status.ts';
import type { Html } from '../html.ts';

/** The column, row or variable that a finding speaks of: it tells two findings of one rule in one report apart. */
export const Scope = ({ scope, lang }: { readonly scope: string; readonly lang: Language }): Html | null =>
  scope === 'document' ? null : <span class="scope">{labelScope(scope, lang)}</span>;
