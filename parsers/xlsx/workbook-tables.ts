import type { Element } from 'domhandler';
import type { Relation } from '../docx/package-parts.ts';
import { childOf, childrenOf, parseXml } from '../docx/xml.ts';
import { readZipEntry, type Zip } from '../docx/zip.ts';
import type { NumberStyles } from './displayed-number.ts';
import { richText } from './rich-text.ts';

/** What the cells of all sheets refer to. */
export interface WorkbookTables extends NumberStyles {
  readonly strings: readonly string[];
}

/** Shared strings and number formats of an Office Open XML workbook (ECMA-376 part 1, 18.4 and 18.8). */
export function readWorkbookTables(
  zip: Zip,
  relations: ReadonlyMap<string, Relation>,
  date1904: boolean,
): WorkbookTables {
  const partOf = (type: string): Element | undefined => {
    const path = [...relations.values()].find((relation) => relation.type.endsWith(`/${type}`))?.target;
    const bytes = path === undefined ? null : readZipEntry(zip, path);
    return bytes && path !== undefined ? parseXml(bytes, path) : undefined;
  };
  const styles = partOf('styles');
  return {
    strings: childrenOf(partOf('sharedStrings'), 'si').map(richText),
    styles: childrenOf(childOf(styles, 'cellXfs'), 'xf').map((style) =>
      Number(style.attribs['numFmtId'] ?? 0),
    ),
    formats: new Map(
      childrenOf(childOf(styles, 'numFmts'), 'numFmt').map(({ attribs }) => [
        Number(attribs['numFmtId']),
        attribs['formatCode'] ?? '',
      ]),
    ),
    date1904,
  };
}
