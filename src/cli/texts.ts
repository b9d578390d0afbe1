import type { ArchiveProblem } from '../archive/archive-error.ts';
import type { Message } from '../model/finding.ts';
import type { CellStatus, Level, Severity } from '../model/status.ts';
import type { ImportOutcome } from '../pipeline/import-documents.ts';
import type { Reparsed } from '../pipeline/reparse/reparse.ts';
import type { RecordLeftOut } from '../pipeline/warc-candidate.ts';
import { RULES } from '../rules/index.ts';
import { RESERVED_RULES } from '../rules/reserved-rules.ts';
import type { Verdict } from '../sources/check-source.ts';
import type { StoreProblem } from '../store/store-error.ts';
import { AUDIT_TEXTS } from './audit-texts.ts';
import { BACKUP_TEXTS } from './backup-texts.ts';
import type { CheckState } from './doctor/check.ts';
import { RELEASE_TEXTS } from './release-texts.ts';
import { REVIEW_TEXTS } from './review-texts.ts';

/** A text, or a text with numbers and names to fill in. Leaving out a language does not compile. */
// biome-ignore lint/suspicious/noExplicitAny: the parameters are checked where a text is used.
type Text = Message | ((...parts: any[]) => Message);

/**
 * Everything the command line says to a person, in both languages, side by side. Used as
 * `TEXTS.skippedFiles(3)[lang]`. Names that come from documents or the file system are escaped by the caller.
 */
