import { html } from 'hono/html';
import type { Alarm, RunReport } from '../../model/run-report.ts';
import type { Language } from '../../model/status.ts';
import { plain } from '../plain.ts';
import { ALARM_ORDER, ALARM_WORDS, RUN_WORDS as WORDS } from '../words.ts';
import { figure, type Html } from './html.ts';

/** More of one kind are folded: a province that is offline must not push everything else off the page. */
const MOST_OPEN = 5;

/** What a person should look at, by kind; what is over comes last. */
export function renderAlarms({ alarms, undelivered = [] }: RunReport, lang: Language): Html {
  const lasting = alarms.filter(({ state }) => state !== 'over');
  const over = alarms.filter(({ state }) => state === 'over');
  return html`<section><h2 id="alarms">${WORDS.alarms[lang]} <span class="count">${figure(lasting.length)}</span></h2>
${lasting.length === 0 ? html`<p class="quiet">${WORDS.noAlarms[lang]}</p>` : ''}
${ALARM_ORDER.map((kind) => {
  const group = lasting.filter((alarm) => alarm.kind === kind);
  return group.length === 0 ? '' : renderGroup(ALARM_WORDS[kind][lang], group, lang);
})}
${over.length === 0 ? '' : renderGroup(WORDS.recovered[lang], over, lang)}
${undelivered.map(({ host, detail }) => html`<p>${WORDS.undelivered[lang]}: ${plain(host)} (${plain(detail)})</p>`)}
</section>`;
}

function renderGroup(title: string, group: readonly Alarm[], lang: Language): Html {
  const [open, folded] = [group.slice(0, MOST_OPEN), group.slice(MOST_OPEN)];
  return html`<h3>${title} <span class="count">${figure(group.length)}</span></h3>
${list(open, lang)}${folded.length === 0 ? '' : html`<details><summary>… + ${figure(folded.length)}</summary>${list(folded, lang)}</details>`}`;
}

const list = (alarms: readonly Alarm[], lang: Language): Html =>
  html`<ul class="alarms">${alarms.map(
    (alarm) =>
      html`<li class="${alarm.state}">${plain(alarm[lang])} <span class="badge">${badge(alarm, lang)}</span></li>`,
  )}</ul>`;

function badge({ state, nights }: Alarm, lang: Language): string {
  if (state === 'over') return WORDS.over[lang];
  return state === 'first' ? WORDS.firstTime[lang] : `${nights} ${WORDS.nights[lang]}`;
}
