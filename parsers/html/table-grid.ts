import type { Element } from 'domhandler';
import type { Grid, GridCell } from '../grid.ts';
import { cellText } from './cell-text.ts';
import { cssPath, isElement, isShown } from './visible.ts';

/** HTML Living Standard 4.9.11: colspan is clamped to 1000, rowspan to 65534. */
const MAX_COLUMN_SPAN = 1000;
const MAX_ROW_SPAN = 65_534;
/** Slots that spans may cover in one table; a report has some 300. */
const MAX_SLOTS = 200_000;

export interface TableGrid {
  readonly grid: Grid;
  readonly cells: readonly Element[];
  /** The table claimed more slots than any report has and was cut there. */
  readonly overfull: boolean;
}

/** A table element → grid, spans unfolded by the HTML table model (Living Standard 4.9.12). */
export function tableGrid(table: Element, index: number, after: number): TableGrid {
  const tablePath = cssPath(table);
  const rows: GridCell[][] = [];
  const elements: Element[] = [];
  const busyUntil: number[] = [];
  let slots = 0;
  for (const section of rowSections(table)) {
    const end = rows.length + section.rows.length;
    for (const tr of section.rows) {
      const row = rows.length;
      const cells: GridCell[] = [];
      let column = 0;
      let position = 0;
      for (const cell of tr.element.children) {
        if (!isElement(cell)) continue;
        position++;
        if ((cell.name !== 'td' && cell.name !== 'th') || !isShown(cell)) continue;
        while ((busyUntil[column] ?? 0) > row) column++;
        const columnSpan = span(cell.attribs['colspan'], MAX_COLUMN_SPAN) || 1;
        const asked = span(cell.attribs['rowspan'], MAX_ROW_SPAN);
        const rowSpan = Math.min(asked === 0 ? end - row : asked, end - row);
        slots += columnSpan;
        if (slots > MAX_SLOTS) return { grid: gridOf(rows, index, after), cells: elements, overfull: true };
        for (let k = column; k < column + columnSpan; k++) {
          busyUntil[k] = Math.max(busyUntil[k] ?? 0, row + rowSpan);
        }
        const path = `${tablePath} > ${section.path}tr:nth-of-type(${tr.position}) > :nth-child(${position})`;
        const source = { kind: 'html', table: index, row, column, path } as const;
        cells.push({ text: cellText(cell), row, column, rowSpan, columnSpan, source });
        elements.push(cell);
        column += columnSpan;
      }
      rows.push(cells);
    }
  }
  return { grid: gridOf(rows, index, after), cells: elements, overfull: false };
}

const gridOf = (rows: GridCell[][], index: number, after: number): Grid => ({
  index,
  columnsKnown: true,
  rows,
  after,
});

/** A span as printed: digits as browsers read them; 0 stays 0 (rowspan to the end of the section). */
function span(printed: string | undefined, most: number): number {
  const digits = /^\s*\+?(\d+)/.exec(printed ?? '')?.[1];
  return digits === undefined ? 1 : Math.min(Number(digits), most);
}

interface RowSection {
  readonly path: string;
  readonly rows: readonly { readonly element: Element; readonly position: number }[];
}

/**
 * The table's own rows by section, as a browser lays them out: what is hidden takes no place, tfoot comes last. Rows
 * of tables nested in cells are not among them.
 */
function rowSections(table: Element): readonly RowSection[] {
  const sections: RowSection[] = [];
  const feet: RowSection[] = [];
  const seen = new Map<string, number>();
  for (const child of table.children) {
    if (!isElement(child)) continue;
    if (child.name !== 'tbody' && child.name !== 'thead' && child.name !== 'tfoot') continue;
    const position = (seen.get(child.name) ?? 0) + 1;
    seen.set(child.name, position);
    if (!isShown(child)) continue;
    const section = { path: `${child.name}:nth-of-type(${position}) > `, rows: rowsOf(child) };
    (child.name === 'tfoot' ? feet : sections).push(section);
  }
  return [{ path: '', rows: rowsOf(table) }, ...sections, ...feet];
}

function rowsOf(section: Element): RowSection['rows'] {
  return section.children
    .filter((child): child is Element => isElement(child) && child.name === 'tr')
    .map((element, index) => ({ element, position: index + 1 }))
    .filter(({ element }) => isShown(element));
}
