import type { Block } from './blocks.ts';
import { type ByteEncoding, encodeText } from './encode.ts';
import { withRadicals } from './radicals.ts';
import type { Random } from './random.ts';
import type { Report } from './report.ts';
import type { Cell, Table } from './table.ts';
import { type LayoutOptions, losesBlanks, serialiseTable } from './text-layouts.ts';

export type TextOptions = LayoutOptions & {
  readonly newline: '\n' | '\r\n';
  readonly bar: '|' | '｜';
  /** A no-break space after the text of every cell. */
  readonly nbsp: boolean;
  /** Menus and footers around the report. */
  readonly menus: boolean;
  /** Labels cut at their line break, as the serialiser does with text after <br>. */
  readonly cutLabels: boolean;
  /** Characters as radical code points, as in text taken from a PDF. */
  readonly radicals: boolean;
  readonly encoding: ByteEncoding;
};

/** Where header labels usually break; what follows the break is lost. */
const CUTS: readonly (readonly [RegExp, string])[] = [
  [/^商业企业$/, '商业'],
  [/^科研机构$/, '科研'],
  [/^社会公益组织$/, '社会公益'],
  [/^法律服务机构$/, '法律服务'],
  [/^本年新制作数量$/, '本年新'],
  [/^本年新公开数量$/, '本年新'],
  [/^对外公开总数量$/, '对外公开'],
  [/^本年收费金额.*$/, '本年收费金额'],
];

const cutLabel = (cell: Cell): Cell => {
  const cut = cell.kind === 'label' ? CUTS.find(([pattern]) => pattern.test(cell.text)) : undefined;
  return cut === undefined ? cell : { ...cell, text: cut[1] };
};

const mapCells = (table: Table, change: (cell: Cell) => Cell): Table => ({
  ...table,
  rows: table.rows.map((row) => row.map(change)),
});

const dressed = (table: Table, options: TextOptions): Table => {
  const cut = options.cutLabels ? mapCells(table, cutLabel) : table;
  if (!options.nbsp) return cut;
  return mapCells(cut, (cell) => (cell.text === '' ? cell : { ...cell, text: `${cell.text}\u00a0` }));
};

const MENU = [
  '首页 | 政务公开 | 互动交流 | 数据发布',
  '当前位置：首页 > 政务公开 > 政府信息公开年报',
  '【字体：大 中 小】 打印 收藏',
];
const FOOTER = [
  '上一篇：2018年政府信息公开工作年度报告',
  '主办单位：人民政府办公室 联系电话：12345 网站标识码：2203820001',
];

const bodyLines = (blocks: readonly Block[], options: TextOptions, random: Random): string[] => {
  const gap = options.layout === 'L1';
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return serialiseTable(dressed(block.table, options), options, random);
    return gap ? [block.text, ''] : [block.text];
  });
};

/** L8: the whole page in one layout table, all prose between two tables on one line. */
const layoutTableLines = (
  report: Report,
  blocks: readonly Block[],
  options: TextOptions,
  random: Random,
): string[] => {
  const lines = [`${report.title} | | ${report.agency.name} | ${'|'.repeat(random.integer(250, 350))}`];
  let prose: string[] = [];
  const flush = (): void => {
    if (prose.length > 0) lines.push(`${prose.join(' ')} | ${'|'.repeat(random.integer(250, 350))}`);
    prose = [];
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      flush();
      lines.push(...serialiseTable(dressed(block.table, options), options, random));
    } else if (block.kind !== 'title') prose.push(block.text);
  }
  flush();
  return lines;
};

export const renderTextLines = (
  report: Report,
  blocks: readonly Block[],
  options: TextOptions,
  random: Random,
): string[] => {
  if (options.layout === 'L8') return layoutTableLines(report, blocks, options, random);
  const lines = bodyLines(blocks, options, random).filter((line) => options.layout === 'L1' || line !== '');
  if (options.layout === 'L9') return [lines.join(' ')];
  return options.menus ? [...MENU, ...lines, ...FOOTER] : lines;
};

export const renderText = (
  report: Report,
  blocks: readonly Block[],
  options: TextOptions,
  random: Random,
): Uint8Array => {
  const plain = renderTextLines(report, blocks, options, random).join(options.newline);
  const text = options.radicals ? withRadicals(plain) : plain;
  return encodeText(options.bar === '|' ? text : text.replace(/\|/g, options.bar), options.encoding);
};

/** The columns of blank cells cannot be known from the text. */
export const isAmbiguous = (tables: readonly Table[], options: TextOptions): boolean =>
  losesBlanks(options) &&
  tables.some((table) =>
    table.rows.some((row) => row.some((cell) => cell.variable !== undefined && cell.text === '')),
  );
