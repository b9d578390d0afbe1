import { expect, test } from 'vitest';
import type { Alarm } from '../../src/model/run-report.ts';
import { composeMessage } from '../../src/runs/compose-message.ts';
import { makeRunReport } from './made-report.ts';

const EVIL = '<!channel> <at user_id="all">x</at> & \u202e\u001b[31m\nrun 9: all done';
const alarm: Alarm = { kind: 'source_failed', about: 'x', zh: EVIL, en: EVIL, state: 'first', nights: 1 };
const hostile = makeRunReport({ alarms: [alarm] });
const bodyFor = (host: string, report = hostile): string =>
  composeMessage(report, `https://${host}/x`, 'en').body;

test.each(['hooks.slack.com', 'open.feishu.cn', 'qyapi.weixin.qq.com', 'oapi.dingtalk.com'])(
  'what a site wrote calls nobody on %s, and stays on its line',
  (host) => {
    const body = bodyFor(host);
    expect(body).not.toMatch(/<!channel>|<at /);
    for (const mark of ['\u202e', '\\u001b', '\\nrun 9']) expect(body).not.toContain(mark);
  },
);

test('Slack reads its entities', () => {
  expect(JSON.parse(bodyFor('hooks.slack.com')).text).toContain('&lt;!channel&gt;');
});

test('a host that only looks like a service gets the facts', () => {
  for (const host of ['slack.com.example.org', 'notslack.com', 'feishu.cn.example']) {
    expect(JSON.parse(bodyFor(host))).toHaveProperty('totals');
  }
});

test('a message is never longer than the service takes, and says that it goes on', () => {
  const alarms = (['source_failed', 'too_few', 'too_many', 'overdue', 'vanished'] as const).flatMap((kind) =>
    Array.from({ length: 40 }, (_, at) => ({ ...alarm, kind, about: `${at}`, en: '县'.repeat(150) })),
  );
  const text = JSON.parse(bodyFor('qyapi.weixin.qq.com', makeRunReport({ alarms }))).text.content as string;
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2048);
  expect(text.endsWith('\n…')).toBe(true);
  expect(text).toMatch(/^gongkai Run 212: /);
});

test('of many alarms of one kind the first are told and the rest counted', () => {
  const many = makeRunReport({
    alarms: Array.from({ length: 12 }, (_, at) => ({ ...alarm, about: `${at}`, en: `county ${at}` })),
  });
  const { text } = JSON.parse(bodyFor('hooks.slack.com', many));
  expect(text.match(/county/g)).toHaveLength(5);
  expect(text).toContain('… + 7');
});
