import * as words from '../../forms/words.ts';
import type { Language } from '../../model/status.ts';
import { TEXTS } from '../texts.ts';
import { escapeText } from './escape.ts';

/** A variable in the words of the form; an unknown name stays as it is, made safe for a terminal. */
export const labelVariable = (name: string, lang: Language): string =>
  escapeText(words.labelVariable(name, lang));

const MAX_SCOPES = 3;

/** What a finding speaks of, in words; several scopes are parted by blanks. */
export function labelScope(scope: string, lang: Language): string {
  const scopes = scope.split(' ');
  const named = scopes.slice(0, MAX_SCOPES).map((one) => escapeText(words.labelScopePart(one, lang)));
  const more = scopes.length > MAX_SCOPES ? ` ${TEXTS.andMore(scopes.length - MAX_SCOPES)[lang]}` : '';
  return named.join(lang === 'zh' ? '、' : ', ') + more;
}
