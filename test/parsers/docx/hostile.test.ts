import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWellFormed } from '../../../parsers/docx/is-well-formed.ts';
import { readDocx } from '../../../parsers/docx/read-docx.ts';
import { openDocument } from '../../../parsers/open-document.ts';
import { sniffKind } from '../../../parsers/sniff.ts';
import { officeCase } from '../../generate/docx-case.ts';
import { paragraph, run } from '../../generate/docx-cells.ts';
import { docxPackage } from '../../generate/docx-package.ts';
import { writeZip, type ZipLies } from '../../generate/docx-zip.ts';
import { HTML_RECIPES } from '../../generate/html-recipes.ts';
import { mutated, mutations } from './mutations.ts';
import { watched } from './watched-text.ts';

/** A case that takes a second on an idle machine may take many on a busy one; what hangs takes longer than this. */
const HANGS = 300_000;
const DOCUMENT = 'word/document.xml';
const body = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph(run('27'))}</w:body></w:document>`;
const zipOf = (data: string | Buffer, lies: ZipLies = {}): Buffer =>
  writeZip([{ name: DOCUMENT, data: Buffer.from(data) }], { [DOCUMENT]: lies });
const rulesOf = async (bytes: Uint8Array): Promise<readonly string[]> =>
  (await openDocument(bytes)).findings.map(({ rule }) => rule.replace('document.', ''));

test('the smallest document is read', async () => {
  expect((await readDocx(zipOf(body))).text).toBe('27');
});

const overlapping = (): Buffer => {
  const bytes = writeZip([
    { name: DOCUMENT, data: Buffer.from(body) },
    { name: 'word/x.xml', data: Buffer.from(body) },
  ]);
  const second = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'));
  bytes.writeUInt32LE(0, second + 42);
  return bytes;
};

test.each<[string, () => Buffer, string]>([
  ['a checksum that does not match', () => zipOf(body, { crc: 1 }), 'unreadable'],
  ['a size that is too small', () => zipOf(body, { size: 10 }), 'unreadable'],
  ['a size that is too large', () => zipOf(body, { size: 900 }), 'unreadable'],
  ['a size that is enormous', () => zipOf(body, { size: 0x7fffffff }), 'too_large'],
  ['a bomb', () => zipOf(Buffer.alloc(40 << 20, 32)), 'too_large'],
  ['a bomb that lies', () => zipOf(Buffer.alloc(40 << 20, 32), { size: 1000 }), 'unreadable'],
  ['a password', () => zipOf(body, { flags: 1 }), 'encrypted'],
  ['files that share bytes', overlapping, 'unreadable'],
  [
    'too many files',
    () => writeZip(Array.from({ length: 2100 }, (_, at) => ({ name: `word/${at}`, data: Buffer.from('x') }))),
    'too_large',
  ],
  ['no main part', () => writeZip([{ name: 'word/styles.xml', data: Buffer.from('<a/>') }]), 'unreadable'],
  ['XML that ends too early', () => zipOf(body.slice(0, -20)), 'unreadable'],
  ['tags that cross', () => zipOf(body.replace('</w:r></w:p>', '</w:p></w:r>')), 'unreadable'],
  [
    'entities of its own',
    () => zipOf(`<!DOCTYPE a [<!ENTITY b "27">]>${body.replace('27', '&b;')}`),
    'unreadable',
  ],
  [
    'too many elements',
    () =>
      docxPackage(
        Array.from(
          { length: 800_000 },
          (_, at) => `<w:p><w:r><w:t>${(at * 2654435761) >>> 0}</w:t></w:r></w:p>`,
        ).join(''),
      ),
    'too_large',
  ],
  [
    'tables within tables',
    () => docxPackage('<w:tbl><w:tr><w:tc>'.repeat(300) + '</w:tc></w:tr></w:tbl>'.repeat(300)),
    'too_complex',
  ],
  [
    'elements within elements',
    () => docxPackage('<w:sdt><w:sdtContent>'.repeat(3000) + '</w:sdtContent></w:sdt>'.repeat(3000)),
    'too_complex',
  ],
  [
    'more tables than any report has',
    () => docxPackage('<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>'.repeat(700)),
    'too_complex',
  ],
])('%s', { timeout: HANGS }, async (_, make, rule) => {
  expect(await rulesOf(make())).toContain(rule);
});

test('an encrypted office document says that it is', async () => {
  const bytes = Buffer.alloc(4096);
  bytes.write('d0cf11e0a1b11ae1', 'hex');
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt16LE(6, 32);
  bytes.writeUInt32LE(1, 44);
  bytes.writeUInt32LE(1, 48);
  bytes.writeUInt32LE(4096, 56);
  bytes.fill(0xff, 68, 72);
  bytes.writeUInt32LE(0, 76);
  bytes.fill(0xff, 512, 1024);
  bytes.writeUInt32LE(0xfffffffe, 516);
  const entry = (at: number, name: string, type: number, child: number): void => {
    const from = 1024 + 128 * at;
    bytes.write(name, from, 'utf16le');
    bytes.writeUInt16LE(2 * name.length + 2, from + 64);
    bytes.writeUInt8(type, from + 66);
    bytes.fill(0xff, from + 68, from + 80);
    if (child > 0) bytes.writeUInt32LE(child, from + 76);
  };
  entry(0, 'Root Entry', 5, 1);
  entry(1, 'EncryptedPackage', 2, 0);
  expect(await rulesOf(bytes)).toEqual(['encrypted']);
});

test('rich text is no text', () => {
  expect(sniffKind(Buffer.from('{\\rtf1\\ansi 27}'))).toBe('unknown');
});

test.each([
  ['<a/>', true],
  ['<?xml version="1.0"?><a b="1>2"><!-- < --><b/><![CDATA[<]]></a>', true],
  ['<a><b></a></b>', false],
  ['<a>', false],
  ['<a/><b/>', false],
  ['<a b="1></a>', false],
  ['', false],
])('%j is well formed: %s', (text, formed) => expect(isWellFormed(text)).toBe(formed));

test.each(['<', '<a b="', '<!--', "<a '", '<a xmlns:', '</', '<a/>', '<a>'])(
  'of many %j each character is looked at a few times at most',
  (piece) => {
    const { text, looks } = watched(piece.repeat(30_000));
    isWellFormed(text);
    expect(looks()).toBeLessThan(8 * text.length);
  },
);

test('files that are cut or changed give a finding or a document', { timeout: HANGS }, async () => {
  const recipe = HTML_RECIPES[0];
  if (!recipe) throw new Error('no recipe');
  const { bytes } = officeCase(recipe, 1, 'docx');
  await fc.assert(
    fc.asyncProperty(mutations(bytes.length), async (changes) => {
      const document = await openDocument(mutated(bytes, changes));
      expect(document.findings.length + document.text.length).toBeGreaterThan(0);
    }),
    { numRuns: 150 },
  );
});
