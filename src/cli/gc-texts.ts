import type { SweepReason } from '../archive/sweep/what-may-go.ts';
import type { Message } from '../model/finding.ts';

/** What `gongkai gc` says; a part of TEXTS. */
export const GC_TEXTS = {
  gcSummary: { zh: '清理归档中不再需要的应答', en: 'take out of the archive what nobody needs any more' },
  gcDescription: {
    zh: '分两步：先标记可以清理的应答，过了宽限期（--grace）再次运行时才从 WARC 文件中去掉。报告和附件的每个版本、导入的文件、每个地址的最后一次应答，以及其他记录所引用的，始终保留。正在写入的最后一个文件不动。随时可以中断，下次继续。',
    en: 'In two steps: answers that may go are marked, and leave the WARC files when it runs again after the days of grace (--grace). Kept always: every version of a report and an attachment, what was imported, the last answer of each address, and what another record refers to. The last file, which is written to, is left alone. It may be stopped at any moment, and goes on the next time.',
  },
  gcExample: {
    zh: '例如：\n  gongkai gc --dry-run\n  gongkai gc --older-than 180d',
    en: 'Example:\n  gongkai gc --dry-run\n  gongkai gc --older-than 180d',
  },
  optionOlderThan: { zh: '只清理早于此的应答', en: 'only answers older than this' },
  optionGrace: { zh: '标记之后多久才去掉', en: 'how long after it was marked an answer goes' },
  optionGcDryRun: { zh: '只说明会做什么', en: 'only say what would be done' },
  gcMayGo: (answers: number, size: string) => ({
    zh: `可以清理：${answers} 个应答，${size}`,
    en: `may go: ${answers} answers, ${size}`,
  }),
  gcShare: (answers: number, size: string) => ({
    zh: `${answers} 个应答，${size}`,
    en: `${answers} answers, ${size}`,
  }),
  gcSwept: (answers: number, size: string) => ({
    zh: `已去掉：${answers} 个应答，释放 ${size}；其余在宽限期内，或在正在写入的文件中`,
    en: `gone: ${answers} answers, ${size} freed; the others have days of grace, or are in the file that is written to`,
  }),
  gcWouldSweep: (answers: number, size: string) => ({
    zh: `现在会去掉：${answers} 个应答，${size}（没有写入任何内容）`,
    en: `would go now: ${answers} answers, ${size} (nothing was written)`,
  }),
} as const;

/** Why answers may go, before the colon. */
export const SWEEP_WORDS: Readonly<Record<SweepReason, Message>> = {
  superseded: { zh: '列表页和 robots.txt 的旧应答', en: 'earlier answers of lists and robots.txt' },
  failed: { zh: '从未给出文件的地址的旧应答', en: 'earlier answers of addresses that never gave a document' },
  probe: { zh: '探测主机如何应答不存在的页面', en: 'probes of what hosts say of pages that are not there' },
};
