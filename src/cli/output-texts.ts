/** What the commands print while they work and when they are done; a part of TEXTS. */
export const OUTPUT_TEXTS = {
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
  skippedFiles: (count: number, names: string) => ({
    zh: `目录中跳过 ${count} 个文件，其名称不像可读取的文件：${names}`,
    en: `skipped in folders, by their names of kinds that are not read: ${count} ${count === 1 ? 'file' : 'files'}: ${names}`,
  }),
  skippedHidden: (count: number, names: string) => ({
    zh: `目录中跳过 ${count} 个隐藏文件或目录：${names}`,
    en: `skipped in folders, hidden: ${count}: ${names}`,
  }),
  noRow: (name: string, why: string) => ({
    zh: `${name}：没有数值格，CSV 中没有它的行${why && `：${why}`}`,
    en: `${name}: no cells, so it has no row in the CSV${why && `: ${why}`}`,
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
  noTablesRead: {
    zh: '没有读到任何格式的表',
    en: 'No table of any form was read',
  },
  claimsTitle: { zh: '正文所说的数：', en: 'Counts told in the prose:' },
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
  legendMoreNotes: { zh: '⁺ = 另有其他问题涉及此格', en: '⁺ = other findings are about the cell too' },
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
  corrected: { zh: '已更正', en: 'corrected' },
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
  fixDisk: {
    zh: '腾出空间：低于 --min-free 时夜间任务会暂停',
    en: 'free some space: below --min-free the nightly job pauses',
  },
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
} as const;
