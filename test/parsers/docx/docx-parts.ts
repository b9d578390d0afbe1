import { readDocx } from '../../../parsers/docx/read-docx.ts';
import { paragraph, run } from '../../generate/docx-cells.ts';
import { docxPackage, type PackageOptions } from '../../generate/docx-package.ts';
import { gridLines } from './office-grid.ts';

/** A cell around paragraphs, runs or plain text. */
export const cell = (content: string, properties = ''): string => {
  const runs = content.startsWith('<') || content === '' ? content : run(content);
  const inner = /^<w:(?:p|tbl|sdt)>/.test(runs) ? runs : paragraph(runs);
  return `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${inner}</w:tc>`;
};
export const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
export const table = (...rows: readonly string[]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>${rows.join('')}</w:tbl>`;

/** What is read of a document with this body. */
export const read = (body: string, options: PackageOptions = {}) => readDocx(docxPackage(body, options));

/** The grids of a body as lines of text. */
export const gridsOf = async (body: string, options: PackageOptions = {}): Promise<readonly string[]> =>
  (await read(body, options)).grids.map(gridLines);

/** The text of a table's only value cell. */
export const textOfCell = async (
  content: string,
  options: PackageOptions = {},
): Promise<string | undefined> =>
  (await read(table(row(cell('总计'), cell(content))), options)).grids[0]?.rows[0]?.[1]?.text;
