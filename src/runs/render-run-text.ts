import type { CrawlCounts, RunReport } from '../model/run-report.ts';
import type { Language } from '../model/status.ts';
import { RUN_WORDS as WORDS } from './words.ts';

/** A run report as lines for a terminal, a log or a message; plain text, nothing to be escaped but names. */
export function renderRunText(report: RunReport, lang: Language): string {
  const { run, startedAt, finishedAt, exitCode, sources, totals, loaded, requests, bytes } = report;
  const seconds = Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000);
  const done = sources.filter(({ outcome }) => outcome === 'done').length;
  return [
    `${WORDS.title[lang]}  ${WORDS.run[lang]} ${run}  ${startedAt} – ${finishedAt}  ${seconds} ${WORDS.seconds[lang]}  (${exitCode})`,
    ...(report.resumed.length > 0 ? [`${WORDS.resumed[lang]} ${report.resumed.join(', ')}`] : []),
    `${WORDS.sources[lang]}: ${sources.length}, ${WORDS.done[lang]} ${done}`,
    `${WORDS.addresses[lang]}: ${countLine(totals, lang)}`,
    `${WORDS.stored[lang]}: ${WORDS.new[lang]} ${loaded.inserted}, ${WORDS.updated[lang]} ${loaded.updated}, ${WORDS.same[lang]} ${loaded.unchanged}, ${WORDS.failed[lang]} ${loaded.failed}`,
    `${WORDS.requests[lang]}: ${requests}, ${mebibytes(bytes)}`,
    ...alarmLines(report, lang),
    ...(report.causes.length > 0 ? [`${WORDS.causes[lang]}:`] : []),
    ...report.causes.map(
      ({ cause, sources: met, addresses }) =>
        `  ${cause}  ${met} ${WORDS.sources[lang]}, ${addresses} ${WORDS.addresses[lang]}`,
    ),
    '',
  ].join('\n');
}

/** The balance: discovered = new + same + skipped + failed + pending. */
function countLine(counts: CrawlCounts, lang: Language): string {
  const { discovered, new: fresh, changed, same, skipped, failed, pending, vanished } = counts;
  const parts = [
    `${WORDS.new[lang]} ${fresh}${changed > 0 ? ` (${WORDS.changed[lang]} ${changed})` : ''}`,
    `${WORDS.same[lang]} ${same}`,
    `${WORDS.skipped[lang]} ${skipped}`,
    `${WORDS.failed[lang]} ${failed}`,
    `${WORDS.pending[lang]} ${pending}`,
  ];
  return `${discovered} = ${parts.join(' + ')}${vanished > 0 ? `; ${WORDS.vanished[lang]} ${vanished}` : ''}`;
}

function alarmLines({ alarms }: RunReport, lang: Language): string[] {
  if (alarms.length === 0) return [`${WORDS.alarms[lang]}: ${WORDS.noAlarms[lang]}`];
  return [
    `${WORDS.alarms[lang]}:`,
    ...alarms.map((alarm) => {
      const lasting = alarm.state === 'over' ? WORDS.over[lang] : `${alarm.nights} ${WORDS.nights[lang]}`;
      return `  ${alarm[lang]}  [${alarm.kind}, ${lasting}]`;
    }),
  ];
}

const mebibytes = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(1)} MiB`;
