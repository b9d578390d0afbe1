import type { PrintedDocument } from '../document.ts';
import type { Grid } from '../grid.ts';
import type { AssembledFlow } from '../pdf/assemble-flow.ts';
import { startRunningText } from '../running-text.ts';

/** What pictures show, and the number of paragraphs of the page before them. */
export interface PicturedFlow extends Pick<AssembledFlow, 'paragraphs' | 'grids'> {
  readonly after: number;
}

/** The document with what its pictures show put in their places; tables are counted anew. */
export function insertFlows(document: PrintedDocument, flows: readonly PicturedFlow[]): PrintedDocument {
  const text = startRunningText();
  const grids: Grid[] = [];
  const addText = (added: string): void => {
    text.inline(added);
    text.close();
  };
  const addGrid = (grid: Grid, offset: number): void =>
    void grids.push({ ...grid, index: grids.length, after: grid.after + offset });
  const steps = [
    ...document.paragraphs.map((own, index) => ({ at: index + 0.5, add: () => addText(own.text) })),
    ...document.grids.map((grid) => ({
      at: grid.after,
      add: () => addGrid(grid, text.count() - grid.after),
    })),
    ...flows.map((flow) => ({
      at: flow.after,
      add: () => {
        const offset = text.count();
        for (const grid of flow.grids) addGrid(counted(grid, grids.length), offset);
        for (const paragraph of flow.paragraphs) addText(paragraph.text);
      },
    })),
  ].sort((a, b) => a.at - b.at);
  for (const step of steps) step.add();
  return { ...document, ...text.finish(), grids };
}

/** A table of a picture, its cells placed in the table of this number. */
const counted = (grid: Grid, table: number): Grid => ({
  ...grid,
  rows: grid.rows.map((row) => row.map((cell) => ({ ...cell, source: { ...cell.source, table } }))),
});
