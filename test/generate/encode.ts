/** How the bytes are encoded, whatever the page says of itself. */
export const BYTE_ENCODINGS = ['utf-8', 'utf-8 bom', 'gb18030', 'utf-16le bom'] as const;
export type ByteEncoding = (typeof BYTE_ENCODINGS)[number];

let gbkTable: Map<string, readonly [number, number]> | undefined;

/** Character → its two bytes, read off the runtime's own decoder. */
const gbk = (): Map<string, readonly [number, number]> => {
  if (gbkTable !== undefined) return gbkTable;
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, [lead, trail]);
    }
  }
  gbkTable = table;
  return table;
};

/** GB18030 with two bytes a character; what has none becomes what `reference` gives (a reference, in HTML). */
const encodeGb = (text: string, reference: (character: string) => string): Uint8Array => {
  const table = gbk();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const pair = table.get(character);
    if (code < 0x80) bytes.push(code);
    else if (pair !== undefined) bytes.push(...pair);
    else for (const replacement of reference(character)) bytes.push(replacement.charCodeAt(0) & 0x7f);
  }
  return Uint8Array.from(bytes);
};

const encodeUtf16 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 + at * 2, text.charCodeAt(at), true);
  return bytes;
};

const ENCODERS: Record<ByteEncoding, (text: string, reference: (character: string) => string) => Uint8Array> =
  {
    'utf-8': (text) => new TextEncoder().encode(text),
    'utf-8 bom': (text) => new TextEncoder().encode(`\ufeff${text}`),
    gb18030: encodeGb,
    'utf-16le bom': encodeUtf16,
  };

export const encodeText = (text: string, encoding: ByteEncoding): Uint8Array =>
  ENCODERS[encoding](text, () => ' ');

export const encodeHtml = (text: string, encoding: ByteEncoding): Uint8Array =>
  ENCODERS[encoding](text, (character) => `&#${character.codePointAt(0)};`);
