import { isVariableColumn, variableName } from '../../src/forms/form.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Paragraph } from '../document.ts';
import { documentFinding } from '../document-findings.ts';
import { earlierYearOf } from './caption-year.ts';
import type { ReadRow } from './read-row.ts';

/**
 * What has to be said of tables that were read although an earlier year stands above them: the report's own were not
 * found, or an old caption was left standing.
 */
export function captionedEarlier(
  rows: readonly ReadRow[],
  paragraphs: readonly Paragraph[],
  year: number | null,
): readonly Finding[] {
  if (year === null) return [];
  const years = new Map<number, string[]>();
  for (const { block, row, columns, printed, placement } of rows) {
    const other = placement.kind === 'none' ? null : earlierYearOf(printed.grid, paragraphs, year);
    if (other === null) continue;
    const variables = columns.slots
      .filter(isVariableColumn)
      .map((column) => variableName(block, row, column));
    years.set(other, [...(years.get(other) ?? []), ...variables]);
  }
  return [...years].map(([other, variables]) =>
    documentFinding('year_conflict', { title: year, other, where: 'caption' }, variables),
  );
}
