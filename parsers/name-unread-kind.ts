import { nameZip } from './docx/office-kind.ts';

/** What files that no parser reads begin with, and what they are called. */
const SIGNATURES: readonly (readonly [name: string, head: RegExp])[] = [
  ['RTF', /^\{\\rtf/],
  ['RAR', /^Rar!/],
  ['7-Zip', /^7z\xbc\xaf/],
  ['CEB', /^Founder CEB/],
  // Of many pages, told apart by nothing that a parser of one page sees
  ['ARC', /^filedesc:\/\//],
  ['WARC', /^WARC\/\d/],
  ['Word XML', /<pkg:package\b|<\?mso-application\s+progid="Word|<w:wordDocument\b/],
  ['Excel XML', /<\?mso-application\s+progid="Excel|<Workbook\s+xmlns="urn:schemas-microsoft-com/],
  ['OpenDocument', /<office:document\b/],
];
const HEAD = 1024;

const nameByHead = (bytes: Uint8Array): string | undefined => {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1').replaceAll('\0', '');
  return SIGNATURES.find(([, signature]) => signature.test(head))?.[0];
};

/** What a file is called that no parser reads; `unknown` when nobody can tell. */
export const nameUnreadKind = (bytes: Uint8Array): string => nameByHead(bytes) ?? nameZip(bytes) ?? 'unknown';

/** Whether a file that may pass for text is one of an office program, of which its text alone says little. */
export const isUnreadOffice = (bytes: Uint8Array): boolean => nameByHead(bytes) !== undefined;
