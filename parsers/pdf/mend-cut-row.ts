import { meaningsOf } from '../labels/label-index.ts';
import { labelOrdinal } from '../normalise-label.ts';
import { looksLikeValue } from '../read-number.ts';
import type { JoinedCell } from './joined-table.ts';

/**
 * A row cut by the page break: its first part ends `before` (which has `rows` rows), its rest is the first row of
 * `after`. Puts the rest of each label behind its beginning (`1.信访举报投诉类申` + `请`) and, when the numbers
 * stand in the rest, moves them up. True when nothing is left of the rest and its row is to go.
 */
export function mendCutRow(
  before: readonly JoinedCell[],
  rows: number,
  after: readonly JoinedCell[],
): boolean {
  const rest = after.filter((cell) => cell.row === 0);
  const ends = before.filter((cell) => cell.row + cell.rowSpan === rows);
  const values = rest.filter((cell) => isNumber(cell.text));
  let mended = false;
  for (const cell of rest) {
    if (cell.text === '' || isNumber(cell.text)) continue;
    const above = samePlace(ends, cell);
    if (!above || above.text === '' || isNumber(above.text)) continue;
    if (!continues(above.text, cell.text, values.length === 0)) continue;
    above.text = `${above.text}\n${cell.text}`;
    cell.text = '';
    mended = true;
  }
  if (mended && values.length > 0) moveValuesUp(ends, values, rest);
  return mended && rest.every((cell) => cell.text === '');
}

const isNumber = (text: string): boolean => text !== '' && looksLikeValue(text);

const samePlace = (cells: readonly JoinedCell[], cell: JoinedCell): JoinedCell | undefined =>
  cells.find((other) => other.column === cell.column && other.columnSpan === cell.columnSpan);

/**
 * Both together are a label of the form and one of them alone is not, or the rest is a label only by chance: it has
 * neither numbers nor an ordinal (2.没有现成信息 + 需要另行制作). Else, without numbers, what begins no label.
 */
function continues(beginning: string, rest: string, withoutValues: boolean): boolean {
  const isLabel = meaningsOf(rest).length > 0;
  const beginsNone = withoutValues && labelOrdinal(rest) === null;
  if (meaningsOf(beginning + rest).length > 0) {
    return beginsNone || !isLabel || meaningsOf(beginning).length === 0;
  }
  return beginsNone && !isLabel;
}

/** Only into a row that has no number of its own; else the numbers stay where they are printed. */
function moveValuesUp(
  ends: readonly JoinedCell[],
  values: readonly JoinedCell[],
  rest: readonly JoinedCell[],
): void {
  if (ends.some((cell) => isNumber(cell.text))) return;
  if (rest.some((cell) => cell.text !== '' && !values.includes(cell))) return;
  const targets = values.map((value) => samePlace(ends, value));
  if (targets.some((target) => target === undefined || target.text !== '')) return;
  for (const [index, value] of values.entries()) {
    const target = targets[index];
    if (!target) continue;
    Object.assign(target, { text: value.text, page: value.page, turn: value.turn, box: value.box });
    value.text = '';
  }
}
