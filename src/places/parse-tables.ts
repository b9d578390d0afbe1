import type { ChangeRelation, DivisionChange, DivisionRow } from './division.ts';
import { CHANGE_RELATIONS } from './division.ts';

/** Rows of `codes.tsv`. Throws with the line number when a line is not what the header promises. */
export function parseDivisionRows(tsv: string): DivisionRow[] {
  return parseLines(tsv, ['code', 'name', 'first_year', 'last_year'], ([code, name, first, last], where) => ({
    code: checked(code, /^\d{6}$/, where),
    name: checked(name, /^\S+$/, where),
    firstYear: Number(checked(first, /^\d{4}$/, where)),
    lastYear: last === '' ? null : Number(checked(last, /^\d{4}$/, where)),
  }));
}

/** Rows of `changes.tsv`, in the order of the file (by date). */
export function parseDivisionChanges(tsv: string): DivisionChange[] {
  const header = ['date', 'relation', 'from_code', 'from_name', 'to_code', 'to_name', 'source_note'];
  return parseLines(tsv, header, ([date, relation, fromCode, fromName, toCode, toName, note], where) => ({
    date: checked(date, /^\d{4}-\d{2}-\d{2}$/, where),
    relation: checkedRelation(relation, where),
    fromCode: checked(fromCode, relation === 'new' ? /^$/ : /^\d{6}$/, where),
    fromName: fromName ?? '',
    toCode: checked(toCode, /^\d{6}$/, where),
    toName: checked(toName, /^\S+$/, where),
    sourceNote: note ?? '',
  }));
}

/** Rows of `area-codes.tsv`: 区号 → the division codes it serves. */
export function parseAreaCodes(tsv: string): Map<string, readonly string[]> {
  return new Map(
    parseLines(tsv, ['area_code', 'divisions'], ([areaCode, divisions], where) => [
      checked(areaCode, /^0\d{2,3}$/, where),
      checked(divisions, /^\d{6}( \d{6})*$/, where).split(' '),
    ]),
  );
}

/** Rows of `postcodes.tsv`: the first two digits of a postcode → province codes. */
export function parsePostcodes(tsv: string): Map<string, readonly string[]> {
  return new Map(
    parseLines(tsv, ['first_two', 'provinces'], ([firstTwo, provinces], where) => [
      checked(firstTwo, /^\d{2}$/, where),
      checked(provinces, /^\d{2}0000( \d{2}0000)*$/, where).split(' '),
    ]),
  );
}

function parseLines<T>(
  tsv: string,
  header: readonly string[],
  read: (cells: readonly (string | undefined)[], where: string) => T,
): T[] {
  const [first, ...lines] = tsv.replace(/\r?\n$/, '').split(/\r?\n/);
  if (first !== header.join('\t'))
    throw new Error(`expected the columns ${header.join(', ')}, found: ${first}`);
  return lines.map((line, index) => {
    const cells = line.split('\t');
    const where = `line ${index + 2}: ${line}`;
    if (cells.length !== header.length) throw new Error(`expected ${header.length} cells in ${where}`);
    return read(cells, where);
  });
}

function checked(cell: string | undefined, form: RegExp, where: string): string {
  if (cell === undefined || !form.test(cell))
    throw new Error(`expected ${form} but found '${cell}' in ${where}`);
  return cell;
}

function checkedRelation(cell: string | undefined, where: string): ChangeRelation {
  const relation = CHANGE_RELATIONS.find((known) => known === cell);
  if (!relation) throw new Error(`unknown relation '${cell}' in ${where}`);
  return relation;
}