export const TEXTS = {
  ...BACKUP_TEXTS,
  ...AUDIT_TEXTS,
  ...RELEASE_TEXTS,
  ...REVIEW_TEXTS,
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
  optionWebhook: {
    zh: '有需要关注的事时，把消息发到这个网址（Slack、飞书、企业微信、钉钉，或一般 JSON）',
    en: 'where to send a message when there is something to look at (Slack, Feishu, WeCom, DingTalk, or JSON)',
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
  runReportIn: (folder: string) => ({
    zh: `运行报告（JSON、文本、网页）在 ${folder}`,
    en: `the run's report (JSON, text, page) is in ${folder}`,
  }),
  reparsed: ({ documents, inserted, updated, unchanged, failed, removed }: Reparsed) => ({
    zh: `重新解析 ${documents} 份：新增 ${inserted}，更新 ${updated}，未变 ${unchanged}，失败 ${failed}；移除 ${removed}`,
    en: `parsed ${documents} again: ${inserted} new, ${updated} updated, ${unchanged} unchanged, ${failed} failed; ${removed} removed`,
  }),
  reparseKept: (count: number) => ({
    zh: `有 ${count} 份记录按现在的解析已不成立，但有人作过判断，未移除`,
    en: `${count} records would not be made any more, but people decided about them: they were kept`,
  }),
  stopping: {
    zh: '正在停止：做完手头的就结束，下次运行接着做。再按一次立即退出',
    en: 'stopping: what is under way is finished, the next run goes on. Once more ends at once',
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

  // Help: commands
  runSummary: {
    zh: '夜间任务：抓取、保存、解析、核对、入库',
    en: 'the nightly job: fetch, keep, parse, check, store',
  },
  runDescription: {
    zh: '按登记的来源抓取新的和更改的年度报告，原样存档，解析、核对后写入数据库，并写出运行报告。只请求需要的网页；被中断后再次运行即接着做。',
    en: 'Fetches what is new or changed from the registered sources, keeps it as it came, parses, checks and stores it, and writes a report of the run. Asks only for what is needed; after an interruption the next run goes on.',
  },
  runExample: {
    zh: '例如：\n  gongkai run --budget 6h\n  gongkai run --source 220800-nongyenongcunju',
    en: 'Examples:\n  gongkai run --budget 6h\n  gongkai run --source 220800-nongyenongcunju',
  },
  crawlSummary: { zh: '只抓取并存档，不解析', en: 'fetch and keep only, without parsing' },
  crawlDescription: {
    zh: '按登记的来源抓取新的网页和附件并存档；下一次 gongkai run 会解析它们。',
    en: 'Fetches what is new from the registered sources into the archive; the next gongkai run parses it.',
  },
  crawlExample: {
    zh: '例如：\n  gongkai crawl --division 22 --year 2023',
    en: 'Example:\n  gongkai crawl --division 22 --year 2023',
  },
  reparseSummary: {
    zh: '用存档重新解析全部报告，不联网',
    en: 'parse everything again from the archive, offline',
  },
  reparseDescription: {
    zh: '用现在的解析程序，从存档重新得出每一份记录；不联网。编号与人工判断保持不变。数据库丢失时也可由此重建。',
    en: 'Makes every record again from the archive with the parsers of this version, offline. Numbers of records and what people decided stay. A lost database is rebuilt the same way.',
  },
  reparseExample: {
    zh: '例如：\n  gongkai reparse',
    en: 'Example:\n  gongkai reparse',
  },
  scheduleSummary: { zh: '常驻，按时开始每次运行', en: 'stay and start a run at the configured times' },
  scheduleDescription: {
    zh: '一直运行，每到设定的时间（中国时间）执行一次 gongkai run；上一次未完时不重叠。',
    en: 'Stays running and does gongkai run at each of the times (in China); a run that lasts longer is not overlapped.',
  },
  scheduleExample: {
    zh: '例如：\n  gongkai schedule --at "30 2 * * *" --budget 6h',
    en: 'Example:\n  gongkai schedule --at "30 2 * * *" --budget 6h',
  },
  statusSummary: { zh: '最近一次运行的结果', en: 'how the last run ended' },
  statusDescription: {
    zh: '显示最近一次运行的报告，以及最近一次正常结束是在何时；供监控使用。',
    en: 'Shows the report of the last run and when a run last ended well; for monitors too.',
  },
  statusExample: {
    zh: '例如：\n  gongkai status --max-age 36h',
    en: 'Example:\n  gongkai status --max-age 36h',
  },
  extractSummary: {
    zh: '读取并核对报告文件或网址，不写数据库',
    en: 'read and check reports from files or addresses, without a database',
  },
  extractDescription: {
    zh: '读取报告文件，重建其中三张表，核对数字间的关系，并打印结果。不写任何文件。\n网址：按抓取的礼节取得网页（间隔、robots.txt），它的附件与网页合为一份报告读取。\n某个文件读不出来时，会给出带有说明的结果，并继续读取其余文件。',
    en: 'Reads reports, rebuilds their three tables, checks how the figures add up and prints the result. Writes no file.\nA page at an address is fetched politely (pauses, robots.txt) and read together with its attachments as one report.\nWhat cannot be read gives a result that says why, and the rest is read all the same.',
  },
  extractExample: {
    zh: '例如：\n  gongkai extract 报告.html\n  gongkai extract reports/ --format csv > 数值.csv\n  gongkai extract http://xxgk.shuangliao.gov.cn/szf_4966/ndbg/202202/t20220211_610647.html',
    en: 'Examples:\n  gongkai extract report.html\n  gongkai extract reports/ --format csv > values.csv\n  gongkai extract http://xxgk.shuangliao.gov.cn/szf_4966/ndbg/202202/t20220211_610647.html',
  },
  importSummary: {
    zh: '读取、核对报告文件并存入数据库',
    en: 'read and check report files and store them in the database',
  },
  importDescription: {
    zh: '保存原始文件，读取并核对其中的数字，存入数据库。同一文件再次导入不会改变任何内容。\n名称以 .warc 或 .warc.gz 结尾的文件是网页存档：找出其中的报告及附件，连同网址、日期和响应头一并存入，其余记录只计数。',
    en: 'Keeps the original documents, reads and checks their figures and stores them. Importing the same file again changes nothing.\nA file named .warc or .warc.gz is an archive of web pages: the reports and attachments in it are found and stored with their address, date and headers, other records are counted.',
  },
  importExample: {
    zh: '例如：\n  gongkai import 报告.html --url https://example.gov.cn/2021/report.html\n  gongkai import 存档.warc.gz',
    en: 'Examples:\n  gongkai import report.html --url https://example.gov.cn/2021/report.html\n  gongkai import crawl.warc.gz',
  },
  reportsSummary: { zh: '列出已存入的报告', en: 'list the stored reports' },
  reportsDescription: {
    zh: '列出数据库中的报告，可按地区、年度、格式筛选。',
    en: 'Lists the reports in the database, by place, year or form if you like.',
  },
  reportsExample: {
    zh: '例如：\n  gongkai reports --division 2203 --year 2021',
    en: 'Example:\n  gongkai reports --division 2203 --year 2021',
  },
  findingsSummary: { zh: '列出核对中发现的问题', en: 'list what the checks found' },
  findingsDescription: {
    zh: '列出数据库中各报告的问题：数字互相矛盾、读取存疑或无法核对之处。',
    en: 'Lists what is wrong or in doubt in the stored reports: figures that contradict each other, cells that are hard to read, checks that could not be made.',
  },
  findingsExample: {
    zh: '例如：\n  gongkai findings --severity error --year 2021',
    en: 'Example:\n  gongkai findings --severity error --year 2021',
  },
  sourcesSummary: { zh: '管理来源登记', en: 'list, check and add registered sources' },
  sourcesDescription: {
    zh: '来源登记：从哪里抓取谁的报告。每个机关或县一个小文件，见 data/sources。',
    en: 'The registry: whose reports are fetched, and from where. One small file an agency or county, see data/sources.',
  },
  sourcesExample: {
    zh: '例如：\n  gongkai sources list --division 22\n  gongkai sources check --offline',
    en: 'Examples:\n  gongkai sources list --division 22\n  gongkai sources check --offline',
  },
  sourcesListSummary: { zh: '列出已登记的来源', en: 'list the registered sources' },
  sourcesListDescription: {
    zh: '列出已登记的来源，可按地区、发布系统筛选。有错误的文件在标准错误上列出。',
    en: 'Lists the registered sources, by place or publishing system if you like. Files with errors are told on standard error.',
  },
  sourcesListExample: {
    zh: '例如：\n  gongkai sources list --division 22 --family trs',
    en: 'Example:\n  gongkai sources list --division 22 --family trs',
  },
  sourcesCheckSummary: { zh: '核对来源登记', en: 'check registered sources' },
  sourcesCheckDescription: {
    zh: '核对登记文件的写法、代码、重复的网址；不加 --offline 时还访问其网址，看能找到多少份报告。不存储任何内容。',
    en: 'Checks how the entries are written, their codes, and addresses that stand twice; without --offline also fetches their addresses and counts the reports found. Stores nothing.',
  },
  sourcesCheckExample: {
    zh: '例如：\n  gongkai sources check --offline\n  gongkai sources check 220800-nongyenongcunju',
    en: 'Examples:\n  gongkai sources check --offline\n  gongkai sources check 220800-nongyenongcunju',
  },
  sourcesAddSummary: { zh: '由网址登记一个来源', en: 'register a source by an address' },
  sourcesAddDescription: {
    zh: '访问一个网址，认出网站的发布系统和发布机关，提出登记内容，显示能找到的报告，并写入登记目录。',
    en: 'Fetches an address, recognises the publishing system and the agency, proposes an entry, shows the reports it would find, and writes it to the registry.',
  },
  sourcesAddExample: {
    zh: '例如：\n  gongkai sources add https://example.gov.cn/zfxxgknb/ --dry-run',
    en: 'Example:\n  gongkai sources add https://example.gov.cn/zfxxgknb/ --dry-run',
  },
  doctorSummary: { zh: '检查本机是否一切就绪', en: 'check that this machine is ready' },
  doctorDescription: {
    zh: '检查程序所需的一切，并说明如何修复。不改变任何内容。',
    en: 'Checks everything the program needs and says how to mend what is missing. Changes nothing.',
  },
  doctorExample: { zh: '例如：\n  gongkai doctor', en: 'Example:\n  gongkai doctor' },
  sampleSummary: {
    zh: '用自带的真实报告演示全过程',
    en: 'show the whole way with the real report that is included',
  },
  sampleDescription: {
    zh: '把自带的双辽市 2021 年报告存入数据库，打印重建的三张表和发现的问题。重复运行不会改变数据库。',
    en: 'Stores the included report of Shuangliao for 2021, prints its three rebuilt tables and what the checks found. Running it again changes nothing in the database.',
  },
  sampleExample: { zh: '例如：\n  gongkai sample', en: 'Example:\n  gongkai sample' },

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
  wrongYear: (value: string) => ({
    zh: `--year 应为四位年份，而不是 ${value}`,
    en: `--year takes a year of four digits, not ${value}`,
  }),
  wrongDivision: (value: string) => ({
    zh: `--division 应为 2 至 6 位数字，而不是 ${value}`,
    en: `--division takes 2 to 6 digits, not ${value}`,
  }),
  wrongUrl: (value: string) => ({
    zh: `--url 应为 http 或 https 网址，而不是 ${value}`,
    en: `--url takes an http or https address, not ${value}`,
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

  // Progress
  progressBar: { zh: '读取', en: 'reading' },
  sourcesBar: { zh: '来源', en: 'sources' },
  sourcesLine: (done: number, total: number, percent: number) => ({
    zh: `来源：已完成 ${done}/${total}（${percent}%）`,
    en: `sources done: ${done} of ${total} (${percent} %)`,
  }),
  fetchTold: (method: string, url: string, outcome: string, ms: number) => ({
    zh: `${method} ${url} → ${outcome}（${ms} 毫秒）`,
    en: `${method} ${url} → ${outcome} (${ms} ms)`,
  }),
  progressLine: (done: number, total: number, percent: number) => ({
    zh: `已读取 ${done}/${total}（${percent}%）`,
    en: `read ${done} of ${total} (${percent} %)`,
  }),
  recordProgress: (records: number, reports: number) => ({
    zh: `已读取 ${records} 条记录，找到 ${reports} 份报告`,
    en: `${records} records read, ${reports} reports found`,
  }),
  progressDone: (done: number, unread: number) => ({
    zh: `共读取 ${done} 个文件${unread ? `，其中 ${unread} 个无法读取` : ''}`,
    en: `${done} ${done === 1 ? 'file' : 'files'} read${unread ? `, ${unread} of them could not be read` : ''}`,
  }),
  skippedFiles: (count: number, hidden: number) => ({
    zh: `目录中跳过 ${count} 个无法解读的文件${hidden ? `和 ${hidden} 个隐藏文件` : ''}`,
    en: `skipped in folders: ${count} ${count === 1 ? 'file' : 'files'} of kinds that cannot be read${hidden ? ` and ${hidden} hidden` : ''}`,
  }),
  unreadFolder: (path: string, code: string) => ({
    zh: `无法打开目录 ${path}（${code}）`,
    en: `the folder ${path} cannot be opened (${code})`,
  }),

  // A report on the terminal
  untitled: { zh: '（未找到标题）', en: '(no title found)' },
  unknownAgency: { zh: '未能认出机关', en: 'agency not recognised' },
  unknownPlace: { zh: '未能认出地区', en: 'place not recognised' },
  unknownYear: { zh: '年度不明', en: 'year unknown' },
  unknownForm: {
    zh: '未能认出报告格式，没有可重建的表',
    en: 'no report form recognised, so there is no table to rebuild',
  },
  aboutYear: (year: number) => ({ zh: `${year} 年`, en: `${year}` }),
  period: (from: string, to: string) => ({ zh: `统计期限 ${from} 至 ${to}`, en: `covers ${from} to ${to}` }),
  published: (date: string) => ({ zh: `${date} 发布`, en: `published ${date}` }),
  tableMissing: { zh: '报告中没有找到这张表', en: 'this table was not found in the report' },
  tableItem: { zh: '项目', en: 'item' },
  litigation: { zh: '行政诉讼', en: 'litigation' },
  legend: { zh: '表中：', en: 'In the tables: ' },
  legendBlank: { zh: '空格 = 原文为空', en: 'empty = printed empty' },
  legendAbsent: { zh: '· = 原文没有这一格', en: '· = not printed' },
  legendAmbiguous: { zh: '? = 有数字但不能确定属于哪一格', en: '? = numbers whose column is not certain' },
  legendUnreadable: { zh: '! = 不是数字', en: '! = not a number' },
  legendNoTable: { zh: '× = 缺少这张表', en: '× = table missing' },
  legendImputed: { zh: '[n] = 由算术推出，原文未印', en: '[n] = follows from arithmetic, not printed' },
  legendNote: { zh: '¹ = 见第 1 个问题', en: '¹ = see finding 1' },
  findingsTitle: (count: number) => ({
    zh: `发现 ${count} 个问题`,
    en: count === 1 ? '1 finding' : `${count} findings`,
  }),
  noFindings: { zh: '没有发现问题', en: 'No findings' },
  checksMade: (pass: number, fail: number, open: number) => ({
    zh: `核对 ${pass + fail + open} 项：${pass} 项相符，${fail} 项不符，${open} 项无法核对`,
    en: `${pass + fail + open} checks: ${pass} hold, ${fail} fail, ${open} could not be made`,
  }),
  notEvaluableTitle: { zh: '无法核对的：', en: 'Checks that could not be made:' },
  times: (count: number) => ({ zh: `${count} 处`, en: `${count} ×` }),
  arithmetic: (expected: string, actual: string, delta: string) => ({
    zh: `应为 ${expected}，实为 ${actual}，相差 ${delta}`,
    en: `expected ${expected}, found ${actual}, difference ${delta}`,
  }),
  concerns: (names: string) => ({ zh: `涉及：${names}`, en: `Concerns: ${names}` }),
  andMore: (count: number) => ({ zh: `及另外 ${count} 项`, en: `and ${count} more` }),
  suggestion: (changes: string, why: string, rank: string) => ({
    zh: `可能的更正：${changes}${why && `（${why}）`}${rank && `；${rank}`}`,
    en: `Possible repair: ${changes}${why && ` (${why})`}${rank && `; ${rank}`}`,
  }),
  onlySmallest: { zh: '最小的改法只有这一种', en: 'the only change as small' },
  equallySmall: (count: number) => ({
    zh: `同样小的改法共 ${count} 种，不能确定是哪一种`,
    en: `one of ${count} equally small changes: which it is cannot be told`,
  }),
  readTwice: { zh: '换一种读法，数字相同', en: 'Read a second way, the numbers are the same' },
  nextTitle: { zh: '接下来可以：', en: 'What to do next:' },
  nextImport: { zh: '存入数据库', en: 'store it in the database' },
  nextJson: { zh: '得到每个数字及其在原文中的位置', en: 'get each number with its place in the document' },
  nextReports: { zh: '列出已存入的报告', en: 'list the stored reports' },
  nextFindings: { zh: '列出所有问题', en: 'list all findings' },
  nextOwnFile: { zh: '读取你自己的报告', en: 'read a report of your own' },
  nextHelp: { zh: '查看所有命令', en: 'see all commands' },

  // Import and sample
  importTotals: (inserted: number, updated: number, unchanged: number, failed: number, skipped: number) => ({
    zh: `新存入 ${inserted} 份，更新 ${updated} 份，未变 ${unchanged} 份，失败 ${failed} 份${skipped ? `，未处理 ${skipped} 份` : ''}`,
    en: `${inserted} added, ${updated} updated, ${unchanged} unchanged, ${failed} failed${skipped ? `, ${skipped} not taken` : ''}`,
  }),
  warcRead: (file: string, records: number, documents: number) => ({
    zh: `${file}：读取 ${records} 条记录，找到 ${documents} 份报告或其附件`,
    en: `${file}: ${records} ${records === 1 ? 'record' : 'records'} read, ${documents} ${documents === 1 ? 'report or attachment' : 'reports or attachments'} found`,
  }),
  warcLeftOut: { zh: '未存入的记录：', en: 'Records that were not stored:' },
  warcUnreadable: (file: string) => ({
    zh: `${file} 中没有可读取的 WARC 记录`,
    en: `there is no WARC record to read in ${file}`,
  }),
  warcDamaged: (file: string) => ({
    zh: `${file} 有损坏或不完整之处：能读出的内容均已处理`,
    en: `${file} is damaged or cut off in places: all that can be read was taken`,
  }),
  errorCount: (count: number) => ({ zh: `${count} 处错误`, en: count === 1 ? '1 error' : `${count} errors` }),
  correctionNotApplied: (place: string, state: 'failed' | 'unused') => ({
    zh: state === 'failed' ? `更正未采用（原文已变）：${place}` : `更正未用到：${place}`,
    en:
      state === 'failed'
        ? `a correction does not fit what is printed: ${place}`
        : `a correction is not used: ${place}`,
  }),
  storedIn: (database: string, archive: string) => ({
    zh: `数据库：${database}\n原始文件：${archive}`,
    en: `Database: ${database}\nOriginals: ${archive}`,
  }),
  storedCounts: (cells: number, findings: number) => ({
    zh: `${cells} 个数值格（含原文、状态与位置），${findings} 个问题`,
    en: `${cells} cells, each with its printed text, status and place; ${findings} findings`,
  }),
  storedTitle: (outcome: string) => ({ zh: `数据库（${outcome}）：`, en: `Stored (${outcome}):` }),
  sampleMissing: (file: string) => ({
    zh: `缺少自带的报告 ${file}：请重新安装或重新获取源码`,
    en: `the included report ${file} is missing: install or clone again`,
  }),

  // Sources
  sourcesGood: (count: number) => ({
    zh: `${count} 个来源的登记无误`,
    en: `${count} ${count === 1 ? 'source is' : 'sources are'} registered without a fault`,
  }),
  sourcesFaulty: (faults: number, files: number) => ({
    zh: `${files} 个文件中有 ${faults} 处错误`,
    en: `${faults} ${faults === 1 ? 'fault' : 'faults'} in ${files} ${files === 1 ? 'file' : 'files'}`,
  }),
  sourcesReached: (good: number, all: number) => ({
    zh: `${all} 个来源中 ${good} 个正常`,
    en: `${good} of ${all} ${all === 1 ? 'source' : 'sources'} as expected`,
  }),
  addressFailed: (id: string, url: string, detail: string) => ({
    zh: `${id}：${url} 无法取得：${detail}`,
    en: `${id}: ${url} could not be fetched: ${detail}`,
  }),
  listCut: (id: string, url: string) => ({
    zh: `${id}：${url} 的页数超过上限，未读完`,
    en: `${id}: ${url} has more pages than the limit and was not read to its end`,
  }),
  wouldFind: (count: number) => ({
    zh: `能找到 ${count} 份报告${count ? '：' : ''}`,
    en: `It would find ${count} ${count === 1 ? 'report' : 'reports'}${count ? ':' : ''}`,
  }),
  sourceWritten: (file: string) => ({ zh: `已写入 ${file}`, en: `written to ${file}` }),
  sourceNotWritten: (file: string) => ({ zh: `未写入：${file}`, en: `not written: ${file}` }),
  columnSource: { zh: '编号', en: 'id' },
  columnName: { zh: '名称', en: 'name' },
  columnFamily: { zh: '系统', en: 'system' },
  columnYears: { zh: '年度', en: 'years' },
  columnExpected: { zh: '份数', en: 'expected' },
  columnFound: { zh: '找到', en: 'found' },
  columnChecked: { zh: '核对日期', en: 'checked' },
  columnVerdict: { zh: '结果', en: 'result' },
  neverFetched: { zh: '未访问过', en: 'never' },

  // Lists
  notChecked: { zh: '无法核对：', en: 'not checked: ' },
  columnId: { zh: '编号', en: 'id' },
  columnAgency: { zh: '机关', en: 'agency' },
  columnPlace: { zh: '地区', en: 'place' },
  columnDivision: { zh: '代码', en: 'code' },
  columnYear: { zh: '年度', en: 'year' },
  columnForm: { zh: '格式', en: 'form' },
  columnReport: { zh: '报告', en: 'report' },
  superseded: { zh: '（已被取代）', en: ' (superseded)' },
  columnSeverity: { zh: '程度', en: 'severity' },
  columnMessage: { zh: '说明', en: 'message' },
  nothingStored: { zh: '没有符合条件的内容', en: 'nothing stored matches' },
  listed: (count: number) => ({ zh: `共 ${count} 条`, en: `${count} listed` }),

  // Doctor
  doctorNode: { zh: 'Node.js', en: 'Node.js' },
  doctorSqlite: { zh: 'SQLite', en: 'SQLite' },
  doctorDatabase: { zh: '数据库', en: 'database' },
  doctorArchive: { zh: '原始文件目录', en: 'archive' },
  doctorDisk: { zh: '可用磁盘空间', en: 'free disk space' },
  doctorSample: { zh: '自带报告', en: 'included report' },
  doctorEncoding: { zh: '中文编码', en: 'Chinese encodings' },
  doctorChromium: { zh: 'Chromium', en: 'Chromium' },
  doctorFix: (fix: string) => ({ zh: `修复：${fix}`, en: `fix: ${fix}` }),
  doctorAllGood: { zh: '一切就绪', en: 'everything is ready' },
  doctorProblems: (count: number) => ({ zh: `${count} 处需要修复`, en: `${count} to mend` }),
  fixNode: (wanted: string) => ({
    zh: `安装 Node.js ${wanted} 或更新版本`,
    en: `install Node.js ${wanted} or newer`,
  }),
  fixSqlite: { zh: '运行 npm rebuild better-sqlite3', en: 'run npm rebuild better-sqlite3' },
  databaseNotYet: (file: string) => ({
    zh: `${file} 尚不存在，首次导入时建立`,
    en: `${file} does not exist yet, the first import makes it`,
  }),
  databaseFine: (file: string, pragmas: string) => ({
    zh: `${file}（${pragmas}）`,
    en: `${file} (${pragmas})`,
  }),
  networkFilesystem: (kind: string) => ({
    zh: `位于网络文件系统（${kind}）`,
    en: `lies on a network file system (${kind})`,
  }),
  fixNetworkFilesystem: {
    zh: 'SQLite 在网络盘上可能损坏：用 --database 指定本机磁盘上的文件',
    en: 'SQLite can be damaged there: name a file on a local disk with --database',
  },
  writable: (path: string) => ({ zh: `${path} 可写`, en: `${path} can be written` }),
  notWritable: (path: string) => ({ zh: `${path} 不可写`, en: `${path} cannot be written` }),
  fixWritable: {
    zh: '修改目录权限，或用 --archive、--database 指定另一个位置',
    en: 'change the permissions, or choose another place with --archive and --database',
  },
  diskFree: (gib: string) => ({ zh: `${gib} GiB`, en: `${gib} GiB` }),
  fixDisk: { zh: '腾出空间：导入会在空间不足时停止', en: 'free some space: imports stop when it runs out' },
  present: (path: string) => ({ zh: `${path}`, en: `${path}` }),
  missing: (path: string) => ({ zh: `缺少 ${path}`, en: `${path} is missing` }),
  fixReinstall: { zh: '重新安装或重新获取源码', en: 'install or clone again' },
  encodingsFine: (icu: string) => ({
    zh: `gb18030 可解码，ICU ${icu}`,
    en: `gb18030 can be decoded, ICU ${icu}`,
  }),
  encodingsMissing: { zh: '不能解码 gb18030', en: 'gb18030 cannot be decoded' },
  fixEncodings: {
    zh: '安装带完整 ICU 的 Node.js（官方版本即是）',
    en: 'install a Node.js with full ICU (the official builds have it)',
  },
  chromiumAt: (path: string) => ({ zh: path, en: path }),
  chromiumNone: {
    zh: '未找到；只有读取需要脚本的网页时才用到',
    en: 'not found; only needed for pages that work through scripts',
  },
  fixChromium: {
    zh: '运行 node scripts/ensure-browser.mjs，或用 GONGKAI_CHROMIUM 指明位置',
    en: 'run node scripts/ensure-browser.mjs, or name it in GONGKAI_CHROMIUM',
  },
} as const satisfies Record<string, Text>;

export const SEVERITY_NAMES: Record<Severity, Message> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  question: { zh: '待定', en: 'question' },
  info: { zh: '提示', en: 'info' },
};

export const STATE_NAMES: Record<CheckState, Message> = {
  ok: { zh: '正常', en: 'ok' },
  info: { zh: '提示', en: 'info' },
  warn: { zh: '注意', en: 'warn' },
  fail: { zh: '失败', en: 'fail' },
};

export const OUTCOME_NAMES: Record<ImportOutcome, Message> = {
  inserted: { zh: '新存入', en: 'added' },
  updated: { zh: '已更新', en: 'updated' },
  unchanged: { zh: '未变', en: 'unchanged' },
  failed: { zh: '失败', en: 'failed' },
  skipped: { zh: '未处理', en: 'not taken' },
};

export const VERDICT_NAMES: Record<Verdict, Message> = {
  good: { zh: '正常', en: 'good' },
  some_failed: { zh: '部分失败', en: 'some failed' },
  too_few: { zh: '太少', en: 'too few' },
  too_many: { zh: '太多', en: 'too many' },
  unreachable: { zh: '无法访问', en: 'unreachable' },
};

export const RECORD_LEFT_OUT_NAMES: Record<RecordLeftOut, Message> = {
  other_record: { zh: '请求或抓取说明', en: 'requests and notes on the crawl' },
  revisit: { zh: '与先前相同的重复抓取', en: 'revisits, the same as an earlier record' },
  status: {
    zh: '服务器未返回正文（状态码不是 200）',
    en: 'answers without a document (status other than 200)',
  },
  other_kind: { zh: '图片、脚本等其他类型', en: 'pictures, scripts and other kinds' },
  not_a_report: { zh: '不是年度报告', en: 'no annual reports' },
  no_text: { zh: '没有文字、也没有报告页链接到的扫描件', en: 'scans without text that no report links to' },
  too_large: { zh: '超过大小限制', en: 'over the limit of size' },
  undecodable: { zh: '无法解压的内容', en: 'contents that cannot be decompressed' },
  truncated: { zh: '抓取时即不完整', en: 'cut off by the crawler' },
  damaged: { zh: '已损坏', en: 'damaged' },
};

export const LEVEL_NAMES: Record<Level, Message> = {
  province: { zh: '省级', en: 'province' },
  prefecture: { zh: '地级', en: 'prefecture' },
  county: { zh: '县级', en: 'county' },
  township: { zh: '乡级', en: 'township' },
};

/** The sign that stands in a table for a cell without a number, and what the legend says of it. */
export const STATUS_SIGNS: Record<
  Exclude<CellStatus, 'reported' | 'dash'>,
  { sign: string; legend: Message }
> = {
  blank: { sign: '', legend: TEXTS.legendBlank },
  absent: { sign: '·', legend: TEXTS.legendAbsent },
  ambiguous: { sign: '?', legend: TEXTS.legendAmbiguous },
  unreadable: { sign: '!', legend: TEXTS.legendUnreadable },
  no_table: { sign: '×', legend: TEXTS.legendNoTable },
};

/** Column headings that fit the narrow columns of a terminal; Chinese headings are short enough as printed. */
export const NARROW_HEADINGS: Readonly<Record<string, string>> = {
  natural_person: 'person',
  commercial_enterprise: 'busi-ness',
  research_institution: 're-search',
  public_welfare_org: 'wel-fare',
  legal_service_org: 'legal',
  other_org: 'other',
  total: 'total',
  upheld: 'uph.',
  corrected: 'corr',
  other: 'oth.',
  pending: 'pend',
};

/** A database that cannot be used, and what to do about it; the English words are those of the error itself. */
export const STORE_PROBLEMS_ZH: Record<StoreProblem, string> = {
  missing: '数据库不存在。请检查 --database，或先用 gongkai import 导入文件（会自动建立）。',
  exists: '文件已存在。请换一个名字：程序从不覆盖文件。',
  not_a_file: '不是文件。请用 --database 给出文件的路径。',
  empty_file: '文件是空的，不是数据库。如无其他用途，请把它移走；程序会在原处建立新的数据库。',
  not_a_database: '不是 SQLite 数据库。请用 --database 指定另一个文件；此文件未被改动。',
  foreign: '是其他程序的数据库。请用 --database 指定另一个文件；此文件未被改动。',
  corrupt: '数据库已损坏。请把它移走并从备份恢复，或用 gongkai reparse 从原始文件重建。',
  newer_schema: '由更新版本的 gongkai 写成。请使用该版本或更新的版本。',
  older_schema: '由旧版本写成。请先运行一次会写入的命令（如 gongkai import）完成升级。',
  changed_migration: '数据库的升级记录与本版本不符。请使用写成它的 gongkai 版本。',
  no_access: '无法读写。请检查文件及其所在目录的权限，目录也须可写。',
  locked: '正被另一个程序使用。请等它结束，或停止该程序。',
  run_locked: '另一次运行尚未结束。请等它结束，或停止它。',
  disk_full: '磁盘已满。腾出空间后重新运行即可，已存入的内容不受影响。',
  pragma: '所在的文件系统不适合存放数据库。请放在本机磁盘上，不要放在网络盘上。',
  unknown_variable: '数据库中的变量表与本版本不符。请用会写入的命令（如 gongkai import）更新。',
  bad_input: '程序出错，不是数据库的问题，请报告此错误。',
};

/** What each rule demands, in words; a stored rule of another version has none here and is shown by its name. */
export const RULE_TITLES: Readonly<Record<string, Message>> = Object.fromEntries(
  Object.entries({ ...RULES, ...RESERVED_RULES }).map(([rule, { title }]) => [rule, title]),
);

/** An archive that cannot be used, and what to do about it. */
export const ARCHIVE_PROBLEMS_ZH: Record<ArchiveProblem, string> = {
  locked: '正被另一个进程写入。请等它结束，或停止该进程。',
  no_access: '无法读写。请检查 --archive 和该目录的权限。',
  disk_full: '磁盘已满。腾出空间后重新运行即可，已保存的内容不受影响。',
  damaged: '文件已损坏。请从备份恢复该文件；其他记录仍可读取。',
  missing: '文件不存在。请检查 --archive。',
};
