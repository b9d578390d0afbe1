import { readHtml } from '../../../parsers/html/read-html.ts';

/** The texts of the cells of a table by where they stand: row, column and spans that differ from 1. */
export function gridOf(table: string, index = 0): string[][] {
  return (readHtml(`<body>${table}</body>`).grids[index]?.rows ?? []).map((row) =>
    row.map(({ text, column, rowSpan, columnSpan }) => {
      const spans = rowSpan > 1 || columnSpan > 1 ? ` ${rowSpan}x${columnSpan}` : '';
      return `${text}@${column}${spans}`;
    }),
  );
}

/** The text of the only cell of a table. */
export const cellOf = (inner: string): string | undefined =>
  readHtml(`<table><tr><td>${inner}</td></tr></table>`).grids[0]?.rows[0]?.[0]?.text;
