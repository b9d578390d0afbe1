import { deflateSync } from 'node:zlib';

/** One page of a hand-made PDF: its boxes, its rotation and the operators that draw it. */
export interface PageSpec {
  readonly content: string;
  readonly mediaBox?: readonly [number, number, number, number];
  readonly cropBox?: readonly [number, number, number, number];
  readonly rotate?: number;
  /** Form XObjects by name: their matrix and operators. */
  readonly forms?: Readonly<Record<string, { readonly matrix: string; readonly content: string }>>;
}

const A4 = [0, 0, 595, 842] as const;
const ENDED = 'endobj\n';

/**
 * A PDF by hand, so that tests say exactly what is drawn. Fonts: /C Chinese, not embedded, codes are UCS-2
 * (UniGB-UCS2-H); /V the same set vertically; /L Helvetica; /X a composite font without any map to Unicode.
 * `trailer` are further entries of the trailer; `packed` streams are deflated, as those of most producers.
 */
export function makePdf(pages: readonly PageSpec[], trailer = '', packed = false): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const font = (encoding: string, name: string): number => {
    const descriptor = add(
      `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>`,
    );
    const system = encoding === 'Identity-H' ? '(Adobe)/Ordering(Identity)' : '(Adobe)/Ordering(GB1)';
    const widths = encoding === 'Identity-H' ? '/DW 500' : '/DW 1000/W[1 95 500 814 939 500]';
    const descendant = add(
      `<</Type/Font/Subtype/CIDFontType0/BaseFont/${name}/CIDSystemInfo<</Registry${system}/Supplement 4>>/FontDescriptor ${descriptor} 0 R${widths}>>`,
    );
    return add(
      `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/${encoding}/DescendantFonts[${descendant} 0 R]>>`,
    );
  };
  const fonts = `/C ${font('UniGB-UCS2-H', 'STSong-Light')} 0 R/V ${font('UniGB-UCS2-V', 'STSong-Light')} 0 R/X ${font('Identity-H', 'Nameless')} 0 R/L ${add('<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>')} 0 R`;
  const parent =
    objects.length + pages.reduce((sum, page) => sum + 2 + Object.keys(page.forms ?? {}).length, 0) + 1;
  const kids = pages.map((page) => {
    const forms = Object.entries(page.forms ?? {}).map(([name, { matrix, content }]) => {
      const head = `/Type/XObject/Subtype/Form/BBox[-5000 -5000 5000 5000]/Matrix[${matrix}]/Resources<</Font<<${fonts}>>>>`;
      return `/${name} ${add(stream(content, head))} 0 R`;
    });
    const content = add(
      stream(packed ? deflated(page.content) : page.content, packed ? '/Filter/FlateDecode' : ''),
    );
    const crop = page.cropBox ? `/CropBox[${page.cropBox.join(' ')}]` : '';
    const box = (page.mediaBox ?? A4).join(' ');
    return add(
      `<</Type/Page/Parent ${parent} 0 R/MediaBox[${box}]${crop}/Rotate ${page.rotate ?? 0}/Resources<</Font<<${fonts}>>/XObject<<${forms.join('')}>>>>/Contents ${content} 0 R>>`,
    );
  });
  add(`<</Type/Pages/Count ${pages.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`);
  const catalog = add(`<</Type/Catalog/Pages ${parent} 0 R>>`);
  return assemble(objects, `/Root ${catalog} 0 R${trailer}`);
}

const deflated = (content: string): string => deflateSync(Buffer.from(content, 'latin1')).toString('latin1');

const stream = (content: string, head = ''): string =>
  `<<${head}/Length ${Buffer.byteLength(content, 'latin1')}>>\nstream\n${content}\nendstream`;

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
