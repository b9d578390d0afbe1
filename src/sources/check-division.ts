import type { Message } from '../model/finding.ts';
import type { Source } from '../model/source-entry.ts';
import { LEVELS } from '../model/status.ts';
import { levelOfCode } from '../places/division.ts';
import { findDivision } from '../places/find-division.ts';
import { divisionInYear, type Gazetteer, successorsInYear } from '../places/gazetteer.ts';

/** What is wrong with one field of an entry. */
export interface FieldProblem {
  readonly field: keyof Source;
  readonly message: Message;
}

/**
 * Whether name, code and level of an entry fit each other in the newest list of the gazetteer. A wrong code would
 * put every report of the source under another place.
 */
export function checkDivision(source: Source, gazetteer: Gazetteer): FieldProblem[] {
  const row = divisionInYear(gazetteer, source.division, gazetteer.lastYear);
  if (!row) return [{ field: 'division', message: notInForce(source.division, gazetteer) }];
  return [...checkLevel(source), ...checkName(source, row.name, gazetteer)];
}

/** A town or a zone stands under the code of the place around it; nothing stands above its code. */
function checkLevel({ division, level }: Source): FieldProblem[] {
  const ofCode = levelOfCode(division);
  if (LEVELS.indexOf(level) >= LEVELS.indexOf(ofCode)) return [];
  return [
    {
      field: 'level',
      message: {
        zh: `级别 ${level} 高于代码 ${division} 的级别 ${ofCode}`,
        en: `the level ${level} is above that of the code ${division}, ${ofCode}`,
      },
    },
  ];
}

/** A name that several places have is good when the code is one of theirs. */
function checkName({ name, division }: Source, place: string, gazetteer: Gazetteer): FieldProblem[] {
  const { code, name: named, candidates } = findDivision({ title: name }, gazetteer.lastYear, gazetteer);
  if (code === division || (code === null && candidates.some((each) => each.code === division))) return [];
  const other = code === null ? null : `${named} ${code}`;
  return [
    {
      field: 'name',
      message: {
        zh: other
          ? `${name} 指的是${other}，而不是 ${place} ${division}`
          : `${name} 中看不出 ${place} ${division}`,
        en: other
          ? `${name} names ${other}, not ${place} ${division}`
          : `${name} does not name ${place} ${division}`,
      },
    },
  ];
}

function notInForce(division: string, gazetteer: Gazetteer): Message {
  const now = (gazetteer.unitsByCode.get(division) ?? []).flatMap((unit) => [
    ...unit.rows.filter(({ lastYear }) => lastYear === null),
    ...successorsInYear(gazetteer, unit, gazetteer.lastYear),
  ]);
  const became = [...new Set(now.map(({ code, name }) => `${name} ${code}`))].join(', ');
  const year = gazetteer.lastYear;
  return {
    zh: `${year} 年没有代码 ${division}${became && `；现为 ${became}`}`,
    en: `there is no code ${division} in ${year}${became && `; it became ${became}`}`,
  };
}
