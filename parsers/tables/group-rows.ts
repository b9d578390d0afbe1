import type { GridCell } from '../grid.ts';
import { CATALOGUE, meaningsOf } from '../labels/label-index.ts';
import { normaliseLabel } from '../normalise-label.ts';
import type { DataRow, TablePart } from './table-part.ts';
import { hasUnlabelledRow } from './unlabelled-row.ts';

/**
 * A table whose columns stand in groups (challenges: three ways of five outcomes) may print each group as a row under
 * one header of the outcomes. Such a row is a part of its own: its label is put over its numbers, as the group's label
 * stands in the form.
 */
export function groupsOverColumns(part: TablePart): readonly TablePart[] {
  if (!hasUnlabelledRow(part.table) || part.headers.length === 0) return [part];
  const grouped = part.rows.flatMap((row) => {
    const label = groupLabel(part, row);
    return label ? [{ row, label }] : [];
  });
  const rest = part.rows.filter((row) => !grouped.some((other) => other.row === row));
  const parts = grouped.map(({ row, label }): TablePart => {
    return {
      ...part,
      headers: [[over(label, row.values)], ...part.headers],
      rows: [{ ...row, labels: [] }],
      blank: [],
    };
  });
  return grouped.length === 0 ? [part] : [...parts, ...(rest.length > 0 ? [{ ...part, rows: rest }] : [])];
}

function groupLabel({ table }: TablePart, { labels, values }: DataRow): GridCell | null {
  const label = labels.findLast(({ text }) => normaliseLabel(text) !== '');
  if (label === undefined || values.length === 0) return null;
  const groups = CATALOGUE.filter((block) => block.table === table).flatMap(({ columns }) =>
    columns.flatMap(({ group }) => group ?? []),
  );
  const isGroup = meaningsOf(label.text).some(
    (meaning) =>
      meaning.kind === 'columnGroup' && meaning.block.table === table && groups.includes(meaning.group.id),
  );
  return isGroup ? label : null;
}

const over = (label: GridCell, values: readonly GridCell[]): GridCell => {
  const column = values[0]?.column ?? label.column;
  const end = values.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), column);
  return { ...label, column, columnSpan: end - column, rowSpan: 1 };
};
