import { cleanText } from '../normalise-label.ts';
import type { ReadRow } from './read-row.ts';

/** A row that a page break repeats may be misprinted; several are the rows of another table. */
const FEWEST_DISPUTED = 3;

/**
 * Two tables that print the same rows with other numbers are those of two bodies or years (a compilation, a table before
 * its correction). Their common rows are in doubt as any that is printed twice; those that one of them alone prints are
 * no more the report's than the others, and are marked as contested. A few rows beside a whole table contest none but
 * their own.
 */
export function markContested(rows: readonly ReadRow[]): readonly ReadRow[] {
  const tables = new Map<string, Printed>();
  for (const read of rows) {
    if (read.placement.kind === 'none') continue;
    const key = `${read.block.table} ${read.printed.grid.index}`;
    const printed = tables.get(key) ?? { table: read.block.table, texts: new Map() };
    printed.texts.set(nameOf(read), [...(printed.texts.get(nameOf(read)) ?? []), textOf(read)]);
    tables.set(key, printed);
  }
  const all = [...tables.values()];
  const disputed = new Set<string>();
  for (const [at, one] of all.entries()) {
    for (const other of all.slice(at + 1)) {
      if (one.table !== other.table || !areOfTwo(one, other)) continue;
      for (const [a, b] of [
        [one, other],
        [other, one],
      ] as const)
        if (b.texts.size * 2 >= a.texts.size)
          for (const name of a.texts.keys()) if (!b.texts.has(name)) disputed.add(name);
    }
  }
  return rows.map((read) => (disputed.has(nameOf(read)) ? { ...read, isContested: true } : read));
}

interface Printed {
  readonly table: string;
  readonly texts: Map<string, readonly string[]>;
}

const nameOf = ({ block, row }: ReadRow): string => `${block.table} ${block.id} ${row.id}`;

const textOf = ({ printed }: ReadRow): string => printed.values.map(({ text }) => cleanText(text)).join(' ');

/** Whether more of the rows that both print differ than agree. */
function areOfTwo(one: Printed, other: Printed): boolean {
  const common = [...one.texts].filter(([name]) => other.texts.has(name));
  const differing = common.filter(
    ([name, texts]) => !other.texts.get(name)?.some((text) => texts.includes(text)),
  );
  return differing.length >= FEWEST_DISPUTED && differing.length * 2 > common.length;
}
