import Table from 'cli-table3';
import { type FormBlock, variableName } from '../../forms/form.ts';
import { TEXTS } from '../texts.ts';
import { headingLines, printedColumns, type TableView, valueText } from './table-view.ts';
import { widthOf, wrap } from './width.ts';

/** Two Chinese characters, or four digits. */
const MIN_WIDTH = 4;

interface ColumnGroup {
  readonly label: string;
  readonly count: number;
}

/** Blocks of one row without a label: 行政复议 and the two kinds of 行政诉讼, five numbers each. */
export function drawLongRow(blocks: readonly FormBlock[], view: TableView): string {
  return blocks.map((block) => drawBlock(block, view)).join('\n');
}

function drawBlock(block: FormBlock, view: TableView): string {
  const columns = printedColumns(block);
  const values = block.rows.flatMap((row) =>
    columns.map((column) => valueText(variableName(block, row, column), view)),
  );
  const width = Math.max(MIN_WIDTH, Math.floor((view.width - columns.length - 1) / columns.length));
  const table = new Table({
    colWidths: values.map(({ plain }) => Math.max(width, widthOf(plain))),
    colAligns: columns.map(() => 'center' as const),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  const [first, ...litigation] = groupsOf(block, view);
  if (first === undefined) return '';
  const span = ({ label, count }: ColumnGroup, rowSpan = 1) => ({
    content: wrap(label, count * (width + 1) - 3).join('\n'),
    colSpan: count,
    rowSpan,
    hAlign: 'center' as const,
    vAlign: 'center' as const,
  });
  const count = litigation.reduce((sum, group) => sum + group.count, 0);
  table.push(
    [span(first, 2), span({ label: TEXTS.litigation[view.lang], count })],
    litigation.map((group) => span(group)),
    columns.map((column) => headingLines(column, width, view.lang).join('\n')),
    values.map(({ painted }) => painted),
  );
  return table.toString();
}

function groupsOf(block: FormBlock, { lang }: TableView): ColumnGroup[] {
  const columns = printedColumns(block);
  return [...new Set(columns.map(({ group }) => group))].map((id) => ({
    label: block.columnGroups.find((group) => group.id === id)?.[lang] ?? '',
    count: columns.filter(({ group }) => group === id).length,
  }));
}
