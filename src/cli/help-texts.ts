import type { Reparsed } from '../pipeline/reparse/reparse.ts';

/** What help says of the program and its options; a part of TEXTS. */
export const HELP_TEXTS = {
  // Help: the program
  programDescription: {
    zh: '读取中国政府信息公开年度报告，核对其中的数字，并保存为可追溯到原文的记录。',
    en: 'Reads the yearly government information disclosure reports of Chinese public bodies, checks their figures, and keeps them as records that lead back to the page.',
  },
  programAfter: {
    zh: '例如：\n  gongkai sample                  看一份真实报告如何变成记录\n  gongkai extract 报告.html       读取并核对一份已保存的报告，不写数据库\n\n用 gongkai <command> --help 查看每个命令的说明。',
    en: 'Examples:\n  gongkai sample                  see a real report become a record\n  gongkai extract report.html     read and check a saved report, without a database\n\nRun gongkai <command> --help to read about one command.',
  },
  helpUsage: { zh: '用法：', en: 'Usage:' },
  helpArguments: { zh: '参数：', en: 'Arguments:' },
  helpOptions: { zh: '选项：', en: 'Options:' },
  helpGlobalOptions: { zh: '通用选项：', en: 'Global options:' },
  helpCommands: { zh: '命令：', en: 'Commands:' },
  helpDefault: (value: string) => ({ zh: `默认：${value}`, en: `default: ${value}` }),
  helpChoices: (values: string) => ({ zh: `可选：${values}`, en: `choices: ${values}` }),
  helpEnvironment: (name: string) => ({ zh: `环境变量：${name}`, en: `env: ${name}` }),

  // Help: options
  optionDatabase: { zh: '数据库文件', en: 'database file' },
  optionArchive: { zh: '存放原始文件的目录', en: 'folder that keeps the original documents' },
  optionLogLevel: { zh: '在标准错误上报告多少', en: 'how much to report on standard error' },
  optionLang: { zh: '输出语言', en: 'language of the output' },
  optionVersion: { zh: '显示版本号', en: 'show the version' },
  helpCommand: { zh: '查看某个命令的说明', en: 'read about one command' },
  optionHelp: { zh: '显示帮助', en: 'show this help' },
  optionExtractFormat: {
    zh: '输出格式；在终端默认为 table，否则为 jsonl',
    en: 'output format; table on a terminal, else jsonl',
  },
  optionListFormat: {
    zh: '输出格式；在终端默认为 table，否则为 json',
    en: 'output format; table on a terminal, else json',
  },
  optionUrl: {
    zh: '该文件发布时的网址（只能给一个文件）',
    en: 'address where the file was published (one file only)',
  },
  optionAttachment: {
    zh: '同一份报告的附件；以最完整的一份为准，不一致处会指出',
    en: 'attachments of the same report; the fullest reading wins, disagreement is told',
  },
  optionDivision: {
    zh: '行政区划代码或其前几位，例如 2203',
    en: 'division code or its first digits, for example 2203',
  },
  optionYear: { zh: '报告年度', en: 'year that is reported about' },
  optionForm: { zh: '报告格式的版本', en: 'edition of the report form' },
  optionRule: {
    zh: '规则名，例如 applications.balance',
    en: 'name of a rule, for example applications.balance',
  },
  optionSeverity: { zh: '问题的严重程度', en: 'how serious a finding is' },
  optionSources: { zh: '来源登记目录', en: 'folder of the registered sources' },
  optionFamily: { zh: '网站发布系统', en: 'publishing system of the site' },
  optionOffline: { zh: '只核对登记文件，不访问网络', en: 'only validate the entries, fetch nothing' },
  optionSourceId: {
    zh: '编号，例如 220382-jiaoyuju；不给则由代码和网址推出',
    en: 'identifier, for example 220382-jiaoyuju; by default from the code and the address',
  },
  optionDryRun: { zh: '只显示，不写文件', en: 'show the entry, write no file' },
  argumentSources: { zh: '来源编号；不给则为全部', en: 'identifiers of sources; all when left out' },
  argumentUrl: { zh: '一份报告或一个报告列表的网址', en: 'address of a report or of a list of reports' },
  argumentPaths: {
    zh: '报告文件，或装有报告的目录（包括子目录）',
    en: 'report files, or folders of them (subfolders too)',
  },
  argumentInputs: {
    zh: '报告文件、装有报告的目录（包括子目录），或报告的网址',
    en: 'report files, folders of them (subfolders too), or addresses of reports',
  },

  optionConnectTo: {
    zh: '把对 HOST:PORT 的请求发往 ADDRESS:PORT（同 curl；HOST 可为 *；可重复），仅用于自己的镜像或测试',
    en: 'send requests for HOST:PORT to ADDRESS:PORT (as curl; HOST may be *; repeatable), for mirrors of your own',
  },
  optionDelay: {
    zh: '同一网站两次请求之间至少隔几秒；默认 3，少于 1 只能与 --connect-to 同用',
    en: 'seconds between two requests to one host; 3 by default, less than 1 only with --connect-to',
  },
  optionSource: { zh: '只抓取这一个来源', en: 'only this source' },
  optionCrawlYear: { zh: '只抓取这一年度的报告', en: 'only reports about this year' },
  optionBudget: {
    zh: '最多运行多久，例如 6h；到时停止，下次接着做',
    en: 'how long it may take, for example 6h; what is left is done by the next run',
  },
  optionCanary: {
    zh: '平时总能访问的网址（用逗号分隔）：多数网站无法连接时先问它们，有一个答复就不算断网',
    en: 'addresses that always answer (with commas between): asked when most sites do not, and one that answers says that the network is up',
  },
  optionMinFree: {
    zh: '磁盘至少留出多少空间，例如 5GiB、10%；少于此即暂停抓取（0 为不限）。默认 5 GiB，或磁盘的十分之一（至多 20 GiB）',
    en: 'space to leave on the disk, for example 5GiB or 10%; below it nothing more is fetched (0: no bound). By default 5 GiB, or a tenth of the disk up to 20 GiB',
  },
  optionWebhook: {
    zh: '有需要关注的事时，把消息发到这个网址（Slack、飞书、企业微信、钉钉，或一般 JSON）',
    en: 'where to send a message when there is something to look at (Slack, Feishu, WeCom, DingTalk, or JSON)',
  },
  optionMailTo: {
    zh: '同样的消息也发到这些邮箱（用逗号分隔）；邮件服务器由环境变量 GONGKAI_SMTP 给出',
    en: 'addresses (with commas between) that get the same message by mail; the server is in GONGKAI_SMTP',
  },
  optionHeartbeat: {
    zh: '每次运行的开始、结束与失败都访问这个网址（/start、/fail、/退出码）',
    en: 'address to call at start, end and failure of each run (/start, /fail, /exit code)',
  },
  optionAt: {
    zh: '何时运行：cron 格式，按中国时间',
    en: 'when to run: a cron pattern, in the time of China',
  },
  optionMaxAge: {
    zh: '最近一次正常结束早于此时长（如 36h）则退出码非零',
    en: 'exit code other than 0 when no run ended well within this time, for example 36h',
  },
  optionStatusFormat: { zh: '输出格式', en: 'output format' },
  wrongConnectTo: (text: string) => ({
    zh: `--connect-to 的写法不对：${text}。请写成 HOST:PORT:ADDRESS:PORT`,
    en: `not a target for --connect-to: ${text}. Write it as HOST:PORT:ADDRESS:PORT`,
  }),
  wrongDelay: (text: string) => ({
    zh: `--delay 应为秒数：${text}`,
    en: `--delay is a number of seconds: ${text}`,
  }),
  delayTooShort: (text: string) => ({
    zh: `--delay ${text} 对公开网站太快：不得少于 1 秒；只有与 --connect-to 同用（自己的镜像）时可以更短`,
    en: `--delay ${text} is too fast for the open web: 1 second at least, unless with --connect-to (a mirror of your own)`,
  }),
  wrongSchedule: (text: string) => ({
    zh: `--at 不是 cron 格式：${text}。例如 "30 2 * * *"`,
    en: `--at is no cron pattern: ${text}. For example "30 2 * * *"`,
  }),
  nextRunAt: (time: string) => ({ zh: `下次运行：${time}`, en: `next run: ${time}` }),
  noSuchSource: (name: string) => ({
    zh: `登记的来源中没有 ${name}。gongkai sources list 列出全部来源`,
    en: `no registered source is ${name}. gongkai sources list shows them all`,
  }),
  messageNotDelivered: (host: string, detail: string) => ({
    zh: `发给 ${host} 的消息没有送达：${detail}`,
    en: `the message to ${host} was not delivered: ${detail}`,
  }),
  messageKept: (file: string) => ({
    zh: `没有送达的消息存于 ${file}`,
    en: `the message that was not delivered is in ${file}`,
  }),
  runLogBroken: (file: string, code: string) => ({
    zh: `无法写入运行日志 ${file}（${code}）；运行照常继续`,
    en: `the log of the run cannot be written: ${file} (${code}); the run goes on`,
  }),
  runReportIn: (folder: string) => ({
    zh: `运行报告（JSON、文本、网页）在 ${folder}`,
    en: `the run's report (JSON, text, page) is in ${folder}`,
  }),
  reparsed: ({ documents, inserted, updated, unchanged, failed, removed }: Reparsed) => ({
    zh: `重新解析 ${documents} 份：新增 ${inserted}，更新 ${updated}，未变 ${unchanged}，失败 ${failed}；移除 ${removed}`,
    en: `parsed ${documents} again: ${inserted} new, ${updated} updated, ${unchanged} unchanged, ${failed} failed; ${removed} removed`,
  }),
  recordPlace: (file: string, offset: number) => ({
    zh: `${file} 第 ${offset} 字节起`,
    en: `${file} at ${offset}`,
  }),
  recordDamaged: { zh: '存档损坏，无法读取', en: 'damaged, cannot be read' },
  recordMissing: { zh: '存档中没有', en: 'not in the archive' },
  moreUnread: (count: number) => ({ zh: `……另有 ${count} 条`, en: `… and ${count} more` }),
  recordsUnread: (count: number) => ({
    zh: `存档中有 ${count} 条记录无法读取；此前由它们得出的报告原样保留。请从备份恢复这些文件，再运行一次 gongkai reparse`,
    en: `${count} records of the archive cannot be read; reports that were made of them before stay as they were. Restore those files from a backup and run gongkai reparse again`,
  }),
  reparseKept: (count: number) => ({
    zh: `有 ${count} 份记录按现在的解析已不成立，但有人作过判断，未移除`,
    en: `${count} records would not be made any more, but people decided about them: they were kept`,
  }),
  stopping: {
    zh: '正在停止：做完手头的就结束，下次运行接着做。再按一次立即退出',
    en: 'stopping: what is under way is finished, the next run goes on. Once more ends at once',
  },
  wrongMailAddress: (text: string) => ({
    zh: `不是邮箱地址：${text}。请写成 name@example.org，多个用逗号分隔`,
    en: `not a mail address: ${text}. Write name@example.org, with commas between several`,
  }),
  wrongMailServer: {
    zh: '--mail-to 需要环境变量 GONGKAI_SMTP，写成 smtps://用户:密码@主机:465 或 smtp://主机:25（密码中的特殊字符用 % 编码）',
    en: '--mail-to needs GONGKAI_SMTP in the environment: smtps://user:password@host:465 or smtp://host:25 (special characters of the password percent-encoded)',
  },
  wrongMinFree: (text: string) => ({
    zh: `--min-free 的写法不对：${text}。请写成 500MiB、5GiB、10% 或 0`,
    en: `not an amount of space for --min-free: ${text}. Write it as 500MiB, 5GiB, 10% or 0`,
  }),
  exportStopping: {
    zh: '正在停止：不留下只写了一半的发布数据。再按一次立即退出',
    en: 'the export is stopping: no release that is half written is left. Once more ends at once',
  },
  reparseStopping: {
    zh: '正在停止：手头的记录读完就结束，其余的保持原样；再次运行 reparse 即可重读全部。再按一次立即退出',
    en: 'reparse is stopping: the records under way are finished, the others stay as they were; run it again to read all. Once more ends at once',
  },
  wrongDuration: (text: string) => ({
    zh: `时长的写法不对：${text}。请写成 90s、30min、6h 或 2d`,
    en: `not a duration: ${text}. Write it as 90s, 30min, 6h or 2d`,
  }),
  statusNever: {
    zh: '还没有运行过。gongkai run 开始第一次运行',
    en: 'Never run. gongkai run starts the first run',
  },
  statusUnfinished: (run: number, at: string, stage: string) => ({
    zh: `第 ${run} 次运行从 ${at} 开始，尚无结果（阶段：${stage}）`,
    en: `run ${run} began at ${at} and has told no end (stage: ${stage})`,
  }),
  statusLastGood: (run: number, at: string, hours: string) => ({
    zh: `最近一次正常结束：第 ${run} 次，${at}，${hours} 小时前`,
    en: `last run that ended well: ${run}, ${at}, ${hours} hours ago`,
  }),
  statusNoGood: { zh: '还没有一次运行正常结束', en: 'no run has ended well yet' },
  statusStale: {
    zh: '太久没有正常结束的运行：请查看日志与定时任务',
    en: 'too long since a run ended well: look at the log and the timer',
  },
} as const;
