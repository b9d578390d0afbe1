import type { Random } from './random.ts';
import type { Report } from './report.ts';
import { type GroupAfterSplit, mergeTables, type Shape, splitTable } from './shapes.ts';
import type { Table, TableId } from './table.ts';

/** A document as a sequence of blocks, before any format is chosen. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly table: Table };

export type Split = {
  readonly table: TableId;
  /** Row of the whole table with which the next part begins. */
  readonly at: number;
  readonly repeatHeader: boolean;
  readonly group: GroupAfterSplit;
};

export type Arrangement = {
  readonly shapes: readonly Shape[];
  readonly splits: readonly Split[];
  readonly merge: 'none' | 'ragged' | 'even';
  /** What stands between the parts of a split table. */
  readonly between: string;
  readonly titled: boolean;
  /** The six section titles as a table of contents before the report. */
  readonly contents: boolean;
  /** Words of the tables on a page before the report, each with a page number (wild.md 14). */
  readonly cover: boolean;
  /** Tables that are not in the document: an image or nothing stands there. */
  readonly missing: readonly TableId[];
};

export const PLAIN_ARRANGEMENT: Arrangement = {
  shapes: [],
  splits: [],
  merge: 'none',
  between: '',
  titled: true,
  contents: false,
  cover: false,
  missing: [],
};

const splitInParts = (table: Table, splits: readonly Split[]): Table[] => {
  const own = splits.filter((split) => split.table === table.id).sort((a, b) => b.at - a.at);
  let head = table;
  const tail: Table[] = [];
  for (const split of own) {
    const [first, second] = splitTable(head, split.at, split.repeatHeader, split.group);
    if (first === undefined || second === undefined) continue;
    head = first;
    tail.unshift(second);
  }
  return [head, ...tail];
};

const shaped = (table: Table, shapes: readonly Shape[]): Table =>
  shapes.reduce((current, shape) => shape(current), table);

const tableBlocks = (report: Report, arrangement: Arrangement): Block[] => {
  const titles = report.headings.slice(1, 4);
  const tables = report.tables.filter((table) => !arrangement.missing.includes(table.id));
  if (arrangement.merge !== 'none') {
    const whole = tables.map((table) => shaped(table, arrangement.shapes));
    return mergeTables(whole, titles, arrangement.merge === 'even').map((table) => ({
      kind: 'table',
      table,
    }));
  }
  return report.tables.flatMap((table, at): Block[] => {
    const heading: Block = { kind: 'heading', text: titles[at] ?? '' };
    if (arrangement.missing.includes(table.id)) return [heading];
    const parts = splitInParts(table, arrangement.splits).map((part) => shaped(part, arrangement.shapes));
    const blocks = parts.flatMap((part, index): Block[] => {
      const tableBlock: Block = { kind: 'table', table: part };
      return index === 0 ? [tableBlock] : [{ kind: 'paragraph', text: arrangement.between }, tableBlock];
    });
    return [heading, ...blocks];
  });
};

const contentsBlocks = (report: Report): Block[] => [
  { kind: 'paragraph', text: '目　录' },
  ...report.headings.map((text, at): Block => ({ kind: 'paragraph', text: `${text}…………${at + 1}` })),
];

/** What a finer table of contents names: rows and columns of the tables, none of which prints its number here. */
const COVER_WORDS = [
  '规章、行政规范性文件',
  '行政许可',
  '行政处罚、行政强制',
  '行政事业性收费',
  '本年新收政府信息公开申请数量',
  '本年度办理结果',
  '结转下年度继续办理',
  '行政复议',
  '行政诉讼',
];

/** The words and the page numbers behind them. */
export const coverLines = (headings: readonly string[]): readonly (readonly [string, string])[] =>
  [...headings, ...COVER_WORDS].map((text, at) => [text, `${at + 2}`]);

const coverBlocks = (report: Report): Block[] =>
  coverLines(report.headings.slice(1, 4)).map(([text, page]) => ({
    kind: 'paragraph',
    text: `${text}……${page}`,
  }));

export const toBlocks = (report: Report, arrangement: Arrangement): readonly Block[] => [
  ...(arrangement.titled ? [{ kind: 'title', text: report.title } as const] : []),
  ...(arrangement.contents ? contentsBlocks(report) : []),
  ...(arrangement.cover ? coverBlocks(report) : []),
  { kind: 'paragraph', text: report.introduction },
  { kind: 'heading', text: report.headings[0] ?? '' },
  ...report.overview.map((text): Block => ({ kind: 'paragraph', text })),
  ...tableBlocks(report, arrangement),
  { kind: 'heading', text: report.headings[4] ?? '' },
  { kind: 'paragraph', text: report.problems },
  { kind: 'heading', text: report.headings[5] ?? '' },
  { kind: 'paragraph', text: report.others },
];

export const tablesIn = (blocks: readonly Block[]): readonly Table[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));

/** A place to split the applications table: inside a group, or at its edge. */
export const randomSplit = (
  table: Table,
  random: Random,
  group: GroupAfterSplit,
  repeatHeader: boolean,
): Split => ({
  table: table.id,
  at: random.integer(table.headerRows + 2, table.rows.length - 2),
  repeatHeader,
  group,
});
