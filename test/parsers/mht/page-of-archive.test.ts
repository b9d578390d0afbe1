import { expect, test } from 'vitest';
import { openDocument } from '../../../parsers/open-document.ts';
import { sniffKind } from '../../../parsers/sniff.ts';
import { gridLines } from '../docx/office-grid.ts';

const PAGE =
  '<html><body><p>双辽市2021年政府信息公开工作年度报告</p><table><tr><td>总计<td>27</table></body></html>';
const ENCODE: Readonly<Record<string, (bytes: Buffer) => string>> = {
  base64: (bytes) => bytes.toString('base64').replace(/.{76}/g, '$&\r\n'),
  'quoted-printable': (bytes) =>
    [...bytes]
      .map((byte) =>
        byte < 0x7f && byte !== 0x3d
          ? String.fromCharCode(byte)
          : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
      )
      .join('')
      .replace(/(?<=.{70})(?==)/, '=\r\n'),
  '8bit': (bytes) => bytes.toString('latin1'),
};

const part = (encoding: string, content: Buffer, type = 'text/html'): string =>
  `Content-Location: file:///C:/a\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Type: ${type};\r\n\tcharset="x"\r\n\r\n${ENCODE[encoding]?.(content)}\r\n`;
const archive = (...parts: readonly string[]): Buffer =>
  Buffer.from(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="--=_X"\r\n\r\nA single file.\r\n\r\n${parts.map((one) => `----=_X\r\n${one}`).join('')}----=_X--\r\n`,
    'latin1',
  );

const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(PAGE, 'utf16le')]);
const utf8 = Buffer.from(PAGE);

test.each([
  ['base64', archive(part('base64', utf8))],
  ['quoted-printable', archive(part('quoted-printable', utf8))],
  ['eight bits', archive(part('8bit', utf8))],
  ['UTF-16', archive(part('base64', wide))],
  [
    'other parts around the page',
    archive(
      part('base64', Buffer.from('<xml/>'), 'text/xml'),
      part('base64', utf8),
      part('base64', Buffer.from('<p>页眉 12</p>')),
    ),
  ],
  [
    'a message with one part',
    Buffer.from(`From: x\r\nMIME-Version: 1.0\r\n${part('base64', utf8)}`, 'latin1'),
  ],
  [
    'frames',
    archive(
      part('8bit', Buffer.from('<html><frameset><frame src=a></frameset></html>')),
      part('base64', utf8),
    ),
  ],
])('a page saved as one file: %s', async (_, bytes) => {
  expect(sniffKind(bytes)).toBe('mht');
  const document = await openDocument(bytes);
  expect(document.grids.map(gridLines)).toEqual(['0:总计|1:27']);
  expect(document.text).toContain('双辽市2021年');
});

test.each([
  ['no page in it', archive(part('base64', utf8, 'image/png'))],
  ['no end', archive(part('base64', utf8)).subarray(0, 120)],
  [
    'parts within parts without end',
    Buffer.from(
      `Content-Type: multipart/related; boundary=a\r\n\r\n${'--a\r\nContent-Type: multipart/related; boundary=a\r\n\r\n'.repeat(3000)}`,
    ),
  ],
])('%s: nothing is read, and nothing is thrown', async (_, bytes) => {
  expect((await openDocument(bytes)).grids).toEqual([]);
});
