import type { FormBlock, FormColumn } from '../../src/forms/form.ts';
import type { GridCell } from '../grid.ts';
import { meaningsOf } from '../labels/label-index.ts';
import { similarity } from '../labels/similarity.ts';
import { normaliseLabel } from '../normalise-label.ts';

/** A header label cut or misprinted still counts as its column when it is this alike. */
const ALIKE = 0.6;
/** The form columns that a header cell may name; 结果维持 names one under each of three groups. */
export function columnsNamed(block: FormBlock, cell: GridCell): readonly FormColumn[] {
  const known = named.get(block) ?? new Map<string, readonly FormColumn[]>();
  named.set(block, known);
  const columns = known.get(cell.text) ?? nameColumns(block, cell);
  // Header texts of a nation's reports are few; a hostile page's are not.
  if (known.size < MOST_NAMED) known.set(cell.text, columns);
  return columns;
}

const named = new WeakMap<FormBlock, Map<string, readonly FormColumn[]>>();
const MOST_NAMED = 2000;

function nameColumns(block: FormBlock, cell: GridCell): readonly FormColumn[] {
  const exact = meaningsOf(cell.text).flatMap((meaning) =>
    meaning.kind === 'column' && sameHeader(meaning.block, block) ? [meaning.column] : [],
  );
  if (exact.length > 0) return exact;
  if (isGroupOrCorner(block, cell)) return [];
  const key = normaliseLabel(cell.text);
  const best = Math.max(0, ...block.columns.map((column) => similarity(key, normaliseLabel(column.zh))));
  return best < ALIKE
    ? []
    : block.columns.filter((column) => similarity(key, normaliseLabel(column.zh)) === best);
}

/** Whether a header cell has the name of a column word for word, in whatever of its spellings, or is a corner. */
export const isNamedExactly = (block: FormBlock, cell: GridCell): boolean =>
  meaningsOf(cell.text).some(
    (meaning) => (meaning.kind === 'column' && sameHeader(meaning.block, block)) || meaning.kind === 'corner',
  );

const sameHeader = (a: FormBlock, b: FormBlock): boolean => a.table === b.table && a.columns === b.columns;

function isGroupOrCorner(block: FormBlock, cell: GridCell): boolean {
  return meaningsOf(cell.text).some(
    (meaning) =>
      meaning.block.table === block.table && (meaning.kind === 'columnGroup' || meaning.kind === 'corner'),
  );
}

export const groupNamed = (block: FormBlock, cell: GridCell): string | null => {
  for (const meaning of meaningsOf(cell.text)) {
    if (meaning.kind === 'columnGroup' && meaning.block.table === block.table) return meaning.group.id;
  }
  return null;
};

/** A label of the form that names no column of the block. */
export function isKnownElsewhere(block: FormBlock, cell: GridCell): boolean {
  return (
    isGroupOrCorner(block, cell) ||
    meaningsOf(cell.text).some((meaning) => meaning.kind === 'corner' || meaning.kind === 'head')
  );
}
