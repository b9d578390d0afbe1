import { html } from 'hono/html';
import type { RunReport } from '../../model/run-report.ts';
import type { Language } from '../../model/status.ts';
import { causeWords } from '../cause-words.ts';
import { bytesIn, durationIn } from '../figures.ts';
import { plain } from '../plain.ts';
import { RUN_WORDS as WORDS } from '../words.ts';
import { figure, type Html, link } from './html.ts';

/** Lists of addresses on the page are cut here; the JSON beside it has them all. */
const MOST_SHOWN = 200;

/** What went wrong, by how many sources it met. */
export function renderCauses({ causes }: RunReport, lang: Language): Html | string {
  if (causes.length === 0) return '';
  return html`<section><h2 id="causes">${WORDS.causes[lang]}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${WORDS.causes[lang]}"><table><thead><tr><th scope="col">${WORDS.cause[lang]}</th><th scope="col" class="figure">${WORDS.sources[lang]}</th><th scope="col" class="figure">${WORDS.addresses[lang]}</th></tr></thead>
<tbody>${causes.map(
    ({ cause, sources, addresses }) =>
      html`<tr><th scope="row">${plain(causeWords(cause)[lang])} <code>${plain(cause)}</code></th><td class="figure">${figure(sources)}</td><td class="figure">${figure(addresses)}</td></tr>`,
  )}</tbody></table></div></section>`;
}

/** New, changed and vanished reports, each folded under its number. */
export function renderReportLists(report: RunReport, lang: Language): Html {
  return html`${addresses(WORDS.newReports[lang], report.newReports)}
${addresses(WORDS.changedReports[lang], report.changedReports)}
${addresses(WORDS.vanishedReports[lang], report.vanishedReports)}`;
}

function addresses(title: string, urls: readonly string[]): Html | string {
  if (urls.length === 0) return '';
  const more = urls.length > MOST_SHOWN ? html`<li>… + ${figure(urls.length - MOST_SHOWN)}</li>` : '';
  return html`<details class="list"><summary>${title} <span class="count">${figure(urls.length)}</span></summary>
<ol>${urls.slice(0, MOST_SHOWN).map((url) => html`<li>${link(url)}</li>`)}${more}</ol></details>`;
}

export function renderSlowest({ slowest, sources }: RunReport, lang: Language): Html | string {
  if (slowest.length === 0) return '';
  const nameOf = (id: string) => sources.find(({ source }) => source === id)?.name ?? id;
  return html`<details class="list"><summary>${WORDS.slowest[lang]}</summary>
<div class="scroll" tabindex="0" role="region" aria-label="${WORDS.slowest[lang]}"><table><thead><tr><th scope="col">${WORDS.source[lang]}</th><th scope="col" class="figure">${WORDS.longest[lang]}</th><th scope="col" class="figure">${WORDS.requests[lang]}</th></tr></thead>
<tbody>${slowest.map(
    ({ source, durationMs, requests }) =>
      html`<tr><th scope="row"><span lang="zh-CN">${plain(nameOf(source))}</span><small>${plain(source)}</small></th><td class="figure">${durationIn(durationMs, lang)}</td><td class="figure">${figure(requests)}</td></tr>`,
  )}</tbody></table></div></details>`;
}

/** Room on the disk, and which program it was. */
export function renderFoot(report: RunReport, lang: Language): Html {
  const { databaseBytes, walBytes, archiveBytes, freeBytes } = report.storage;
  const facts = [
    [WORDS.database[lang], bytesIn(databaseBytes)],
    [WORDS.wal[lang], bytesIn(walBytes)],
    [WORDS.archive[lang], bytesIn(archiveBytes)],
    [WORDS.free[lang], bytesIn(freeBytes)],
    [WORDS.requests[lang], `${figure(report.requests)} (${bytesIn(report.bytes)})`],
    ['gongkai', report.programVersion],
    [WORDS.parser[lang], report.parserVersion],
  ];
  return html`<footer><dl>${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></footer>`;
}
