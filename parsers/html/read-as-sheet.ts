import type { PrintedDocument } from '../document.ts';
import { tellLonelyTexts } from '../lonely-texts.ts';
import { startRunningText } from '../running-text.ts';

/**
 * A page that prints nothing outside its tables is a sheet that a spreadsheet saved (HTML named .xls): its title and its
 * headings are rows of one text.
 */
export function readAsSheet(page: PrintedDocument): PrintedDocument {
  if (page.text !== '') return page;
  const text = startRunningText();
  const grids = page.grids.map((grid) => {
    const after = text.count();
    tellLonelyTexts(grid.rows, text);
    return { ...grid, after };
  });
  return { ...page, ...text.finish(), grids };
}
