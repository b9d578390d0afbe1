import type { ChangeRelation } from './division.ts';
import { type Gazetteer, type Unit, unitInYear, unitOfCode } from './gazetteer.ts';

/** `same`: under this very code and name. The others as in CHANGE_RELATIONS; `unknown`: no code of that year, or gone without a word. */
export type Translation = 'same' | Exclude<ChangeRelation, 'new'> | 'unknown';

export interface TranslatedCode {
  readonly relation: Translation;
  /** In the other year, in order: one, or after a split several; none when that is unknown. */
  readonly codes: readonly string[];
}

const UNKNOWN: TranslatedCode = { relation: 'unknown', codes: [] };

/**
 * The codes in the year `to` of the place that had `code` in the year `from`, and how it came to have them: the place
 * itself as long as there is one, else what it was merged or split into (forwards) or made of (backwards). Of several
 * changes on the way the one that changed most is told. A code of no list is unknown and never handed back as it is.
 */
export function translateCode(gazetteer: Gazetteer, code: string, from: number, to: number): TranslatedCode {
  const unit = unitOfCode(gazetteer, code, from);
  if (!unit) return UNKNOWN;
  const itself = unitInYear(unit, to);
  if (!itself) return throughChanges(gazetteer, unit, from, to);
  const then = unitInYear(unit, from);
  if (itself.code !== code)
    return { relation: relationWithin(gazetteer, unit, from, to), codes: [itself.code] };
  return { relation: itself.name === then?.name ? 'same' : 'rename', codes: [itself.code] };
}

/** Of one place under two codes: it has moved to another parent, or not. */
function relationWithin({ changes }: Gazetteer, { rows }: Unit, a: number, b: number): Translation {
  const codes = new Set(rows.map(({ code }) => code));
  const moved = changes.some(
    ({ date, relation, fromCode, toCode }) =>
      relation === 'parent_change' && codes.has(fromCode) && codes.has(toCode) && isBetween(date, a, b),
  );
  return moved ? 'parent_change' : 'code_change';
}

/** Follows merges and splits from the place to places of the year `to`. */
function throughChanges(gazetteer: Gazetteer, unit: Unit, from: number, to: number): TranslatedCode {
  const forwards = to > from;
  const found = new Set<string>();
  let relation: Translation = 'unknown';
  const seen = new Set<Unit>([unit]);
  const open = [unit];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const held = unitInYear(one, to);
    if (held && one !== unit) {
      found.add(held.code);
      continue;
    }
    for (const { date, relation: how, fromCode, fromName, toCode, toName } of gazetteer.changes) {
      if ((how !== 'merge' && how !== 'split') || !isBetween(date, from, to)) continue;
      const [here, there] = forwards
        ? [has(one, fromCode, fromName), unitNamed(gazetteer, toCode, toName)]
        : [has(one, toCode, toName), unitNamed(gazetteer, fromCode, fromName)];
      if (!here || !there || seen.has(there)) continue;
      if (relation !== 'split') relation = how;
      seen.add(there);
      open.push(there);
    }
  }
  return found.size === 0 ? UNKNOWN : { relation, codes: [...found].sort() };
}

/** The year of a change is the first of what it made. */
function isBetween(date: string, a: number, b: number): boolean {
  const year = Number(date.slice(0, 4));
  return Math.min(a, b) < year && year <= Math.max(a, b);
}

const has = ({ rows }: Unit, code: string, name: string): boolean =>
  rows.some((row) => row.code === code && row.name === name);
const unitNamed = ({ unitsByCode }: Gazetteer, code: string, name: string): Unit | undefined =>
  unitsByCode.get(code)?.find((unit) => has(unit, code, name));
