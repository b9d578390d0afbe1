import type { Grid } from '../../../parsers/grid.ts';

/** A grid as text: `column+columns v rows:text`, cells parted by bars, rows by line feeds; spans of 1 left out. */
export const gridLines = ({ rows }: Grid): string =>
  rows
    .map((cells) =>
      cells
        .map(({ column, columnSpan, rowSpan, text }) => {
          const wide = columnSpan === 1 ? '' : `+${columnSpan}`;
          const high = rowSpan === 1 ? '' : `v${rowSpan}`;
          return `${column}${wide}${high}:${text.replaceAll('\n', '/')}`;
        })
        .join('|'),
    )
    .join('\n');
