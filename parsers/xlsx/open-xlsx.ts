import { mainPartName, partRelations, propertyTitle } from '../docx/package-parts.ts';
import { RefusedFile } from '../docx/refused-file.ts';
import { childOf, childrenOf, parseXml } from '../docx/xml.ts';
import { openZip, readZipEntry, type Zip } from '../docx/zip.ts';
import { MOST, type RawWorkbook } from './raw-sheet.ts';
import { readSheetXml } from './sheet-xml.ts';
import { readWorkbookTables } from './workbook-tables.ts';

const WORKBOOK = 'xl/workbook.xml';
/** All sheets together, decoded; a 统计表 has some 50 KB. */
const MOST_BYTES = 32 * 1024 * 1024;

/** An Office Open XML workbook → its sheets, cells as displayed. Throws RefusedFile or RangeError. */
export function openXlsx(bytes: Uint8Array): RawWorkbook {
  const zip = openZip(bytes);
  const name = mainPartName(zip, WORKBOOK);
  const part = readZipEntry(zip, name);
  if (!part || name.endsWith('.bin')) throw new RefusedFile('unsupported', { kind: 'xlsb' });
  const workbook = parseXml(part, name);
  const relations = partRelations(zip, name);
  const date1904 = ['1', 'true'].includes(childOf(workbook, 'workbookPr')?.attribs['date1904'] ?? '');
  const tables = readWorkbookTables(zip, relations, date1904);
  const sheets = childrenOf(childOf(workbook, 'sheets'), 'sheet')
    .slice(0, MOST.sheets)
    .map(({ attribs }) => ({
      name: attribs['name'] ?? '',
      hidden: (attribs['state'] ?? 'visible') !== 'visible',
      path: relations.get(attribs['r:id'] ?? '')?.target ?? '',
    }));
  checkSize(
    zip,
    sheets.map(({ path }) => path),
  );
  return {
    sheets: sheets.map(({ path, ...sheet }) => ({ ...sheet, ...readSheetPart(zip, path, tables) })),
    title: propertyTitle(zip),
  };
}

function readSheetPart(zip: Zip, path: string, tables: Parameters<typeof readSheetXml>[1]) {
  const bytes = readZipEntry(zip, path);
  if (!bytes) throw new RefusedFile('unreadable', { reason: `缺少工作表 / a sheet is missing (${path})` });
  return readSheetXml(parseXml(bytes, path), tables);
}

function checkSize(zip: Zip, paths: readonly string[]): void {
  const bytes = paths.reduce((sum, path) => sum + (zip.entries.get(path)?.size ?? 0), 0);
  if (bytes > MOST_BYTES) throw new RefusedFile('too_large', { bytes, most: MOST_BYTES });
}
