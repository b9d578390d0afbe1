import { SPRM, type Sprm } from './sprms.ts';

/** A cell of a row as the row's definition has it: edges in twentieths of a point from the margin. */
export interface CellDefinition {
  readonly left: number;
  readonly right: number;
  readonly vertical: 'none' | 'first' | 'rest';
  /** Merged with the cell on its left, in the old way that keeps both. */
  readonly joinsLeft: boolean;
}

const CELL_SIZE = 20;
const HORIZONTAL = 0x0003;
const VERTICAL_SHIFT = 5;
const VERTICALS = ['none', 'rest', 'first', 'first'] as const;

/** The cells of a row by sprmTDefTable ([MS-DOC] 2.9.315, 2.9.325) and what merges them later; null without one. */
export function rowDefinition(sprms: readonly Sprm[]): readonly CellDefinition[] | null {
  const definition = sprms.findLast((sprm) => sprm.code === SPRM.tableDefinition)?.operand;
  if (!definition) return null;
  const count = definition.readUInt8(0);
  const edges = Array.from({ length: count + 1 }, (_, index) => definition.readInt16LE(1 + 2 * index));
  const flags = Array.from({ length: count }, (_, index) => {
    const at = 1 + 2 * (count + 1) + CELL_SIZE * index;
    return at + 2 <= definition.length ? definition.readUInt16LE(at) : 0;
  });
  const joins = joinedCells(flags.map((flag) => flag & HORIZONTAL));
  const verticals = flags.map((flag) => VERTICALS[(flag >> VERTICAL_SHIFT) & 3] ?? 'none');
  applyLater(sprms, joins, verticals);
  return flags.map((_, index) => ({
    left: edges[index] ?? 0,
    right: edges[index + 1] ?? 0,
    vertical: verticals[index] ?? 'none',
    joinsLeft: joins[index] ?? false,
  }));
}

/** A run of merged cells begins where the mark of its first cell comes again. */
function joinedCells(marks: readonly number[]): boolean[] {
  let first = 0;
  return marks.map((mark, index) => {
    const begins = mark !== 0 && ((marks[index - 1] ?? 0) === 0 || mark === first);
    if (begins) first = mark;
    return mark !== 0 && !begins;
  });
}

function applyLater(sprms: readonly Sprm[], joins: boolean[], verticals: CellDefinition['vertical'][]): void {
  for (const { code, operand } of sprms) {
    const [from = 0, to = 0] = operand;
    if (code === SPRM.mergeCells) {
      for (let cell = from + 1; cell < Math.min(to, joins.length); cell++) joins[cell] = true;
    }
    if (code === SPRM.verticalMerge && from < verticals.length) verticals[from] = VERTICALS[to & 3] ?? 'none';
  }
}
