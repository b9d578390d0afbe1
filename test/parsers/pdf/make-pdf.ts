import { deflateSync } from 'node:zlib';
import { encodeText } from '../../generate/encode.ts';
import { withRadicals } from '../../generate/radicals.ts';

/** One page of a hand-made PDF: its boxes, its rotation and the operators that draw it. */
export interface PageSpec {
  readonly content: string;
  readonly mediaBox?: readonly [number, number, number, number];
  readonly cropBox?: readonly [number, number, number, number];
  readonly rotate?: number;
  /** Form XObjects by name: their matrix and operators. */
  readonly forms?: Readonly<Record<string, { readonly matrix: string; readonly content: string }>>;
  /** Further entries of the page (annotations) and of its resources (marked-content properties). */
  readonly entries?: string;
  readonly resources?: string;
  /** Pictures among its XObjects, by name. */
  readonly pictures?: string;
  /** Further fonts, by name. */
  readonly fonts?: string;
}

/** How the file is written. */
export interface PdfOptions {
  /** Codes of font /C: UCS-2 or GBK by a predefined CMap, or glyph numbers with a ToUnicode map of its own. */
  readonly encoding?: 'ucs2' | 'gbk' | 'to-unicode' | 'radicals';
  /** Objects in compressed streams, and a cross-reference stream (PDF 1.5). */
  readonly streams?: boolean;
  readonly userUnit?: number;
  /** What pages and forms draw is deflated, as by most producers: a byte that is damaged in it breaks its checksum. */
  readonly packed?: boolean;
  /** /Rotate says how the page is turned; else only its content is. */
  readonly turned?: boolean;
  /** Further objects, numbered from 1, and further entries of the catalog, for what refers to them. */
  readonly objects?: readonly string[];
  readonly catalog?: string;
}

const A4 = [0, 0, 595, 842] as const;
const ENDED = 'endobj\n';

/**
 * A PDF by hand, so that tests say exactly what is drawn. Fonts: /C Chinese, not embedded, codes are UCS-2
 * (UniGB-UCS2-H); /V the same set vertically; /L Helvetica; /X a composite font without any map to Unicode.
 * Other codes and other ways to write the file: see PdfOptions. `trailer` are further entries of the trailer.
 */
export function makePdf(
  pages: readonly PageSpec[],
  trailer = '',
  { encoding = 'ucs2', streams = false, userUnit = 1, packed = false, ...more }: PdfOptions = {},
): Uint8Array {
  const objects: string[] = [...(more.objects ?? [])];
  const add = (body: string): number => objects.push(body);
  const font = (encoding: string, name: string, toUnicode = ''): number => {
    const descriptor = add(
      `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>`,
    );
    const system = encoding === 'Identity-H' ? '(Adobe)/Ordering(Identity)' : '(Adobe)/Ordering(GB1)';
    const widths =
      toUnicode !== ''
        ? '/DW 1000/W[32 126 500]'
        : encoding === 'Identity-H'
          ? '/DW 500'
          : '/DW 1000/W[1 95 500 814 939 500]';
    const descendant = add(
      `<</Type/Font/Subtype/CIDFontType0/BaseFont/${name}/CIDSystemInfo<</Registry${system}/Supplement 4>>/FontDescriptor ${descriptor} 0 R${widths}>>`,
    );
    return add(
      `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/${encoding}/DescendantFonts[${descendant} 0 R]${toUnicode}>>`,
    );
  };
  const chinese = (): number => {
    if (encoding === 'ucs2') return font('UniGB-UCS2-H', 'STSong-Light');
    if (encoding === 'gbk') return font('GBK-EUC-H', 'STSong-Light');
    const map = add(stream(toUnicodeMap(pages, encoding === 'radicals')));
    return font('Identity-H', 'ABCDEF+SimSun', `/ToUnicode ${map} 0 R`);
  };
  const drawing = (content: string, head = ''): string =>
    packed ? stream(deflated(recode(content)), `${head}/Filter/FlateDecode`) : stream(recode(content), head);
  const recode = (content: string): string => (encoding === 'gbk' ? content.replace(SHOWN, toGbk) : content);
  const fonts = `/C ${chinese()} 0 R/V ${font('UniGB-UCS2-V', 'STSong-Light')} 0 R/X ${font('Identity-H', 'Nameless')} 0 R/L ${add('<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>')} 0 R`;
  const parent =
    objects.length + pages.reduce((sum, page) => sum + 2 + Object.keys(page.forms ?? {}).length, 0) + 1;
  const kids = pages.map((page) => {
    const forms = Object.entries(page.forms ?? {}).map(([name, { matrix, content }]) => {
      const head = `/Type/XObject/Subtype/Form/BBox[-5000 -5000 5000 5000]/Matrix[${matrix}]/Resources<</Font<<${fonts}>>>>`;
      return `/${name} ${add(drawing(content, head))} 0 R`;
    });
    const content = add(drawing(page.content));
    const crop = page.cropBox ? `/CropBox[${page.cropBox.join(' ')}]` : '';
    const box = (page.mediaBox ?? A4).join(' ');
    return add(
      `<</Type/Page/Parent ${parent} 0 R/MediaBox[${box}]${crop}/UserUnit ${userUnit}/Rotate ${page.rotate ?? 0}/Resources<</Font<<${fonts}${page.fonts ?? ''}>>/XObject<<${forms.join('')}${page.pictures ?? ''}>>${page.resources ?? ''}>>/Contents ${content} 0 R${page.entries ?? ''}>>`,
    );
  });
  add(`<</Type/Pages/Count ${pages.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`);
  const catalog = add(`<</Type/Catalog/Pages ${parent} 0 R${more.catalog ?? ''}>>`);
  const root = `/Root ${catalog} 0 R${trailer}`;
  return streams ? assembleStreams(objects, root) : assemble(objects, root);
}

