import { escapeText } from '../../escape.ts';
import type { Language } from '../../model/status.ts';
import { RULE_TITLES } from '../names.ts';

/** A rule in words, or by its name when it has none. */
export function titleRule(rule: string, lang: Language): string {
  return RULE_TITLES[rule]?.[lang] ?? escapeText(rule);
}
