/** What is said of wrong usage and of what went wrong; a part of TEXTS. */
export const ERROR_TEXTS = {
  // Errors
  errorPrefix: { zh: '错误：', en: 'error: ' },
  seeHelp: { zh: '用 --help 查看用法。', en: 'Run with --help to see how it is used.' },
  unknownOption: (name: string, similar: string) => ({
    zh: `没有选项 ${name}${similar && `；是否指 ${similar}？`}`,
    en: `there is no option ${name}${similar && `; did you mean ${similar}?`}`,
  }),
  unknownCommand: (name: string, similar: string) => ({
    zh: `没有命令 ${name}${similar && `；是否指 ${similar}？`}`,
    en: `there is no command ${name}${similar && `; did you mean ${similar}?`}`,
  }),
  missingArgument: (name: string) => ({ zh: `缺少参数 ${name}`, en: `${name} is missing` }),
  missingOptionValue: (name: string) => ({ zh: `选项 ${name} 缺少值`, en: `option ${name} needs a value` }),
  invalidValue: (name: string, value: string, allowed: string) => ({
    zh: `${name} 不能是 ${value}${allowed && `；可选：${allowed}`}`,
    en: `${name} cannot be ${value}${allowed && `; choose ${allowed}`}`,
  }),
  tooManyArguments: { zh: '参数过多', en: 'too many arguments' },
  unknownRule: (value: string, similar: string) => ({
    zh: `没有规则 ${value}；相近的有：${similar}（全部见 docs/rules.md）`,
    en: `there is no rule ${value}; the nearest are ${similar} (all are in docs/rules.md)`,
  }),
  wrongYear: (value: string) => ({
    zh: `--year 应为四位年份，而不是 ${value}`,
    en: `--year takes a year of four digits, not ${value}`,
  }),
  wrongDivision: (value: string) => ({
    zh: `--division 应为 2 至 6 位数字，而不是 ${value}`,
    en: `--division takes 2 to 6 digits, not ${value}`,
  }),
  wrongUrl: (option: string, value: string) => ({
    zh: `${option} 应为 http 或 https 网址，而不是 ${value}`,
    en: `${option} takes an http or https address, not ${value}`,
  }),
  urlOfWarc: {
    zh: '--url 不能用于 WARC 文件：其中每条记录自带网址',
    en: '--url is not for a WARC file: each of its records has its own address',
  },
  urlOfAddress: {
    zh: '--url 和 --attachment 用于本机的文件；网址自带出处，附件会自动取得',
    en: '--url and --attachment go with files of this machine; an address is its own, and its attachments are fetched with it',
  },
  urlForOneFile: {
    zh: '--url 只能与一个文件一起使用',
    en: '--url goes with exactly one file',
  },
  attachmentForOneFile: {
    zh: '--attachment 只能用于一个文件：先写页面，再写它的附件',
    en: '--attachment goes with one file: the page first, then its attachments',
  },
  addressGiven: (value: string) => ({
    zh: `import 只读取本机的文件，不访问 ${value}：用 gongkai extract 读取网址，或用 gongkai sources add 登记后由 gongkai run 抓取入库`,
    en: `import takes files of this machine, not ${value}: read an address with gongkai extract, or register it with gongkai sources add and let gongkai run fetch and store it`,
  }),
  notFetched: (cause: string, words: string, detail: string) => ({
    zh: `无法取得：${words}（${cause}：${detail}）`,
    en: `could not be fetched: ${words} (${cause}: ${detail})`,
  }),
  partNotFetched: (url: string, cause: string, words: string, detail: string) => ({
    zh: `附件或框架页 ${url} 无法取得：${words}（${cause}：${detail}），其中的数字未读`,
    en: `the attachment or frame ${url} could not be fetched, and its figures are not read: ${words} (${cause}: ${detail})`,
  }),
  privateAddress: {
    zh: '；本机或内网上自己的镜像或测试，用 --connect-to HOST:PORT:ADDRESS:PORT 放行（docs/cli.md）',
    en: '; a mirror or test of your own on this machine is let through by --connect-to HOST:PORT:ADDRESS:PORT (docs/cli.md)',
  },
  noDocuments: {
    zh: '给出的目录中没有可读取的文件',
    en: 'there is no document to read in what was given',
  },
  noSources: (dir: string) => ({
    zh: `${dir} 中没有来源登记：用 --sources 指定目录`,
    en: `there are no registered sources in ${dir}: name their folder with --sources`,
  }),
  unknownSource: (id: string) => ({
    zh: `没有编号为 ${id} 的来源：用 gongkai sources list 查看`,
    en: `there is no source ${id}: see gongkai sources list`,
  }),
  wrongSourceId: (id: string) => ({
    zh: `--id 应为六位代码，其后可加 - 和小写字母，而不是 ${id}`,
    en: `--id takes a code of six digits, with - and small letters if you like, not ${id}`,
  }),
  wrongAddress: (value: string) => ({
    zh: `应为 http 或 https 网址，而不是 ${value}`,
    en: `takes an http or https address, not ${value}`,
  }),
  sourceRegistered: (id: string, url: string) => ({
    zh: `${url} 已登记在来源 ${id}`,
    en: `${url} is registered already, as the source ${id}`,
  }),
  sourceFileExists: (file: string) => ({
    zh: `${file} 已存在：用 --id 指定另一个编号，或直接修改该文件`,
    en: `${file} exists already: choose another identifier with --id, or edit that file`,
  }),
  noProposal: (reasons: string) => ({
    zh: `无法提出登记内容：${reasons}`,
    en: `no entry can be proposed: ${reasons}`,
  }),
  pageNotFetched: (url: string, detail: string) => ({
    zh: `${url} 无法取得：${detail}`,
    en: `${url} could not be fetched: ${detail}`,
  }),
  diskFull: {
    zh: '磁盘已满：腾出空间后重新运行即可，已存入的内容不受影响',
    en: 'the disk is full: free some space and run again, what is stored is safe',
  },
  notPermitted: (path: string) => ({
    zh: `没有权限访问 ${path}：检查权限，或换一个位置`,
    en: `no permission for ${path}: check its permissions or choose another place`,
  }),
  pathUnusable: (path: string, code: string) => ({
    zh: `无法使用 ${path}（${code}）`,
    en: `${path} cannot be used (${code})`,
  }),
  unexpectedError: (reason: string) => ({
    zh: `程序出错：${reason}（加上 --log-level debug 可看到详情）`,
    en: `unexpected error: ${reason} (add --log-level debug for the details)`,
  }),
  stopped: {
    zh: '已停止；重新运行即可继续',
    en: 'stopped; run again to go on',
  },

  // Findings made before a document reaches the parsers
  fileMissing: { zh: '没有这个文件', en: 'there is no such file' },
  fileNotRegular: { zh: '不是普通文件，未读取', en: 'not a regular file, not read' },
  fileNotReadable: (code: string) => ({
    zh: `文件无法读取（${code}）`,
    en: `the file cannot be read (${code})`,
  }),
  fileTooLarge: (mib: number, capMib: number) => ({
    zh: `文件有 ${mib} MiB，超过上限 ${capMib} MiB，未读取`,
    en: `the file has ${mib} MiB, more than the limit of ${capMib} MiB, and was not read`,
  }),
  readerFailed: (reason: string) => ({
    zh: `读取程序出错：${reason}`,
    en: `the reader itself failed: ${reason}`,
  }),
} as const;
