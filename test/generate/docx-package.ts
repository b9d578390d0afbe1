import { writePackage } from './docx-zip.ts';

export const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SCHEMAS = {
  transitional: {
    w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
    r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  },
  strict: {
    w: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
    r: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  },
} as const;

const OTHER_NAMESPACES = [
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

export type PackageOptions = {
  readonly schema?: keyof typeof SCHEMAS;
  readonly title?: string;
  /** What stands inside w:styles. */
  readonly styles?: string;
  readonly documentName?: string;
};

/** A DOCX file around the content of its w:body (ECMA-376 part 1, 11.3.10). */
export const docxPackage = (body: string, options: PackageOptions = {}): Buffer => {
  const { schema = 'transitional', title, styles = '', documentName = 'word/document.xml' } = options;
  const { w, r } = SCHEMAS[schema];
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
  return writePackage({
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${documentName}" ContentType="${main}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${main}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', `${r}/officeDocument`, documentName)}${relation('rId2', 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml')}</Relationships>`,
    'docProps/core.xml': `${DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${title === undefined ? '' : `<dc:title>${escapeXml(title)}</dc:title>`}</cp:coreProperties>`,
    'word/styles.xml': `${DECLARATION}<w:styles xmlns:w="${w}">${styles}</w:styles>`,
    [documentName]: `${DECLARATION}<w:document xmlns:w="${w}" xmlns:r="${r}" ${OTHER_NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`,
  });
};
