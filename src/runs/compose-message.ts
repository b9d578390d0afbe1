import { createHmac } from 'node:crypto';
import { ALARM_KINDS, type Alarm, type RunReport } from '../model/run-report.ts';
import type { Language } from '../model/status.ts';
import { RUN_WORDS as WORDS } from './words.ts';

/** What is sent to a webhook: a body and its headers. */
export interface WebhookMessage {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

type Compose = (text: string, report: RunReport) => object;

/**
 * How the services that people use want to be told (their pages on incoming webhooks: Slack `text`; 飞书 `msg_type`,
 * `content.text`; 企业微信 and 钉钉 `msgtype`, `text.content`). Any other address gets the facts as JSON.
 */
const SERVICES: readonly (readonly [host: RegExp, compose: Compose])[] = [
  [/(?:^|\.)slack\.com$/, (text) => ({ text })],
  [/(?:^|\.)(?:feishu\.cn|larksuite\.com)$/, (text) => ({ msg_type: 'text', content: { text } })],
  [/^qyapi\.weixin\.qq\.com$/, (text) => ({ msgtype: 'text', text: { content: text } })],
  [/(?:^|\.)dingtalk\.com$/, (text) => ({ msgtype: 'text', text: { content: text } })],
];

const facts: Compose = (text, { run, round, command, exitCode, startedAt, finishedAt, totals, alarms }) => ({
  ...{ text, run, round, command, exitCode, startedAt, finishedAt, totals },
  alarms: alarms.filter(isTold),
});

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
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const compose = SERVICES.find(([pattern]) => pattern.test(host))?.[1] ?? facts;
  const body = JSON.stringify(compose(composeText(report, lang), report));
  const signature = secret ? createHmac('sha256', secret).update(body).digest('hex') : undefined;
  return {
    body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(signature ? { 'x-gongkai-signature': `sha256=${signature}` } : {}),
    },
  };
}

function composeText(report: RunReport, lang: Language): string {
  const { run, exitCode, totals } = report;
  const head = `gongkai ${WORDS.run[lang]} ${run} (${exitCode}): ${WORDS.new[lang]} ${totals.new}, ${WORDS.failed[lang]} ${totals.failed}, ${WORDS.vanished[lang]} ${totals.vanished}`;
  const told = report.alarms.filter(isTold);
  const lines = ALARM_KINDS.flatMap((kind) => {
    const alarms = told.filter((alarm) => alarm.kind === kind);
    return [
      ...alarms.slice(0, MOST_OF_A_KIND).map((alarm) => alarmLine(alarm, lang)),
      ...(alarms.length > MOST_OF_A_KIND ? [`  … + ${alarms.length - MOST_OF_A_KIND}`] : []),
    ];
  });
  return [head, ...lines].join('\n');
}

const alarmLine = (alarm: Alarm, lang: Language): string =>
  `${alarm.state === 'over' ? `[${WORDS.over[lang]}] ` : '• '}${alarm[lang]}`;
