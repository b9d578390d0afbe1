import type { Alarm, CrawlCounts, RunReport } from '../model/run-report.ts';
import type { Language } from '../model/status.ts';
import { causeWords } from './cause-words.ts';
import { bytesIn, chinaTime, durationIn } from './figures.ts';
import { plain } from './plain.ts';
import { ruleCounts } from './rule-counts.ts';
import { ALARM_ORDER, ALARM_WORDS, endWords, RUN_WORDS as WORDS } from './words.ts';

/** A run report as lines for a terminal, a log or a message. What sites wrote stays within its line. */
export function renderRunText(report: RunReport, lang: Language): string {
  const { run, startedAt, finishedAt, exitCode, sources, totals, loaded, requests, bytes } = report;
  const lasted = durationIn(Date.parse(finishedAt) - Date.parse(startedAt), lang);
  const done = sources.filter(({ outcome }) => outcome === 'done').length;
  return [
    `${WORDS.title[lang]} ${run}: ${endWords(exitCode)[lang]} (${exitCode})`,
    `${chinaTime(startedAt)} – ${chinaTime(finishedAt)} ${WORDS.chinaTime[lang]}, ${lasted}`,
    ...(report.resumed.length > 0 ? [`${WORDS.resumed[lang]} ${report.resumed.join(', ')}`] : []),
    `${WORDS.sources[lang]}: ${sources.length}, ${WORDS.done[lang]} ${done}`,
    `${WORDS.addresses[lang]}: ${countLine(totals, lang)}`,
    `${WORDS.stored[lang]}: ${WORDS.new[lang]} ${loaded.inserted}, ${WORDS.updated[lang]} ${loaded.updated}, ${WORDS.same[lang]} ${loaded.unchanged}, ${WORDS.failed[lang]} ${loaded.failed}`,
    `${WORDS.requests[lang]}: ${requests}, ${bytesIn(bytes)}`,
    ...(report.undelivered ?? []).map(
      ({ host, detail }) => `${WORDS.undelivered[lang]}: ${plain(host)} (${plain(detail)})`,
    ),
    ...alarmLines(report, lang),
    ...(report.causes.length > 0 ? [`${WORDS.causes[lang]}:`] : []),
    ...report.causes.map(
      ({ cause, sources: met, addresses }) =>
        `  ${causeWords(cause)[lang]} (${plain(cause)}): ${met} ${WORDS.sources[lang]}, ${addresses} ${WORDS.addresses[lang]}`,
    ),
    ...ruleLines(report, lang),
    '',
  ].join('\n');
}

/** Each rule with how often it failed, held and was left open, and why. */
function ruleLines(report: RunReport, lang: Language): string[] {
  const counts = ruleCounts(report, lang);
  if (counts.length === 0) return [];
  const because = (reasons: string): string => (reasons === '' ? '' : ` (${plain(reasons)})`);
  return [
    `${WORDS.rules[lang]}:`,
    ...counts.map(
      ({ rule, pass, fail, open, reasons }) =>
        `  ${plain(rule)}: ${WORDS.ruleFailed[lang]} ${fail}, ${WORDS.ruleHeld[lang]} ${pass}, ${WORDS.ruleOpen[lang]} ${open}${because(reasons)}`,
    ),
  ];
}

/** The balance: discovered = new + same + skipped + failed + pending. */
function countLine(counts: CrawlCounts, lang: Language): string {
  const { discovered, new: fresh, changed, same, notDue, skipped, failed, pending, vanished } = counts;
  const parts = [
    `${WORDS.new[lang]} ${fresh}${changed > 0 ? ` (${WORDS.changed[lang]} ${changed})` : ''}`,
    `${WORDS.same[lang]} ${same}${notDue > 0 ? ` (${WORDS.notDue[lang]} ${notDue})` : ''}`,
    `${WORDS.skipped[lang]} ${skipped}`,
    `${WORDS.failed[lang]} ${failed}`,
    `${WORDS.pending[lang]} ${pending}`,
  ];
  return `${discovered} = ${parts.join(' + ')}${vanished > 0 ? `; ${WORDS.vanished[lang]} ${vanished}` : ''}`;
}

/** By kind, those that are over last. */
function alarmLines({ alarms }: RunReport, lang: Language): string[] {
  if (alarms.length === 0) return [`${WORDS.alarms[lang]}: ${WORDS.noAlarms[lang]}`];
  const over = alarms.filter(({ state }) => state === 'over');
  return [
    `${WORDS.alarms[lang]}:`,
    ...ALARM_ORDER.flatMap((kind) => {
      const group = alarms.filter((alarm) => alarm.kind === kind && alarm.state !== 'over');
      return groupLines(`${ALARM_WORDS[kind][lang]} [${kind}]`, group, lang);
    }),
    ...groupLines(WORDS.recovered[lang], over, lang),
  ];
}

function groupLines(title: string, group: readonly Alarm[], lang: Language): string[] {
  if (group.length === 0) return [];
  return [
    `  ${title}: ${group.length}`,
    ...group.map((alarm) => {
      const lasting = alarm.nights > 1 ? ` (${alarm.nights} ${WORDS.nights[lang]})` : '';
      return `    ${plain(alarm[lang])}${lasting}`;
    }),
  ];
}
