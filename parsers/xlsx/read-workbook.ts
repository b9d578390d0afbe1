import type { Finding } from '../../src/model/finding.ts';
import type { DocumentKind, PrintedDocument } from '../document.ts';
import { documentFinding } from '../document-findings.ts';
import { withFallbackTitle } from '../docx/fallback-title.ts';
import { readOrRefuse } from '../docx/refused-file.ts';
import type { Grid } from '../grid.ts';
import { tellLonelyTexts } from '../lonely-texts.ts';
import { cleanText } from '../normalise-label.ts';
import { type RunningText, startRunningText } from '../running-text.ts';
import { hiddenFinding } from './hidden-findings.ts';
import { openXls } from './open-xls.ts';
import { openXlsx } from './open-xlsx.ts';
import { MOST, type RawSheet, type RawWorkbook } from './raw-sheet.ts';
import { type SheetCell, sheetCells } from './sheet-cells.ts';
import { sheetGrid } from './sheet-grid.ts';

/** An Office Open XML workbook → one grid a sheet, numbers as displayed, places by sheet, row and column. */
export async function readXlsx(bytes: Uint8Array): Promise<PrintedDocument> {
  return readOrRefuse('xlsx', () => printedWorkbook(openXlsx(bytes), 'xlsx'));
}

/** The same of an Excel 97–2003 workbook. */
export async function readXls(bytes: Uint8Array): Promise<PrintedDocument> {
  return readOrRefuse('xls', () => printedWorkbook(openXls(bytes), 'xls'));
}

interface Walk {
  readonly text: RunningText;
  readonly grids: Grid[];
  readonly findings: Finding[];
  readonly limits: Set<string>;
}

function printedWorkbook({ sheets, title }: RawWorkbook, kind: DocumentKind): PrintedDocument {
  const walk: Walk = { text: startRunningText(), grids: [], findings: [], limits: new Set() };
  if (sheets.length >= MOST.sheets) walk.limits.add('sheets');
  for (const [index, sheet] of sheets.entries()) readSheet(sheet, index, walk);
  const limits = [...walk.limits].map((limit) => documentFinding('too_complex', { limit }));
  const findings = [...walk.findings, ...limits];
  const document = { kind, ...walk.text.finish(), grids: walk.grids, meta: {}, findings };
  return withFallbackTitle(document, cleanText(title ?? '') || undefined);
}

function readSheet(sheet: RawSheet, index: number, walk: Walk): void {
  const { printed, hidden, covered, unseen } = sheetCells(sheet);
  if (sheet.hidden) {
    walk.findings.push(...hiddenFinding(sheet.name, 'sheet', printed));
    return;
  }
  walk.findings.push(
    ...hiddenFinding(sheet.name, 'lines', hidden),
    ...hiddenFinding(sheet.name, 'covered', covered),
    ...hiddenFinding(sheet.name, 'unseen', unseen),
  );
  if (sheet.cut) walk.limits.add('rows');
  if (printed.length === 0) return;
  const grid = sheetGrid(printed, index, walk.grids.length, walk.text.count());
  if (grid) walk.grids.push(grid);
  else walk.limits.add('slots');
  tellLonelyTexts(rowsOf(printed), walk.text);
}

/** The cells of each row, rows in order. */
function rowsOf(cells: readonly SheetCell[]): readonly (readonly SheetCell[])[] {
  const rows = new Map<number, SheetCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
}
