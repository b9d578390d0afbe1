import { sliceOf } from './bytes.ts';
import { type DocText, MARK } from './doc-text.ts';
import { type PrintedText, printedText } from './printed-text.ts';
import { readSprms, SPRM, type Sprm } from './sprms.ts';

/** A paragraph and how it stands in tables: `depth` tables around it, and whether it ends a cell or a row. */
export interface DocParagraph {
  readonly printed: PrintedText;
  readonly depth: number;
  readonly ends: 'paragraph' | 'cell' | 'row';
  /** Its mark was deleted: it goes on in the next paragraph; a deleted row is not printed. */
  readonly deleted: boolean;
  readonly sprms: readonly Sprm[];
}

const CELL_END = 0x07;
/** Paragraph mark, cell or row mark, page or section break ([MS-DOC] 2.4.1). */
const ENDS = new Set([0x0d, CELL_END, 0x0c]);
const DEEPEST = 63;

/** The paragraphs of the characters from `from` up to `to`. `data` holds properties too long for their page. */
export function* readParagraphs(
  document: DocText,
  from: number,
  to: number,
  data: Buffer,
): Generator<DocParagraph> {
  let start = from;
  for (let end = from; end < to; end++) {
    if (!ENDS.has(document.text.charCodeAt(end))) continue;
    yield readParagraph(document, start, end, data);
    start = end + 1;
  }
  if (start < to) yield readParagraph(document, start, to, data);
}

function readParagraph(document: DocText, start: number, end: number, data: Buffer): DocParagraph {
  const sprms = unfold(document.paragraphSprms(end), data);
  const last = (code: number): Buffer | undefined => sprms.findLast((sprm) => sprm.code === code)?.operand;
  const isOn = (code: number): boolean => (last(code)?.[0] ?? 0) === 1;
  const inTable = isOn(SPRM.inTable) || isOn(SPRM.rowEnd);
  const said = last(SPRM.depth)?.readInt32LE(0) ?? 0;
  const depth = inTable ? Math.max(1, Math.min(said, DEEPEST)) : 0;
  const isCellMark = document.text.charCodeAt(end) === CELL_END;
  const endsRow = depth > 1 ? isOn(SPRM.innerRowEnd) : isOn(SPRM.rowEnd);
  const endsCell = depth > 1 ? isOn(SPRM.innerCellEnd) : isCellMark && depth === 1;
  return {
    printed: printedText(document, start, end),
    depth,
    ends: endsRow ? 'row' : endsCell ? 'cell' : 'paragraph',
    deleted: ((document.marks[end] ?? 0) & MARK.deleted) !== 0,
    sprms,
  };
}

/** Properties that did not fit are in the data stream: in place of the group, or in addition ([MS-DOC] 2.6.2). */
function unfold(sprms: readonly Sprm[], data: Buffer): readonly Sprm[] {
  return sprms.flatMap((sprm) => {
    const { code, operand } = sprm;
    if (code !== SPRM.hugeProperties && code !== SPRM.oldHugeProperties && code !== SPRM.tableProperties) {
      return [sprm];
    }
    const at = operand.readUInt32LE(0);
    return readSprms(sliceOf(data, at + 2, sliceOf(data, at, 2).readUInt16LE(0)));
  });
}
