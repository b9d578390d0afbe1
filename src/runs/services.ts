/** A service that takes messages: how it wants them, how much it takes, and how it says no. */
export interface MessageService {
  readonly host: RegExp;
  readonly compose: (text: string) => object;
  /** Bytes of the text in UTF-8; a longer message is refused as a whole. */
  readonly mostBytes: number;
  /** Words of the text that would be more than words: a call to everyone, a link. */
  readonly disarm: (text: string) => string;
}

const wide = (text: string): string => text.replaceAll('<', '＜').replaceAll('>', '＞');
const entities = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * From the services' pages on incoming webhooks: Slack takes `text`, with `&`, `<`, `>` as entities
 * (api.slack.com, "Formatting text"); 飞书 `msg_type` and `content.text`, where `<at …>` calls people, at most 20 KB
 * (open.feishu.cn, 自定义机器人); 企业微信 `msgtype` and `text.content`, at most 2,048 bytes (developer.work.weixin.qq.com,
 * 群机器人); 钉钉 the same shape, at most 20,000 bytes (open.dingtalk.com, 自定义机器人).
 */
const SERVICES: readonly MessageService[] = [
  { host: /(?:^|\.)slack\.com$/, compose: (text) => ({ text }), mostBytes: 35_000, disarm: entities },
  {
    host: /(?:^|\.)(?:feishu\.cn|larksuite\.com)$/,
    compose: (text) => ({ msg_type: 'text', content: { text } }),
    ...{ mostBytes: 15_000, disarm: wide },
  },
  {
    host: /^qyapi\.weixin\.qq\.com$/,
    compose: (text) => ({ msgtype: 'text', text: { content: text } }),
    ...{ mostBytes: 2_048, disarm: wide },
  },
  {
    host: /(?:^|\.)dingtalk\.com$/,
    compose: (text) => ({ msgtype: 'text', text: { content: text } }),
    ...{ mostBytes: 15_000, disarm: wide },
  },
];

/** The service that an address belongs to; undefined for any other receiver. */
export function serviceOf(url: string): MessageService | undefined {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return SERVICES.find((service) => service.host.test(host));
}

/** The text as the service takes it: disarmed, and cut at a line when it is too long. */
export function fitText(text: string, { mostBytes, disarm }: MessageService): string {
  const whole = disarm(text);
  if (Buffer.byteLength(whole) <= mostBytes) return whole;
  const lines = whole.split('\n');
  const kept: string[] = [];
  let bytes = Buffer.byteLength('\n…');
  for (const line of lines) {
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > mostBytes) break;
    kept.push(line);
  }
  return [...kept, '…'].join('\n');
}

/**
 * What a service that answered with success nevertheless refused, in its words; null when it took the message. 飞书,
 * 企业微信 and 钉钉 answer 200 with a code other than 0.
 */
export function refusalOf(url: string, answer: string): string | null {
  if (!serviceOf(url)) return null;
  try {
    const said = JSON.parse(answer) as Readonly<Record<string, unknown>>;
    const code = said['errcode'] ?? said['code'] ?? said['StatusCode'] ?? 0;
    return code === 0 ? null : `${code}: ${said['errmsg'] ?? said['msg'] ?? said['StatusMessage'] ?? ''}`;
  } catch {
    return null;
  }
}
