import type { Grid, GridCell } from '../grid.ts';
import { cleanText } from '../normalise-label.ts';
import { CUT_MARK } from './cut-mark.ts';
import type { Field } from './line-grids.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Lines that print a table whole → its grid, each field a cell in its column. What stands in neighbouring fields again
 * and again is one cell that was written into each place it covers. In a row with more or fewer fields than the first
 * the columns are not known: its numbers are marked as unreadable.
 */
export function wholeGrid(
  text: string,
  fields: readonly (readonly Field[])[],
  index: number,
  after: number,
): Grid {
  const width = fields[0]?.length;
  let header: readonly Span[] = [];
  const rows = fields.map((row, at) => {
    const texts = row.map(({ start, end }) => cleanText(text.slice(start, end)));
    const labels = spansOf(texts, HAN);
    if (texts.every((printed) => printed === '' || HAN.test(printed))) header = labels;
    const spans = [...labels, ...header.filter((span) => isRepeated(texts, span))];
    return texts.flatMap((printed, column): readonly GridCell[] => {
      const { from, to } = spans.find((span) => span.from <= column && column <= span.to) ?? {
        from: column,
        to: column,
      };
      const field = row[column];
      if (from < column || !field) return [];
      const source = {
        kind: 'text',
        table: index,
        row: at,
        column,
        start: field.start,
        end: field.end,
      } as const;
      const isSure = row.length === width || HAN.test(printed);
      const shown = isSure ? printed : `${printed}${CUT_MARK}`;
      return [{ text: shown, row: at, column, rowSpan: 1, columnSpan: to - from + 1, source }];
    });
  });
  return { index, columnsKnown: true, after, rows };
}

const HAN = /\p{Script=Han}/u;

/** Neighbouring fields of the same label. */
function spansOf(texts: readonly string[], kind: RegExp): readonly Span[] {
  const spans: Span[] = [];
  for (const [column, printed] of texts.entries()) {
    const last = spans.at(-1);
    if (!kind.test(printed)) continue;
    if (last && last.to === column - 1 && texts[last.to] === printed)
      spans[spans.length - 1] = { from: last.from, to: column };
    else spans.push({ from: column, to: column });
  }
  return spans;
}

/** Whether the row prints one number in all the places of a column's label. */
const isRepeated = (texts: readonly string[], { from, to }: Span): boolean =>
  to > from && texts.slice(from, to + 1).every((printed) => printed === texts[from]);
