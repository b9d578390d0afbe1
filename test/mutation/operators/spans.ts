import type { Random } from '../../generate/random.ts';
import { dropSpans, fillLostSpans } from '../../generate/shapes.ts';
import type { Cell, Table } from '../../generate/table.ts';
import type { Operator } from '../mutant.ts';
import { inSomeTable, pickOrNull, withCell } from '../table-view.ts';

const changeSpan =
  (name: 'colspan' | 'rowspan') =>
  (table: Table, random: Random): { table: Table; did: string } | null => {
    const up = random.chance(0.5);
    const found = pickOrNull(
      random,
      table.rows.flatMap((cells, row) =>
        cells.flatMap((cell, at) =>
          cell.kind === 'label' && (up || cell[name] > 1) ? [{ row, at, cell }] : [],
        ),
      ),
    );
    if (!found) return null;
    const cell: Cell = { ...found.cell, [name]: found.cell[name] + (up ? 1 : -1) };
    return {
      table: withCell(table, found.row, found.at, cell),
      did: `${name} ${cell[name]} for ${found.cell[name]}: ${cell.text}`,
    };
  };

const onTable = (
  name: string,
  change: (table: Table, random: Random) => { table: Table; did: string } | null,
): Operator => ({
  name,
  // Flattened text has no spans but for the padding they leave, which the recipes vary.
  renderings: ['html', 'docx', 'xlsx', 'pdf'],
  on: 'blocks',
  mutate: (blocks, random) => inSomeTable(blocks, random, (table) => change(table, random)),
});

export const SPAN_OPERATORS: readonly Operator[] = [
  onTable('colspan', changeSpan('colspan')),
  onTable('rowspan', changeSpan('rowspan')),
  onTable('lose-spans', (table, random) => {
    const shape = random.pick([fillLostSpans, dropSpans(false), dropSpans(true)]);
    return { table: shape(table), did: 'lost all spans' };
  }),
];
