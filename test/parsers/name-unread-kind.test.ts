import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openDocument } from '../../parsers/open-document.ts';
import { writePackage } from '../generate/docx-zip.ts';

const PAGE = readFileSync('test/fixtures/generated/html-plain-2021-11.html', 'utf8');

test.each([
  ['RTF', Buffer.from('{\\rtf1\\ansi 27}')],
  ['RAR', Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1')],
  [
    'Word XML',
    Buffer.from('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
  ],
  ['Excel XML', Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>')],
  ['OFD', writePackage({ 'OFD.xml': '<x/>' })],
  ['OpenDocument', writePackage({ 'META-INF/manifest.xml': '<x/>', 'content.xml': '<x/>' })],
  ['PPTX', writePackage({ 'ppt/presentation.xml': '<x/>' })],
  ['ZIP', writePackage({ 'a.html': '<table><tr><td>27</table>' })],
  ['ARC', Buffer.from(`filedesc://x.arc 0.0.0.0 20220201000000 text/plain 77\n1 0 x\n\n${PAGE}`)],
  ['WARC', Buffer.from(`WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\n${PAGE}`)],
  ['unknown', Buffer.alloc(5000)],
])('a file that no parser reads is called by its name: %s', async (name, bytes) => {
  const { findings } = await openDocument(bytes);
  expect(findings.map(({ rule }) => rule)).toEqual(['document.unsupported']);
  expect(findings[0]?.message.en).toContain(`(${name})`);
});
