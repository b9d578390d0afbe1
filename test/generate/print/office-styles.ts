import type { DocxOptions } from '../docx.ts';
import type { DocxLook } from '../docx-table.ts';

const lines = (style: string, width: number, changes: Partial<DocxLook> = {}): DocxLook => ({
  outside: style,
  left: style,
  rows: style,
  columns: style,
  width,
  repeatHeader: false,
  wholeRows: false,
  ...changes,
});

/** Looks of the tables of a DOCX that an office program prints. */
export const OFFICE_LOOKS: Readonly<Record<string, DocxLook>> = {
  single: lines('single', 4),
  hair: lines('single', 2),
  thick: lines('single', 24),
  dashed: lines('dashed', 4),
  dotted: lines('dotted', 4),
  double: lines('double', 4),
  none: lines('none', 0),
  openside: lines('single', 4, { left: 'none' }),
  horizontal: lines('single', 4, { left: 'none', columns: 'none' }),
  'repeated-header': lines('single', 4, { repeatHeader: true }),
  'whole-rows': lines('single', 8, { wholeRows: true }),
};

export const officeOptions = (look: DocxLook): DocxOptions => ({
  runs: 'whole',
  schema: 'transitional',
  documentName: 'word/document.xml',
  table: {
    wrap: 'none',
    place: 'body',
    cells: { runs: 'by script', blanks: ['empty'], breaks: 0, noise: 0 },
    look,
  },
});
