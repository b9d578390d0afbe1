import { html, raw } from 'hono/html';
import type { RunReport } from '../model/run-report.ts';
import type { Language } from '../model/status.ts';
import { RUN_PAGE_STYLE } from './run-page-style.ts';
import { OUTCOME_WORDS, RUN_WORDS as WORDS } from './words.ts';

type Html = ReturnType<typeof html>;

/** Lists of addresses on the page are cut here; the JSON beside it has them all. */
const MOST_SHOWN = 200;

/** A run report as one page that stands alone: no script, nothing loaded. Everything from outside is escaped. */
export async function renderRunPage(report: RunReport, lang: Language): Promise<string> {
  const { run, startedAt, finishedAt, exitCode, totals } = report;
  const title = `${WORDS.title[lang]} ${run}`;
  const page = await html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${raw(RUN_PAGE_STYLE)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="when"><time>${startedAt}</time> – <time>${finishedAt}</time> · ${report.command} · <code>${exitCode}</code></p>
<dl class="balance">
${tile(WORDS.addresses[lang], totals.discovered, '')}
${tile(WORDS.new[lang], totals.new, totals.changed > 0 ? `${WORDS.changed[lang]} ${totals.changed}` : '')}
${tile(WORDS.same[lang], totals.same, '')}
${tile(WORDS.skipped[lang], totals.skipped, '')}
${tile(WORDS.failed[lang], totals.failed, '')}
${tile(WORDS.pending[lang], totals.pending, '')}
${tile(WORDS.vanished[lang], totals.vanished, '')}
</dl>
<h2>${WORDS.alarms[lang]}</h2>
${alarms(report, lang)}
${sourceTable(report, lang)}
${coverageTable(report, lang)}
${addresses(WORDS.newReports[lang], report.newReports)}
${addresses(WORDS.changedReports[lang], report.changedReports)}
${addresses(WORDS.vanishedReports[lang], report.vanishedReports)}
</main>
</body>
</html>
`;
  return page.toString();
}

const tile = (name: string, value: number, note: string): Html =>
  html`<div><dt>${name}</dt><dd>${value}${note === '' ? '' : html` <small>${note}</small>`}</dd></div>`;

function alarms({ alarms: all }: RunReport, lang: Language): Html {
  if (all.length === 0) return html`<p>${WORDS.noAlarms[lang]}</p>`;
  return html`<ul class="alarms">${all.map(
    (alarm) =>
      html`<li class="${alarm.state}">${alarm[lang]} <small>${alarm.kind} · ${alarm.state === 'over' ? WORDS.over[lang] : `${alarm.nights} ${WORDS.nights[lang]}`}</small></li>`,
  )}</ul>`;
}

/** Sources with trouble first. */
function sourceTable({ sources }: RunReport, lang: Language): Html {
  const order = ['failed', 'partly', 'pending', 'done'];
  const rows = sources.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
  const heads = [
    ...[WORDS.source, WORDS.outcome, WORDS.cause, WORDS.new, WORDS.same],
    ...[WORDS.skipped, WORDS.failed, WORDS.pending, WORDS.requests],
  ];
  return html`<h2>${WORDS.sources[lang]}</h2>
<div class="scroll" tabindex="0"><table><thead><tr>${heads.map((head) => html`<th scope="col">${head[lang]}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ source, name, outcome, cause, detail, counts, requests }) =>
      html`<tr class="${outcome}"><th scope="row"><span lang="zh-CN">${name}</span> <small>${source}</small></th>
<td>${OUTCOME_WORDS[outcome]?.[lang] ?? outcome}</td><td>${cause ?? ''}${detail ? html` <small>${detail.slice(0, 160)}</small>` : ''}</td>
<td>${counts.new}</td><td>${counts.same}</td><td>${counts.skipped}</td><td>${counts.failed}</td><td>${counts.pending}</td><td>${requests}</td></tr>`,
  )}</tbody></table></div>`;
}

function coverageTable({ coverage }: RunReport, lang: Language): Html | string {
  if (coverage.length === 0) return '';
  const years = [...new Set(coverage.map(({ year }) => year))].toSorted((a, b) => a - b);
  const provinces = [...new Set(coverage.map(({ province }) => province))].toSorted();
  const cell = (province: string, year: number): Html => {
    const found = coverage.find((row) => row.province === province && row.year === year);
    if (!found) return html`<td></td>`;
    const delta = found.reports - found.before;
    const change = delta === 0 ? '' : html` <small>${delta > 0 ? '+' : '−'}${Math.abs(delta)}</small>`;
    return html`<td>${found.reports}${change}</td>`;
  };
  return html`<h2>${WORDS.coverage[lang]}</h2>
<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${WORDS.province[lang]}</th>${years.map((year) => html`<th scope="col">${year}</th>`)}</tr></thead>
<tbody>${provinces.map(
    (province) => html`<tr><th scope="row">${province}</th>${years.map((year) => cell(province, year))}</tr>`,
  )}</tbody></table></div>`;
}

function addresses(title: string, urls: readonly string[]): Html | string {
  if (urls.length === 0) return '';
  const more = urls.length > MOST_SHOWN ? html`<li>… + ${urls.length - MOST_SHOWN}</li>` : '';
  return html`<h2>${title} <small>${urls.length}</small></h2>
<ol class="addresses">${urls.slice(0, MOST_SHOWN).map((url) => html`<li>${url}</li>`)}${more}</ol>`;
}
