/** What `gongkai review` says, in both languages. */
export const REVIEW_TEXTS = {
  reviewSummary: { zh: '打开核对网页', en: 'open the review app' },
  reviewDescription: {
    zh: '在浏览器里核对问题、查看报告与原页面。只在本机时无需登录；在其他地址上必须先有账号。',
    en: 'Findings, reports and the pages they come from, in a browser. On this machine alone nobody logs in; any other address needs accounts first.',
  },
  reviewExample: {
    zh: '例如：\n  gongkai review\n  gongkai review --port 9000',
    en: 'Example:\n  gongkai review\n  gongkai review --port 9000',
  },
  optionHost: { zh: '监听的地址', en: 'address to listen on' },
  optionPort: { zh: '监听的端口；0 为任一空闲端口', en: 'port to listen on; 0 is any free one' },
  reviewAt: (address: string) => ({
    zh: `核对网页：${address}（按 Ctrl+C 停止）`,
    en: `review app: ${address} (stop with Ctrl+C)`,
  }),
  wrongPort: (text: string) => ({
    zh: `--port 应为 0 到 65535 的数：${text}`,
    en: `--port is a number from 0 to 65535: ${text}`,
  }),
  portUnusable: (address: string, code: string) => ({
    zh: `无法监听 ${address}（${code}）：请用 --port 换一个端口，或用 --host 换一个地址`,
    en: `cannot listen on ${address} (${code}): choose another --port or --host`,
  }),
} as const;
