import { deflateSync } from 'node:zlib';
import type { Canvas } from '@napi-rs/canvas';

/** One page: a picture that fills it, and the page's size in points. */
export interface PicturePage {
  /** A JPEG file, or rows of bits packed and deflated. */
  readonly data: Uint8Array;
  readonly bits: 1 | 8;
  readonly width: number;
  readonly height: number;
  readonly pixelWidth: number;
  readonly pixelHeight: number;
  /** Text printed over the picture. */
  readonly typed?: readonly Typed[];
}

/** A text in Helvetica, in points from the bottom left. */
export interface Typed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
const writeTyped = ({ text, x, y, size }: Typed): string => `BT /F ${size} Tf ${x} ${y} Td (${text}) Tj ET`;

const PHOTOGRAPH = '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode';
const BLACK_AND_WHITE = '/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode';

/** A canvas as a page: JPEG of a quality, or black and white without loss. */
export function picturePage(canvas: Canvas, dpi: number, quality: number | 'bits'): PicturePage {
  return {
    data: quality === 'bits' ? deflateSync(packBits(canvas)) : canvas.toBuffer('image/jpeg', quality),
    bits: quality === 'bits' ? 1 : 8,
    width: (canvas.width * 72) / dpi,
    height: (canvas.height * 72) / dpi,
    pixelWidth: canvas.width,
    pixelHeight: canvas.height,
  };
}

/** Eight pixels a byte, each row beginning a new one; 1 is white. */
function packBits(canvas: Canvas): Uint8Array {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const stride = Math.ceil(width / 8);
  const packed = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if ((data[(y * width + x) * 4] ?? 0) > 127)
        packed[y * stride + (x >> 3)] = (packed[y * stride + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
  return packed;
}

/** The smallest PDF whose pages are pictures, as scanners write them (ISO 32000-1, 7.5). */
export function imagesToPdf(pages: readonly PicturePage[]): Buffer {
  const objects: Buffer[] = [];
  const kids = pages.map((_, index) => `${3 + index * 3} 0 R`).join(' ');
  objects.push(Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'));
  objects.push(Buffer.from(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`));
  for (const [index, page] of pages.entries()) {
    const first = 3 + index * 3;
    const draw = Buffer.from(
      [`q ${page.width} 0 0 ${page.height} 0 0 cm /Im Do Q`, ...(page.typed ?? []).map(writeTyped)].join(
        '\n',
      ),
    );
    objects.push(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Contents ${first + 1} 0 R /Resources << /XObject << /Im ${first + 2} 0 R >> /Font << /F ${FONT} >> >> >>`,
      ),
      Buffer.concat([
        Buffer.from(`<< /Length ${draw.length} >>\nstream\n`),
        draw,
        Buffer.from('\nendstream'),
      ]),
      Buffer.concat([
        Buffer.from(
          `<< /Type /XObject /Subtype /Image /Width ${page.pixelWidth} /Height ${page.pixelHeight} ${page.bits === 1 ? BLACK_AND_WHITE : PHOTOGRAPH} /Length ${page.data.length} >>\nstream\n`,
        ),
        page.data,
        Buffer.from('\nendstream'),
      ]),
    );
  }
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    parts.push(part);
    length += part.length;
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