const deflated = (content: string): string => deflateSync(Buffer.from(content, 'latin1')).toString('latin1');

export const stream = (content: string, head = ''): string =>
  `<<${head}/Length ${Buffer.byteLength(content, 'latin1')}>>\nstream\n${content}\nendstream`;

/** Text shown with font /C. */
const SHOWN = /(\/C [\d.]+ Tf [^<]*)<([0-9a-f]+)> Tj/g;

function toGbk(_: string, head: string, hex: string): string {
  const text = (hex.match(/.{4}/g) ?? [])
    .map((code) => String.fromCharCode(Number.parseInt(code, 16)))
    .join('');
  return `${head}<${Buffer.from(encodeText(text, 'gb18030')).toString('hex')}> Tj`;
}

/** The map of the codes that are shown; `radicals` as browsers write it: 行 by the code of its radical ⾏. */
function toUnicodeMap(pages: readonly PageSpec[], radicals: boolean): string {
  const contents = pages.flatMap(({ content, forms = {} }) => [
    content,
    ...Object.values(forms).map((form) => form.content),
  ]);
  const codes = new Set(
    contents.flatMap((content) =>
      [...content.matchAll(SHOWN)].flatMap(([, , hex = '']) => hex.match(/.{4}/g) ?? []),
    ),
  );
  const lines = [...codes].map((code) => {
    const sign = String.fromCharCode(Number.parseInt(code, 16));
    const meant = radicals ? withRadicals(sign) : sign;
    return `<${code}> <${meant.charCodeAt(0).toString(16).padStart(4, '0')}>`;
  });
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += 100) {
    const part = lines.slice(at, at + 100);
    blocks.push(`${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n1 begincodespacerange <0000> <ffff> endcodespacerange\n${blocks.join('\n')}\nendcmap end end`;
}

/** ISO 32000-1, 7.5.7 and 7.5.8: what is no stream lies in one object stream, the table is a stream as well. */
function assembleStreams(objects: readonly string[], trailer: string): Uint8Array {
  const packed = objects.flatMap((body, index) =>
    body.includes('\nstream\n') ? [] : [{ number: index + 1, body }],
  );
  let bodies = '';
  const heads = packed.map(({ number, body }) => {
    const head = `${number} ${bodies.length}`;
    bodies += `${body}\n`;
    return head;
  });
  const first = `${heads.join(' ')}\n`;
  const holder = objects.length + 1;
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n', 'latin1')];
  const offsets = new Map<number, number>();
  const size = (): number => chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const write = (number: number, body: Buffer): void => {
    offsets.set(number, size());
    chunks.push(Buffer.from(`${number} 0 obj\n`, 'latin1'), body, Buffer.from('\nendobj\n', 'latin1'));
  };
  for (const [index, body] of objects.entries())
    if (body.includes('\nstream\n')) write(index + 1, Buffer.from(body, 'latin1'));
  write(holder, flate(first + bodies, `/Type/ObjStm/N ${packed.length}/First ${first.length}`));
  const table = holder + 1;
  const start = size();
  offsets.set(table, start);
  const entries = Array.from({ length: table + 1 }, (_, number) => {
    const at = packed.findIndex((one) => one.number === number);
    const entry = Buffer.alloc(7);
    entry[0] = number === 0 ? 0 : at >= 0 ? 2 : 1;
    entry.writeUInt32BE(at >= 0 ? holder : (offsets.get(number) ?? 0), 1);
    entry.writeUInt16BE(at >= 0 ? at : 0, 5);
    return entry.toString('latin1');
  });
  write(table, flate(entries.join(''), `/Type/XRef/W[1 4 2]/Size ${table + 1}${trailer}`));
  chunks.push(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
  return new Uint8Array(Buffer.concat(chunks));
}

function flate(content: string, head: string): Buffer {
  const data = deflateSync(Buffer.from(content, 'latin1'));
  const open = Buffer.from(`<<${head}/Filter/FlateDecode/Length ${data.length}>>\nstream\n`, 'latin1');
  return Buffer.concat([open, data, Buffer.from('\nendstream', 'latin1')]);
}

function assemble(objects: readonly string[], trailer: string): Uint8Array {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\n${ENDED}`;
    return offset;
  });
  const start = file.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  file += `trailer\n<</Size ${objects.length + 1}${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

/** Operators that show Chinese or Latin text; `matrix` turns it (default upright). */
export function showText(
  text: string,
  x: number,
  y: number,
  size = 10,
  matrix = '1 0 0 1',
  font: 'C' | 'V' | 'X' = 'C',
): string {
  const hex = [...text].map((sign) => (sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');
  return `BT /${font} ${size} Tf ${matrix} ${n(x)} ${n(y)} Tm <${hex}> Tj ET`;
}

export const strokeLine = (x0: number, y0: number, x1: number, y1: number): string =>
  `${n(x0)} ${n(y0)} m ${n(x1)} ${n(y1)} l S`;
export const fillRect = (x: number, y: number, w: number, h: number): string =>
  `${n(x)} ${n(y)} ${n(w)} ${n(h)} re f`;
export const strokeRect = (x: number, y: number, w: number, h: number): string =>
  `${n(x)} ${n(y)} ${n(w)} ${n(h)} re S`;

export const n = (value: number): string => String(Math.round(value * 1000) / 1000);
