/** What help says of each command; a part of TEXTS. */
export const COMMAND_TEXTS = {
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
} as const;
