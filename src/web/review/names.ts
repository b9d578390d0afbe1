import type { Language } from '../../model/status.ts';
import { loadGazetteer } from '../../places/load-gazetteer.ts';
import { isRule, RULES } from '../../rules/index.ts';
import { nameProvince } from '../../sources/name-province.ts';
import type { ListedFinding } from '../../store/list-findings.ts';

/** What a rule is called; its identifier when this release has no such rule. */
export const ruleTitle = (rule: string, lang: Language): string =>
  isRule(rule) ? RULES[rule].title[lang] : rule;

/** 双辽市 2021 · 双辽市政府办公室 */
export const whose = ({ place, year, agency }: Pick<ListedFinding, 'place' | 'year' | 'agency'>): string =>
  [[place, year].filter((part) => part !== null).join(' '), agency].filter((part) => part).join(' · ') || '—';

const provinces = new Map<string, ReturnType<ReturnType<typeof nameProvince>>>();

/** By the first two digits of its code. */
export function provinceName(code: string, lang: Language): string {
  const name = provinces.get(code) ?? nameProvince(loadGazetteer())(code);
  provinces.set(code, name);
  return name[lang];
}
