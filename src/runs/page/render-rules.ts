import { html } from 'hono/html';
import type { RunReport } from '../../model/run-report.ts';
import type { Language } from '../../model/status.ts';
import { plain } from '../plain.ts';
import { ruleCounts } from '../rule-counts.ts';
import { RUN_WORDS as WORDS } from '../words.ts';
import { figure, type Html } from './html.ts';

/** How often each rule held, failed and was left open, and why. */
export function renderRules(report: RunReport, lang: Language): Html | string {
  const counts = ruleCounts(report, lang);
  if (counts.length === 0) return '';
  return html`<section><h2 id="rules">${WORDS.rules[lang]}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${WORDS.rules[lang]}"><table><thead><tr><th scope="col">${WORDS.rule[lang]}</th><th scope="col" class="figure">${WORDS.ruleFailed[lang]}</th><th scope="col" class="figure">${WORDS.ruleHeld[lang]}</th><th scope="col" class="figure">${WORDS.ruleOpen[lang]}</th><th scope="col">${WORDS.ruleOpenBecause[lang]}</th></tr></thead>
<tbody>${counts.map(
    ({ rule, title, pass, fail, open, reasons }) =>
      html`<tr><th scope="row">${plain(title)} <code>${plain(rule)}</code></th><td class="figure">${figure(fail)}</td><td class="figure">${figure(pass)}</td><td class="figure">${figure(open)}</td><td>${plain(reasons)}</td></tr>`,
  )}</tbody></table></div></section>`;
}
