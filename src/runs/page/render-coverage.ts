import { html } from 'hono/html';
import type { Message } from '../../model/finding.ts';
import type { RunReport } from '../../model/run-report.ts';
import type { Language } from '../../model/status.ts';
import { plain } from '../plain.ts';
import { RUN_WORDS as WORDS } from '../words.ts';
import { figure, type Html } from './html.ts';

/** A province by the first two digits of its code. */
export type NameProvince = (code: string) => Message;

/** Shades of a cell: how its number compares with the largest one. */
const SHADES = 5;

/** Reports in force by province and year, and how they changed since the last good run. */
export function renderCoverage({ coverage }: RunReport, nameOf: NameProvince, lang: Language): Html | string {
  if (coverage.length === 0) return '';
  const years = [...new Set(coverage.map(({ year }) => year))].toSorted((a, b) => a - b);
  const provinces = [...new Set(coverage.map(({ province }) => province))].toSorted();
  const most = Math.max(...coverage.map(({ reports }) => reports));
  const of = (province: string, year: number) =>
    coverage.find((row) => row.province === province && row.year === year);
  const sumOf = (year: number) =>
    coverage.filter((row) => row.year === year).reduce((sum, { reports }) => sum + reports, 0);
  return html`<section><h2 id="coverage">${WORDS.coverage[lang]}</h2>
<p class="quiet">${WORDS.sinceLastGood[lang]}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${WORDS.coverage[lang]}"><table class="coverage"><thead><tr><th scope="col">${WORDS.province[lang]}</th>${years.map((year) => html`<th scope="col" class="figure">${year}</th>`)}</tr></thead>
<tbody>${provinces.map(
    (province) =>
      html`<tr><th scope="row">${provinceHead(nameOf(province), lang)}</th>${years.map((year) => cell(of(province, year), most))}</tr>`,
  )}</tbody>
<tfoot><tr><th scope="row">${WORDS.all[lang]}</th>${years.map((year) => html`<td class="figure">${figure(sumOf(year))}</td>`)}</tr></tfoot></table></div></section>`;
}

const provinceHead = ({ zh, en }: Message, lang: Language): Html =>
  lang === 'zh' || zh === en ? html`${plain(zh)}` : html`${en} <span lang="zh-CN" class="quiet">${zh}</span>`;

function cell(row: RunReport['coverage'][number] | undefined, most: number): Html {
  if (!row) return html`<td class="figure none">–</td>`;
  const { reports, before } = row;
  const change = reports - before;
  const sign = change > 0 ? '+' : '−';
  const small =
    change === 0
      ? ''
      : html`<small class="${change > 0 ? 'more' : 'fewer'}">${sign}${figure(Math.abs(change))}</small>`;
  return html`<td class="figure s${Math.ceil((SHADES * reports) / most)}">${figure(reports)}${small}</td>`;
}
