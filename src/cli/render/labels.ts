import { escapeText } from '../../escape.ts';
import * as words from '../../forms/words.ts';
import type { Language } from '../../model/status.ts';

/** A variable in the words of the form; an unknown name stays as it is, made safe for a terminal. */
export const labelVariable = (name: string, lang: Language): string =>
  escapeText(words.labelVariable(name, lang));

/** What a finding speaks of, in words, made safe for a terminal. */
export const labelScope = (scope: string, lang: Language): string =>
  escapeText(words.labelScope(scope, lang));
