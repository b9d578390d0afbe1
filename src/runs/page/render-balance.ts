import { html } from 'hono/html';
import type { RunReport } from '../../model/run-report.ts';
import type { Language } from '../../model/status.ts';
import { causeWords } from '../cause-words.ts';
import { PARTS, sumReasons } from '../figures.ts';
import { RUN_WORDS as WORDS } from '../words.ts';
import { figure, type Html } from './html.ts';

/** discovered = new + same + skipped + failed + pending, as an equation and as a bar of the same parts. */
export function renderBalance({ totals, sources }: RunReport, lang: Language): Html {
  const skipped = sumReasons(sources, 'skippedBy');
  const besides = (['changed', 'notDue', 'vanished'] as const).filter((name) => totals[name] > 0);
  return html`<section><h2 id="balance">${WORDS.balance[lang]}</h2>
<dl class="balance">${tile('discovered', totals.discovered, '', lang)}${PARTS.map((part, at) =>
    tile(part, totals[part], at === 0 ? '=' : '+', lang),
  )}</dl>
${bar(totals)}
${skipped.length > 0 ? html`<p class="quiet">${WORDS.skippedBecause[lang]} ${listOf(skipped, lang)}</p>` : ''}
${
  besides.length > 0
    ? html`<p class="quiet">${WORDS.besides[lang]} ${besides.map((name) => `${WORDS[name][lang]} ${figure(totals[name])}`).join(lang === 'zh' ? '，' : ', ')}</p>`
    : ''
}
</section>`;
}

type Part = 'discovered' | (typeof PARTS)[number];

const tile = (part: Part, value: number, sign: string, lang: Language): Html =>
  html`<div class="${part}${value === 0 ? ' none' : ''}"><dt>${WORDS[part][lang]}</dt><dd>${sign === '' ? '' : html`<span class="sign">${sign}</span>`}${figure(value)}</dd></div>`;

/** The figures are said above: whoever cannot see the bar misses nothing. */
function bar(totals: RunReport['totals']): Html | string {
  const { discovered } = totals;
  if (discovered === 0) return '';
  const share = (part: (typeof PARTS)[number]) => ((100 * totals[part]) / discovered).toFixed(2);
  let left = 0;
  return html`<svg class="bar" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">${PARTS.filter(
    (part) => totals[part] > 0,
  ).map((part) => {
    const piece = html`<rect class="${part}" x="${left.toFixed(2)}" y="0" width="${share(part)}" height="3"/>`;
    left += Number(share(part));
    return piece;
  })}</svg>`;
}

const listOf = (reasons: readonly (readonly [string, number])[], lang: Language): string =>
  reasons
    .map(([reason, count]) => `${causeWords(reason)[lang]} ${figure(count)}`)
    .join(lang === 'zh' ? '，' : ', ');
