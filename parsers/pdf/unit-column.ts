import type { AlignedLine } from './aligned-lines.ts';
import { type Box, unionBox } from './box.ts';
import type { LabelledRow } from './labelled-row.ts';
import type { Word } from './split-words.ts';

/** A stretch of the line in which a column stands. */
export interface Span {
  readonly x0: number;
  readonly x1: number;
}

export const isOver = (a: Span, b: Span): boolean => a.x0 < b.x1 && b.x0 < a.x1;

const isBehindLabel = ({ label }: LabelledRow, { x0 }: Word): boolean =>
  label.length > 0 && label.every((word) => word.x1 <= x0);

/** The words between a row's label and its numbers that stand in the column of units. */
export const unitsOf = (row: LabelledRow, units: Span | null): readonly Word[] =>
  row.beside.filter((word) => units !== null && isBehindLabel(row, word) && isOver(word, units));

/** Where the words behind the labels stand when most rows with numbers have one: a column of units. */
export function findUnitColumn(rows: readonly LabelledRow[]): Span | null {
  const numbered = rows.filter(({ values }) => values.some(isNumber));
  const units = numbered.flatMap((row) => row.beside.filter((word) => isBehindLabel(row, word)).slice(0, 1));
  if (units.length * 2 <= numbered.length) return null;
  return units.map((word): Box => word).reduce(unionBox);
}

/** A heading's dash in the column of units is no number: it goes to what stands beside the label. */
export const withoutUnitDashes = (row: LabelledRow, units: Span): LabelledRow => {
  const dashes = row.values.filter((word) => isDashIn(word, units));
  return dashes.length === 0
    ? row
    : {
        ...row,
        beside: [...row.beside, ...dashes],
        values: row.values.filter((word) => !dashes.includes(word)),
      };
};

/** The same for a line whose numbers show where columns are. */
export const withoutDashesIn = (line: AlignedLine, units: Span): AlignedLine => ({
  ...line,
  values: line.values.filter((word) => !isDashIn(word, units)),
});

const isNumber = ({ text }: Word): boolean => /\p{Nd}/u.test(text);
const isDashIn = (word: Word, units: Span): boolean => !isNumber(word) && isOver(word, units);
