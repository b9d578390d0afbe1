import { html, raw } from 'hono/html';
import type { RunReport } from '../model/run-report.ts';
import type { Language } from '../model/status.ts';
import { chinaTime, durationIn } from './figures.ts';
import type { Html } from './page/html.ts';
import { renderAlarms } from './page/render-alarms.ts';
import { renderBalance } from './page/render-balance.ts';
import { type NameProvince, renderCoverage } from './page/render-coverage.ts';
import { renderCauses, renderFoot, renderReportLists, renderSlowest } from './page/render-lists.ts';
import { renderRules } from './page/render-rules.ts';
import { renderSources } from './page/render-sources.ts';
import { RUN_PAGE_STYLE } from './run-page-style.ts';
import { endWords, RUN_WORDS as WORDS } from './words.ts';

const byCode: NameProvince = (code) => ({ zh: code, en: code });

/**
 * A run report as one page that stands alone: no script, nothing loaded. Everything from outside is escaped.
 *
 * @param nameProvince - by default its code stands for a province
 */
export async function renderRunPage(
  report: RunReport,
  lang: Language,
  nameProvince: NameProvince = byCode,
): Promise<string> {
  const title = `${WORDS.title[lang]} ${report.run}`;
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
${header(title, report, lang)}
${renderBalance(report, lang)}
${renderAlarms(report, lang)}
${renderCauses(report, lang)}
${renderSources(report, lang)}
${renderRules(report, lang)}
${renderCoverage(report, nameProvince, lang)}
${renderReportLists(report, lang)}
${renderSlowest(report, lang)}
${renderFoot(report, lang)}
</main>
</body>
</html>
`;
  return page.toString();
}

function header(title: string, report: RunReport, lang: Language): Html {
  const { startedAt, finishedAt, exitCode, command, resumed } = report;
  const lasted = durationIn(Date.parse(finishedAt) - Date.parse(startedAt), lang);
  const went = resumed.length > 0 ? html` · ${WORDS.resumed[lang]} ${resumed.join(', ')}` : '';
  return html`<header><h1>${title}</h1><p class="end ${toneOf(exitCode)}">${endWords(exitCode)[lang]}</p>
<p class="quiet"><time datetime="${startedAt}">${chinaTime(startedAt)}</time> – <time datetime="${finishedAt}">${chinaTime(finishedAt)}</time> ${WORDS.chinaTime[lang]} · ${lasted} · <code>gongkai ${command}</code> · ${WORDS.exitCode[lang]} ${exitCode}${went}</p></header>`;
}

/** Colour never stands alone: the words say the same. */
const toneOf = (exitCode: number): string => {
  if (exitCode === 0) return 'good';
  return [6, 10, 11].includes(exitCode) ? 'fair' : 'bad';
};
