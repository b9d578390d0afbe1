import { html } from 'hono/html';
import type { RunReport, SourceResult } from '../../model/run-report.ts';
import type { Language } from '../../model/status.ts';
import { causeWords } from '../cause-words.ts';
import { PARTS } from '../figures.ts';
import { plain } from '../plain.ts';
import { OUTCOME_WORDS, RUN_WORDS as WORDS } from '../words.ts';
import { figure, type Html } from './html.ts';

const LONGEST_DETAIL = 160;
const ORDER: readonly SourceResult['outcome'][] = ['failed', 'partly', 'pending', 'done'];

/** Sources with trouble in full, the worst first; the many good ones folded. */
export function renderSources({ sources }: RunReport, lang: Language): Html {
  const isGood = ({ outcome, cause }: SourceResult): boolean => outcome === 'done' && cause === null;
  const trouble = sources
    .filter((source) => !isGood(source))
    .toSorted((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
  const good = sources.filter(isGood);
  return html`<section><h2 id="sources">${WORDS.trouble[lang]} <span class="count">${figure(trouble.length)}</span></h2>
${trouble.length === 0 ? html`<p class="quiet">${WORDS.noTrouble[lang]}</p>` : table(trouble, WORDS.trouble[lang], lang)}
${good.length === 0 ? '' : html`<details><summary>${WORDS.goodSources[lang]} <span class="count">${figure(good.length)}</span></summary>${table(good, WORDS.goodSources[lang], lang)}</details>`}
</section>`;
}

function table(sources: readonly SourceResult[], label: string, lang: Language): Html {
  const withCause = sources.some(({ cause }) => cause !== null);
  const figures = [...PARTS.map((part) => WORDS[part][lang]), WORDS.requests[lang]];
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table><thead><tr>
<th scope="col">${WORDS.source[lang]}</th>${withCause ? html`<th scope="col">${WORDS.outcome[lang]}</th>` : ''}${figures.map((head) => html`<th scope="col" class="figure">${head}</th>`)}</tr></thead>
<tbody>${sources.map((source) => row(source, withCause, lang))}</tbody></table></div>`;
}

function row(source: SourceResult, withCause: boolean, lang: Language): Html {
  const { name, counts, requests } = source;
  return html`<tr><th scope="row"><span lang="zh-CN">${plain(name)}</span><small>${plain(source.source)} · ${source.family}</small></th>
${withCause ? outcomeCell(source, lang) : ''}${[...PARTS.map((part) => counts[part]), requests].map(
  (value) => html`<td class="figure${value === 0 ? ' none' : ''}">${figure(value)}</td>`,
)}</tr>`;
}

function outcomeCell({ outcome, cause, detail }: SourceResult, lang: Language): Html {
  const words = cause === null ? '' : html` ${causeWords(cause)[lang]} <code>${cause}</code>`;
  const more = detail ? html`<small>${plain(detail).slice(0, LONGEST_DETAIL)}</small>` : '';
  return html`<td class="why"><span class="outcome ${outcome}">${OUTCOME_WORDS[outcome][lang]}</span>${words}${more}</td>`;
}
