import { escapeText } from '../../escape.ts';
import type { Evaluated } from '../../model/extraction.ts';
import type { Finding, Suggestion } from '../../model/finding.ts';
import type { Language, Severity } from '../../model/status.ts';
import { SEVERITY_NAMES } from '../names.ts';
import { TEXTS } from '../texts.ts';
import { labelScope, labelVariable } from './labels.ts';
import type { NumberedFindings } from './notes.ts';
import type { Paint } from './paint.ts';
import type { TextView } from './text-view.ts';
import { titleRule } from './title-rule.ts';
import { wrap } from './width.ts';

const SEVERITY_STYLES: Record<Severity, Parameters<Paint>[0]> = {
  error: 'red',
  warning: 'yellow',
  question: 'cyan',
  info: 'dim',
};
const MAX_NAMED = 4;

/** What was found, in words: the failures under their numbers, then what could not be checked, by rule. */
export function renderFindings(
  { failed, open }: NumberedFindings,
  evaluated: Evaluated,
  view: TextView,
): string {
  const { lang, paint } = view;
  const title = failed.length === 0 ? TEXTS.noFindings[lang] : TEXTS.findingsTitle(failed.length)[lang];
  const { pass, fail, not_evaluable } = evaluated;
  const checks = pass + fail + not_evaluable > 0 ? TEXTS.checksMade(pass, fail, not_evaluable)[lang] : '';
  return [
    `${paint('bold', title)}  ${paint('dim', checks)}`.trimEnd(),
    ...failed.flatMap((finding, index) => renderFailure(finding, index + 1, view)),
    ...renderOpen(open, view),
  ].join('\n');
}

function renderFailure(finding: Finding, number: number, { lang, paint, width }: TextView): string[] {
  const { rule, scope, severity, message, variables, suggestions, confirmed } = finding;
  const name = paint(SEVERITY_STYLES[severity], SEVERITY_NAMES[severity][lang]);
  const about = scope === 'document' ? '' : ` · ${labelScope(scope, lang)}`;
  const lines = [escapeText(message[lang]) + arithmetic(finding, lang)];
  const named = variables.filter((variable) => variable !== scope);
  if (named.length > 0) lines.push(TEXTS.concerns(nameVariables(named, lang))[lang]);
  if (confirmed) lines.push(TEXTS.readTwice[lang]);
  for (const suggestion of suggestions) lines.push(describeSuggestion(suggestion, lang));
  const head = `${String(number).padStart(2)}. ${name}  ${titleRule(rule, lang)}${about}`;
  const [start = '', ...rest] = wrap(head, width - 4);
  return [start, ...[...rest, ...lines].flatMap((line) => setIn(line, width))];
}

function arithmetic({ expected, actual, delta }: Finding, lang: Language): string {
  if (expected === null || actual === null || delta === null) return '';
  const signed = delta > 0 ? `+${delta}` : String(delta);
  const text = TEXTS.arithmetic(String(expected), String(actual), signed)[lang];
  return lang === 'zh' ? `（${text}）` : ` (${text})`;
}

function nameVariables(variables: readonly string[], lang: Language): string {
  return few(
    variables.map((variable) => labelVariable(variable, lang)),
    lang,
  );
}

/** A row or a column of a table has up to 25 cells: the first are named, the others counted. */
function few(texts: readonly string[], lang: Language): string {
  const more = texts.length - MAX_NAMED;
  const named = texts.slice(0, MAX_NAMED).join(lang === 'zh' ? '；' : '; ');
  return named + (more > 0 ? ` ${TEXTS.andMore(more)[lang]}` : '');
}

function describeSuggestion(suggestion: Suggestion, lang: Language): string {
  const { changes, why } = suggestion;
  const changed = Object.entries(changes).map(
    ([variable, value]) => `${labelVariable(variable, lang)} → ${value}`,
  );
  return TEXTS.suggestion(few(changed, lang), escapeText(why[lang]), rankOf(suggestion, lang))[lang];
}

/** Nobody shall take one of several equally small changes for the answer. */
function rankOf({ localised, alternatives }: Suggestion, lang: Language): string {
  if (localised) return TEXTS.onlySmallest[lang];
  return alternatives !== null && alternatives > 1 ? TEXTS.equallySmall(alternatives)[lang] : '';
}

/** A missing table leaves dozens of checks open for one reason: told once, with the number of times. */
function renderOpen(open: readonly Finding[], { lang, width }: TextView): string[] {
  if (open.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { rule, scope, message } of open) {
    const about = scope === 'document' ? '' : ` · ${labelScope(scope, lang)}`;
    const reason = `${titleRule(rule, lang)}${about}${lang === 'zh' ? '：' : ': '}${escapeText(message[lang])}`;
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const lines = [...counts].flatMap(([reason, count]) =>
    setIn(reason + (count > 1 ? ` (${TEXTS.times(count)[lang]})` : ''), width),
  );
  return [TEXTS.notEvaluableTitle[lang], ...lines];
}

const setIn = (text: string, width: number): string[] => wrap(text, width - 4).map((line) => `    ${line}`);
