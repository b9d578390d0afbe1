import type { Message } from '../model/finding.ts';
import type { DrillFault } from '../pipeline/restore-drill.ts';

/** What `gongkai backup` says; a part of TEXTS. */
export const BACKUP_TEXTS = {
  backupSummary: { zh: '备份数据库，或检查一份备份', en: 'back up the database, or check a backup' },
  backupDescription: {
    zh: '在线备份：他人可以同时读写。备份写好并检查无误后才以 --to 的名字出现。--verify 检查一份备份：整个文件、引用、行数、决定日志的链，并从归档重新读取随机的若干格；有问题时退出码为 12。归档是只增不改的文件，请另行复制。',
    en: 'An online backup: others may read and write meanwhile. It appears under the name --to once it is whole and has been checked. --verify checks a backup: the whole file, references, rows, the chain of decisions, and random cells read again from the archive; a fault ends with 12. The archive only ever grows: copy its files beside it.',
  },
  backupExample: {
    zh: '例如：\n  gongkai backup --to /backup/gongkai.sqlite\n  gongkai backup --verify /backup/gongkai.sqlite',
    en: 'Example:\n  gongkai backup --to /backup/gongkai.sqlite\n  gongkai backup --verify /backup/gongkai.sqlite',
  },
  optionBackupTo: { zh: '备份文件；必须不存在', en: 'file of the backup; must not exist' },
  optionVerify: { zh: '只检查这份备份', en: 'only check this backup' },
  optionBackupCells: { zh: '重新读取多少格', en: 'how many cells are read again' },
  optionSeed: {
    zh: '决定抽取哪些格；默认随机并说明',
    en: 'decides which cells; by default random, and told',
  },
  backupWhat: { zh: '请给出 --to 或 --verify 之一', en: 'give either --to or --verify' },
  backupNumber: { zh: '--cells 和 --seed 为非负整数', en: '--cells and --seed are whole numbers from 0 on' },
  backedUp: (file: string) => ({ zh: `已备份：${file}`, en: `backed up: ${file}` }),
  backupSound: (reports: number, cells: number, seed: number) => ({
    zh: `完好：报告 ${reports} 份，从归档重新读取 ${cells} 格均相同（seed ${seed}）`,
    en: `sound: ${reports} reports, ${cells} cells read again from the archive are the same (seed ${seed})`,
  }),
  backupUntried: {
    zh: '没有归档的原文可供重新读取',
    en: 'no archived document is there to be read again',
  },
  backupCellsUnread: (cells: number) => ({
    zh: `（因此有 ${cells} 格无法重新读取）`,
    en: ` (${cells} cells could not be read again for it)`,
  }),
  backupFaulty: (faults: number, seed: number) => ({
    zh: `有问题：${faults} 处（seed ${seed}）`,
    en: `faulty: ${faults} faults (seed ${seed})`,
  }),
} as const;

/** What is wrong with a copy, before the colon. */
export const BACKUP_FAULTS: Readonly<Record<DrillFault['kind'], Message>> = {
  damage: { zh: '损坏', en: 'damage' },
  rows: { zh: '行数', en: 'rows' },
  log: { zh: '决定日志断于第几条', en: 'the log of decisions breaks at event' },
  cell: { zh: '与归档不同', en: 'differs from the archive' },
  archive: { zh: '归档', en: 'archive' },
};
