import Table from 'cli-table3';
import { type FormBlock, type FormRow, type Label, variableName } from '../../forms/form.ts';
import { TEXTS } from '../texts.ts';
import {
  headingLines,
  PADDING,
  printedColumns,
  type TableView,
  type ValueText,
  valueText,
} from './table-view.ts';
import { shorten, widthOf } from './width.ts';

const MIN_LABEL_WIDTH = 16;
/** Of a value column when there are many: six characters on a full sheet, four on a narrow terminal. */
const MIN_VALUE_WIDTH = { full: 6, narrow: 4 };
const FULL_SHEET = 96;
/** What the headings of a few columns share between them. */
const HEADINGS_WIDTH = 60;
const MANY_COLUMNS = 5;

interface BlockPlan {
  readonly block: FormBlock;
  readonly rows: readonly FormRow[];
  readonly headings: readonly string[][];
  readonly values: readonly (readonly ValueText[])[];
  readonly valueWidths: readonly number[];
}

/** Blocks of rows that each have a label before them (disclosure, applications), one below the other, as wide. */
export function drawBlocks(blocks: readonly FormBlock[], view: TableView): string {
  const plans = blocks.map((block) => planBlock(block, view));
  const labels = plans.flatMap((plan) => labelsOf(plan, view)).map(widthOf);
  const widestValues = Math.max(...plans.map(({ valueWidths }) => totalWidth(valueWidths)));
  const room = view.width - widestValues - PADDING - 2;
  const labelWidth = Math.max(MIN_LABEL_WIDTH, Math.min(room, Math.max(...labels)));
  return plans.map((plan) => drawBlock(plan, labelWidth, widestValues, view)).join('\n');
}

function planBlock(block: FormBlock, view: TableView): BlockPlan {
  const columns = printedColumns(block);
  const minimum = view.width >= FULL_SHEET ? MIN_VALUE_WIDTH.full : MIN_VALUE_WIDTH.narrow;
  const most = columns.length < MANY_COLUMNS ? Math.floor(HEADINGS_WIDTH / columns.length) : minimum;
  const headings = columns.map((column) => headingLines(column, most, view.lang));
  const rows = block.rows.filter((row) =>
    columns.some((column) => !view.hidden.has(variableName(block, row, column))),
  );
  const values = rows.map((row) =>
    columns.map((column) => valueText(variableName(block, row, column), view)),
  );
  const valueWidths = headings.map((lines, index) =>
    Math.max(minimum, ...lines.map(widthOf), ...values.map((row) => widthOf(row[index]?.plain ?? ''))),
  );
  return { block, rows, headings, values, valueWidths };
}

/** With the padding and the border to the left of each column. */
const totalWidth = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width + PADDING + 1, 0);

function drawBlock(plan: BlockPlan, labelWidth: number, valuesWidth: number, view: TableView): string {
  const { block, rows, headings, values } = plan;
  const [corner = '', ...labels] = labelsOf(plan, view).map((label) => shorten(label, labelWidth));
  const table = new Table({
    head: [corner, ...headings.map((lines) => lines.join('\n'))],
    colWidths: [labelWidth, ...stretch(plan.valueWidths, valuesWidth)].map((width) => width + PADDING),
    colAligns: ['left', ...headings.map(() => 'right' as const)],
    style: { head: [], border: [], compact: true },
  });
  for (const index of rows.keys()) {
    for (const { label, depth } of headingsBefore(block, rows, index)) {
      table.push([{ content: indent(label[view.lang], depth), colSpan: headings.length + 1 }]);
    }
    table.push([labels[index] ?? '', ...(values[index] ?? []).map(({ painted }) => painted)]);
  }
  return table.toString();
}

/** A block with fewer columns is as wide as the widest one: the form prints its columns over several. */
function stretch(widths: readonly number[], total: number): number[] {
  const spare = total - totalWidth(widths);
  const each = Math.floor(spare / widths.length);
  return widths.map(
    (width, index) => width + each + (index === widths.length - 1 ? spare % widths.length : 0),
  );
}

const indent = (text: string, depth: number): string => '  '.repeat(depth) + text;

/** The label column from top to bottom: the block's head (第二十条第（一）项), then its rows. */
function labelsOf({ block, rows }: BlockPlan, { lang }: TableView): string[] {
  const corner = (block.head ?? TEXTS.tableItem)[lang];
  return [corner, ...rows.map((row) => indent(row[lang], depthOf(block, row)))];
}

function depthOf(block: FormBlock, row: FormRow): number {
  if (row.group === undefined) return 0;
  return row.group === block.rowGroups[0]?.id ? 1 : 2;
}

/** The first row group of a block holds the others: 三、本年度办理结果 stands before （三）不予公开. */
function headingsBefore(
  block: FormBlock,
  rows: readonly FormRow[],
  index: number,
): { readonly label: Label; readonly depth: number }[] {
  const group = rows[index]?.group;
  const before = rows[index - 1]?.group;
  if (group === undefined || group === before) return [];
  const [outer, ...inner] = block.rowGroups;
  const own = inner.find(({ id }) => id === group);
  return [
    ...(outer && before === undefined ? [{ label: outer, depth: 0 }] : []),
    ...(own ? [{ label: own, depth: 1 }] : []),
  ];
}
