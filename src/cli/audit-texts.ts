/** What `gongkai audit` and `gongkai corrections` say, in both languages. */
export const AUDIT_TEXTS = {
  auditSummary: { zh: '核对判断记录', en: 'check the log of decisions' },
  auditDescription: {
    zh: '判断记录只增不改，逐条以散列相连。这里核对它是否仍是原来的样子。',
    en: 'The log of decisions is only ever added to, each entry chained to the one before it. This checks that it is what it was.',
  },
  auditExample: { zh: '例如：\n  gongkai audit verify', en: 'Example:\n  gongkai audit verify' },
  auditVerifySummary: {
    zh: '重新计算判断记录的散列链',
    en: 'compute the chain of the log of decisions anew',
  },
  auditVerifyDescription: {
    zh: '找出被改动、删除、插入、调换、截去或整体重写的记录，并指出第一条。后两种须与别处记下的散列比较：运行报告和数据发布中都有。不完好时退出码为 12。',
    en: 'Finds entries that were edited, deleted, inserted, moved, cut off or rewritten, and names the first. The last two show by the hashes that were written down elsewhere: in reports of runs and in releases. Exit code 12 when it is not sound.',
  },
  auditVerifyExample: {
    zh: '例如：\n  gongkai audit verify --anchor 发布目录',
    en: 'Example:\n  gongkai audit verify --anchor RELEASE',
  },
  optionAnchor: {
    zh: '记有散列的运行报告（JSON）或发布目录；可给多个',
    en: 'report of a run (JSON) or folder of a release that holds a hash; several may be given',
  },
  noAnchor: (path: string) => ({
    zh: `${path} 中没有判断记录的散列`,
    en: `${path} holds no hash of the log of decisions`,
  }),
  logSound: (events: number, anchors: number) => ({
    zh: `判断记录完好：${events} 条，与 ${anchors} 处记下的散列相符`,
    en: `the log of decisions is sound: ${events} entries, in line with ${anchors} hashes written down`,
  }),
  logHead: (events: number, hash: string) => ({
    zh: `第 ${events} 条的散列：${hash}`,
    en: `hash of entry ${events}: ${hash}`,
  }),
  logBroken: (event: number) => ({
    zh: `判断记录不完好：问题始于第 ${event} 条`,
    en: `the log of decisions is not sound: it begins to differ at entry ${event}`,
  }),
  logGap: {
    zh: '编号中断：有记录被删去或调换',
    en: 'the numbers do not go on: an entry was deleted or moved',
  },
  logEdited: {
    zh: '散列不符：此条被改动、插入或调换，或者它前面的记录被改动',
    en: 'the hash does not fit: it was edited, inserted or moved',
  },
  logShort: (from: string) => ({
    zh: `末尾被截去：${from} 记有更多条`,
    en: `its end was cut off: ${from} tells of more entries`,
  }),
  logRewritten: (from: string) => ({
    zh: `被整体重写：与 ${from} 记下的散列不符`,
    en: `it was rewritten: ${from} tells of another hash`,
  }),

  correctionsSummary: { zh: '在网页上所作的更正', en: 'corrections made in the review app' },
  correctionsDescription: {
    zh: '把网页上所作的更正变成 data/corrections 中待复核的文件。',
    en: 'Turns corrections made in the review app into files of data/corrections, to be reviewed.',
  },
  correctionsExample: {
    zh: '例如：\n  gongkai corrections export --to data/corrections',
    en: 'Example:\n  gongkai corrections export --to data/corrections',
  },
  correctionsExportSummary: {
    zh: '写成 data/corrections 的文件',
    en: 'write them as files of data/corrections',
  },
  correctionsExportDescription: {
    zh: '每个区划一个文件，已有的内容保持原样，新的更正加在后面；已在文件中更正的格不再写。',
    en: 'One file a division. What is in a file stays as it is and new corrections come behind it; a cell that is corrected there is left out.',
  },
  correctionsExportExample: {
    zh: '例如：\n  gongkai corrections export --to data/corrections',
    en: 'Example:\n  gongkai corrections export --to data/corrections',
  },
  optionCorrectionsTo: { zh: '写到哪个目录', en: 'folder to write to' },
  correctionsNowhere: {
    zh: '请用 --to 给出目录，例如 --to data/corrections',
    en: 'say where with --to, for example --to data/corrections',
  },
  correctionsWritten: (count: number) => ({
    zh: `写入 ${count} 条更正`,
    en: `${count} ${count === 1 ? 'correction' : 'corrections'} written`,
  }),
  correctionsNone: { zh: '没有要写的更正', en: 'there is no correction to be written' },
};
