import { describe, expect, test } from 'vitest';
import { decodeText } from '../../parsers/decode.ts';
import { sniffKind } from '../../parsers/sniff.ts';
import { encodeText } from '../generate/encode.ts';

const PROSE =
  '根据《中华人民共和国政府信息公开条例》，现公布某某县2021年度政府信息公开工作年度报告。一、总体情况：共收到申请 27 件，结转 1 件。\n';
const TABLE = '规章 | 0 | 0 | 0 |\n行政规范性文件 | 12 | 3 | 45 |\n';
const TEXT = PROSE + TABLE;
const page = (charset: string): string =>
  `<!DOCTYPE html><html><head><meta charset="${charset}"><title>年报</title></head><body>${TEXT}</body></html>`;

const utf16 = (text: string, order: 'le' | 'be', mark: boolean): Uint8Array => {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

describe('decodeText', () => {
  test.each<[string, Uint8Array, string, string]>([
    ['UTF-8', Buffer.from(TEXT), 'utf-8', TEXT],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`), 'utf-8', TEXT],
    ['UTF-8 declared gb2312', Buffer.from(page('gb2312')), 'utf-8', page('gb2312')],
    ['GBK declared utf-8', encodeText(page('utf-8'), 'gb18030'), 'gb18030', page('utf-8')],
    ['GBK without any declaration', encodeText(TEXT, 'gb18030'), 'gb18030', TEXT],
    ['UTF-16LE with a mark', utf16(TEXT, 'le', true), 'utf-16le', TEXT],
    ['UTF-16BE with a mark', utf16(TEXT, 'be', true), 'utf-16be', TEXT],
    ['UTF-16LE without a mark', utf16(TEXT, 'le', false), 'utf-16le', TEXT],
    ['UTF-16BE without a mark', utf16(TEXT, 'be', false), 'utf-16be', TEXT],
    ['a UTF-16LE page without a mark', utf16(page('utf-8'), 'le', false), 'utf-16le', page('utf-8')],
    ['ASCII', Buffer.from('plain 27'), 'utf-8', 'plain 27'],
    ['nothing', new Uint8Array(), 'utf-8', ''],
  ])('reads %s', (_, bytes, encoding, text) => {
    const decoded = decodeText(bytes);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text.replace(/^\ufeff/, '')).toBe(text);
    expect(decoded.undecodable).toBe(0);
  });

  test('reads characters of four bytes in gb18030', () => {
    // 㐀 (U+3400) and 𠀀 (U+20000), which GBK does not have: GB 18030-2005, four-byte areas.
    const bytes = Buffer.concat([
      Buffer.from(encodeText('某县', 'gb18030')),
      Buffer.from([0x81, 0x39, 0xee, 0x39, 0x95, 0x32, 0x82, 0x36]),
      Buffer.from(encodeText('公开年报', 'gb18030')),
    ]);
    expect(decodeText(bytes)).toEqual({ text: '某县㐀𠀀公开年报', encoding: 'gb18030', undecodable: 0 });
  });

  test('a UTF-8 page cut in mid-character stays UTF-8, and the broken place is counted', () => {
    const whole = Buffer.from(TEXT + TEXT);
    const at = whole.lastIndexOf(Buffer.from('件')) + 1;
    const decoded = decodeText(whole.subarray(0, at));
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.undecodable).toBe(1);
    expect(decoded.text.endsWith('\ufffd')).toBe(true);
  });

  test('a cell pasted in another encoding does not change the page', () => {
    const bytes = Buffer.concat([Buffer.from(TEXT), Buffer.from([0xb9, 0xe6]), Buffer.from(TEXT)]);
    const decoded = decodeText(bytes);
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.undecodable).toBeGreaterThan(0);
  });

  test('never throws, whatever the bytes', () => {
    for (let seed = 0; seed < 50; seed++) {
      const bytes = Uint8Array.from({ length: 999 }, (_, i) => (i * i * (seed + 7) + seed * 31) & 0xff);
      expect(() => decodeText(bytes)).not.toThrow();
    }
  });
});

describe('sniffKind', () => {
  const hex = (...bytes: number[]): Uint8Array =>
    Uint8Array.from([...bytes, ...Array<number>(64).fill(0x20)]);
  test.each<[string, Uint8Array, string]>([
    ['a page', Buffer.from(page('utf-8')), 'html'],
    ['a page in GBK', encodeText(page('gbk'), 'gb18030'), 'html'],
    ['a page in UTF-16 with a mark', utf16(page('utf-8'), 'le', true), 'html'],
    ['a page in UTF-16 without a mark', utf16(page('utf-8'), 'be', false), 'html'],
    ['a fragment', Buffer.from('\ufeff\n<TABLE border=1><tr><td>规章</td></tr></TABLE>'), 'html'],
    ['flattened text', Buffer.from(TEXT), 'text'],
    ['flattened text in GBK', encodeText(TEXT, 'gb18030'), 'text'],
    ['flattened text in UTF-16 without a mark', utf16(TEXT, 'le', false), 'text'],
    ['text that begins with BM', Buffer.from(`BM${TEXT}`), 'text'],
    ['text with a sign that looks like markup', Buffer.from('27 < 28 且 3 > 2\n规章 | 0 |'), 'text'],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ'), 'pdf'],
    ['a PDF behind a few bytes', Buffer.from('\n\n%PDF-1.4\n'), 'pdf'],
    ['a page that speaks of %PDF- further down', Buffer.from(`${page('utf-8').repeat(9)}%PDF-1.4`), 'html'],
    ['a PNG', hex(0x89, 0x50, 0x4e, 0x47), 'image'],
    ['a JPEG', hex(0xff, 0xd8, 0xff), 'image'],
    ['a GIF', Buffer.from('GIF89a....'), 'image'],
    ['a bitmap', hex(0x42, 0x4d, 0x36, 0x10, 0, 0, 0, 0, 0, 0, 0x36, 0, 0, 0), 'image'],
    ['zero bytes', new Uint8Array(4096), 'unknown'],
    ['binary junk', Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3)) & 0xff), 'unknown'],
  ])('%s', (_, bytes, kind) => expect(sniffKind(bytes)).toBe(kind));
});
