import { createHmac } from 'node:crypto';
import { toSafeJson } from '../escape.ts';
import type { Alarm, RunReport } from '../model/run-report.ts';
import type { Language } from '../model/status.ts';
import { plain } from './plain.ts';
import { fitText, serviceOf } from './services.ts';
import { ALARM_ORDER, endWords, RUN_WORDS as WORDS } from './words.ts';

/** What is sent to a webhook: a body and its headers. */
export interface WebhookMessage {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const facts = (text: string, report: RunReport): object => {
  const { run, round, command, exitCode, startedAt, finishedAt, totals, alarms } = report;
  return {
    ...{ text, run, round, command, exitCode, startedAt, finishedAt, totals },
    alarms: alarms.filter(isTold),
  };
};

/** More of one kind are counted, not listed: a person reads this on a telephone. */
const MOST_OF_A_KIND = 5;

/** True when a run has something to say: an alarm that is new, over, or due again; a run that ended badly. */
export function isWorthTelling({ alarms, exitCode }: RunReport): boolean {
  return alarms.some(isTold) || ![0, 6, 10, 11].includes(exitCode);
}

const isTold = ({ state }: Alarm): boolean => state !== 'still';

/**
 * The message of a run for a webhook, signed when a secret is given: `X-Gongkai-Signature: sha256=` and the HMAC of
 * the body in hexadecimal.
 */
export function composeMessage(
  report: RunReport,
  url: string,
  lang: Language,
  secret?: string,
): WebhookMessage {
  const service = serviceOf(url);
  const text = composeText(report, lang);
  const body = toSafeJson(service ? service.compose(fitText(text, service)) : facts(text, report));
  const signature = secret ? createHmac('sha256', secret).update(body).digest('hex') : undefined;
  return {
    body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(signature ? { 'x-gongkai-signature': `sha256=${signature}` } : {}),
    },
  };
}

/** The same as a mail: the first line is its subject too, and holds nothing that a site wrote. */
export function composeMail(
  report: RunReport,
  lang: Language,
): { readonly subject: string; readonly text: string } {
  const text = composeText(report, lang);
  return { subject: plain(text.split('\n', 1)[0] ?? ''), text: `${text}\n` };
}

function composeText(report: RunReport, lang: Language): string {
  const { run, exitCode, totals } = report;
  const head = `gongkai ${WORDS.run[lang]} ${run}: ${endWords(exitCode)[lang]} (${exitCode}). ${WORDS.new[lang]} ${totals.new}, ${WORDS.failed[lang]} ${totals.failed}, ${WORDS.vanished[lang]} ${totals.vanished}`;
  const told = report.alarms.filter(isTold);
  const lines = ALARM_ORDER.flatMap((kind) => {
    const alarms = told.filter((alarm) => alarm.kind === kind);
    return [
      ...alarms.slice(0, MOST_OF_A_KIND).map((alarm) => alarmLine(alarm, lang)),
      ...(alarms.length > MOST_OF_A_KIND ? [`  … + ${alarms.length - MOST_OF_A_KIND}`] : []),
    ];
  });
  return [head, ...lines].join('\n');
}

const alarmLine = (alarm: Alarm, lang: Language): string =>
  `${alarm.state === 'over' ? `[${WORDS.over[lang]}] ` : '• '}${plain(alarm[lang])}`;
