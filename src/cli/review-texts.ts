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
  reviewStopping: {
    zh: '正在停止核对网页：已收到的请求答复完就结束，判断都已存好。再按一次立即退出',
    en: 'the review app is stopping: requests that are here are answered, and every verdict is saved. Once more ends at once',
  },
  optionBehindProxy: {
    zh: '前面有自己的 HTTPS 代理：按 X-Forwarded-For 认来源，并要求浏览器只用 HTTPS',
    en: 'a proxy of your own with HTTPS stands before it: take the address from X-Forwarded-For, and ask for HTTPS only',
  },
  optionReleases: {
    zh: '放各个数据集版本的目录，供下载页使用',
    en: 'folder of the releases that the page of downloads offers',
  },
  optionIdle: { zh: '多久不用就要重新登录', en: 'log in again after so long without doing anything' },
  optionSession: { zh: '最多多久要重新登录', en: 'log in again after so long in any case' },
  optionDoubleReview: {
    zh: '多少百分比的问题由两人各自独立判断',
    en: 'percentage of the findings that two people judge, neither seeing what the other said',
  },
  wrongPercent: (text: string) => ({
    zh: `--double-review 为 0 到 100 的整数，不是 ${text}`,
    en: `--double-review is a whole number from 0 to 100, not ${text}`,
  }),
  accountsNeeded: (host: string) => ({
    zh: `经 ${host} 或代理，不只是本机能用：必须先有账号。请先运行 npx gongkai users add 用户名 --role admin`,
    en: `through ${host} or a proxy it is open to more than this machine alone: accounts are needed first. Run npx gongkai users add NAME --role admin`,
  }),
  reviewNeedsHttps: {
    zh: '从其他机器登录须经 HTTPS：请在前面放一个代理，并加上 --behind-proxy（docs/review.md）',
    en: 'logging in from other machines works over HTTPS only: put a proxy before it and add --behind-proxy (docs/review.md)',
  },

  usersSummary: { zh: '管理核对网页的账号', en: 'the accounts of the review app' },
  usersDescription: {
    zh: '建立、列出、停用账号，改密码与角色。改动会立即结束该账号的所有登录。',
    en: 'Makes, lists and disables accounts, and changes passwords and roles. A change ends all sessions of the account at once.',
  },
  usersExample: {
    zh: '例如：\n  gongkai users add wangfang --role admin',
    en: 'Example:\n  gongkai users add wangfang --role admin',
  },
  usersAddSummary: { zh: '建立账号', en: 'make an account' },
  usersAddDescription: {
    zh: '建立一个账号。密码在终端输入两次，或由标准输入的第一行给出；至少 12 个字符，没有默认密码。',
    en: 'Makes an account. The password is typed twice on the terminal, or is the first line of standard input; 12 characters at least, and there is no default.',
  },
  usersAddExample: {
    zh: '例如：\n  gongkai users add wangfang --role auditor\n  gongkai users add wangfang --role auditor < 密码文件',
    en: 'Example:\n  gongkai users add wangfang --role auditor\n  gongkai users add wangfang --role auditor < password-file',
  },
  usersListSummary: { zh: '列出账号', en: 'list the accounts' },
  usersListDescription: {
    zh: '列出账号、角色和状态。',
    en: 'Lists the accounts with their roles and states.',
  },
  usersListExample: { zh: '例如：\n  gongkai users list', en: 'Example:\n  gongkai users list' },
  usersPasswdSummary: { zh: '改密码', en: 'give a new password' },
  usersPasswdDescription: {
    zh: '给账号一个新密码，并解除因多次失败造成的等待。',
    en: 'Gives an account a new password, and ends its wait after failed attempts.',
  },
  usersPasswdExample: {
    zh: '例如：\n  gongkai users passwd wangfang',
    en: 'Example:\n  gongkai users passwd wangfang',
  },
  usersRoleSummary: { zh: '改角色', en: 'give another role' },
  usersRoleDescription: { zh: '给账号另一个角色。', en: 'Gives an account another role.' },
  usersRoleExample: {
    zh: '例如：\n  gongkai users role wangfang lead',
    en: 'Example:\n  gongkai users role wangfang lead',
  },
  usersDisableSummary: { zh: '停用账号', en: 'disable an account' },
  usersDisableDescription: {
    zh: '账号不能再登录；它作过的决定仍在。',
    en: 'The account cannot log in any more; what it decided stays.',
  },
  usersDisableExample: {
    zh: '例如：\n  gongkai users disable wangfang',
    en: 'Example:\n  gongkai users disable wangfang',
  },
  usersEnableSummary: { zh: '恢复账号', en: 'let an account in again' },
  usersEnableDescription: {
    zh: '停用的账号又可登录。',
    en: 'An account that was disabled can log in again.',
  },
  usersEnableExample: {
    zh: '例如：\n  gongkai users enable wangfang',
    en: 'Example:\n  gongkai users enable wangfang',
  },
  argumentPerson: { zh: '用户名', en: 'name of the account' },
  optionRole: {
    zh: '角色：reader 查看，auditor 核对，lead 另可批量与裁决，admin 管理',
    en: 'role: reader sees, auditor decides, lead also in bulk and between others, admin administers',
  },
  wrongPersonName: (name: string) => ({
    zh: `不能用作用户名：${name}。用字母、数字、汉字和 . _ -，不超过 64 个字符，不能是 local`,
    en: `not a name for an account: ${name}. Letters, digits and . _ -, 64 characters at most, and not local`,
  }),
  personExists: (name: string) => ({ zh: `已有账号 ${name}`, en: `there is an account ${name} already` }),
  noSuchPerson: (name: string) => ({ zh: `没有账号 ${name}`, en: `there is no account ${name}` }),
  personSaved: (name: string) => ({ zh: `已保存账号 ${name}`, en: `account ${name} saved` }),
  passwordPrompt: (name: string) => ({ zh: `${name} 的密码：`, en: `password of ${name}: ` }),
  passwordAgain: { zh: '再输入一次：', en: 'once more: ' },
  passwordsDiffer: { zh: '两次输入的密码不同', en: 'the two passwords are not the same' },
  passwordMissing: {
    zh: '没有密码：请在终端输入，或作为标准输入的第一行给出',
    en: 'no password: type it on a terminal, or give it as the first line of standard input',
  },
  columnPerson: { zh: '用户名', en: 'name' },
  columnPersonRole: { zh: '角色', en: 'role' },
  columnPersonSince: { zh: '建立于', en: 'since' },
  columnPersonDisabled: { zh: '停用于', en: 'disabled' },
  wrongPort: (text: string) => ({
    zh: `--port 应为 0 到 65535 的数：${text}`,
    en: `--port is a number from 0 to 65535: ${text}`,
  }),
  portUnusable: (address: string, code: string) => ({
    zh: `无法监听 ${address}（${code}）：请用 --port 换一个端口，或用 --host 换一个地址`,
    en: `cannot listen on ${address} (${code}): choose another --port or --host`,
  }),
} as const;
