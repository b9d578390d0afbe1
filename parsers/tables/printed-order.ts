import type { FormBlock, FormColumn } from '../../src/forms/form.ts';
import type { GridCell } from '../grid.ts';
import { columnsNamed, groupNamed, isKnownElsewhere, isNamedExactly } from './name-columns.ts';

type Place = FormColumn | Held;

/** A group's label, in whose place its columns stand. */
interface Held {
  readonly group: string;
  readonly places: Place[];
}

/**
 * The columns of a header of which only the order of the labels is known, left to right: a group's columns stand where
 * its label does, whether they follow it or come level by level below all others. The group that a label of several
 * groups (结果维持) is under is the next that has no such column yet.
 *
 * @returns null unless each label is the form's own, word for word, and each column of the form is named once
 */
export function printedOrder(
  block: FormBlock,
  cells: readonly (readonly GridCell[])[],
  wanted: readonly FormColumn[],
): readonly FormColumn[] | null {
  const top: Place[] = [];
  const groups = new Map<string, Held>();
  const filled = new Map<string, Set<FormColumn>>();
  for (const cell of cells.flat()) {
    const id = groupNamed(block, cell);
    if (id !== null) {
      if (groups.has(id)) return null;
      const held: Held = { group: id, places: [] };
      groups.set(id, held);
      placesAround(block, id, groups, top).push(held);
      continue;
    }
    if (isKnownElsewhere(block, cell)) continue;
    if (!isNamedExactly(block, cell)) return null;
    const named = columnsNamed(block, cell);
    const column = named.length > 1 ? nextOf(named, groups, filled) : named[0];
    if (column === undefined) return null;
    const group = column.group ?? '';
    filled.set(group, (filled.get(group) ?? new Set()).add(column));
    placesOf(block, group, groups, top).push(column);
  }
  const order = top.flatMap(columnsAt);
  const printed = order.filter((column) => wanted.includes(column));
  return printed.length === wanted.length && new Set(order).size === order.length ? order : null;
}

const isHeld = (place: Place): place is Held => 'places' in place;

const columnsAt = (place: Place): readonly FormColumn[] =>
  isHeld(place) ? place.places.flatMap(columnsAt) : [place];

/** Where a group's own columns are put: under its label, else as if it had none. */
const placesOf = (
  block: FormBlock,
  group: string,
  groups: ReadonlyMap<string, Held>,
  top: Place[],
): Place[] => groups.get(group)?.places ?? placesAround(block, group, groups, top);

/** Where a group itself is put: within the one that its label is printed under. */
function placesAround(
  block: FormBlock,
  group: string,
  groups: ReadonlyMap<string, Held>,
  top: Place[],
): Place[] {
  const within = block.columnGroups.find(({ id }) => id === group)?.within;
  return (within === undefined ? undefined : groups.get(within)?.places) ?? top;
}

/** Of the columns that one label names, that of the first printed group that still lacks it. */
const nextOf = (
  named: readonly FormColumn[],
  groups: ReadonlyMap<string, Held>,
  filled: ReadonlyMap<string, ReadonlySet<FormColumn>>,
): FormColumn | undefined =>
  [...groups.keys()]
    .flatMap((id) => named.find(({ group }) => group === id) ?? [])
    .find((column) => !filled.get(column.group ?? '')?.has(column));
