import { describe, expect, test } from 'vitest';
import { readPdfPages } from '../../../parsers/pdf/read-pdf.ts';
import { makePdf, showText, strokeLine } from './make-pdf.ts';

const [LEFT, TOP, WIDE, HIGH] = [60, 700, 160, 16] as const;
const ROWS = [
  ['信息内容', '本年制发件数', '本年废止件数'],
  ['规章', '8408.9711', '12'],
  ['行政规范性文件', '117', '0'],
  ['行政许可', '43294', '5'],
] as const;

/** Three columns of 160 points, so that the end of a row stands in the height of the next where the page leans. */
const table = (lined: boolean): string =>
  [
    ...(lined
      ? [0, 1, 2, 3, 4].map((k) => strokeLine(LEFT, TOP - k * HIGH, LEFT + 3 * WIDE, TOP - k * HIGH))
      : []),
    ...(lined
      ? [0, 1, 2, 3].map((k) => strokeLine(LEFT + k * WIDE, TOP, LEFT + k * WIDE, TOP - 4 * HIGH))
      : []),
    ...ROWS.flatMap((row, r) =>
      row.map((text, k) => showText(text, LEFT + 5 + k * WIDE, TOP - r * HIGH - 12, 9)),
    ),
  ].join('\n');

/** A map that turns by degrees around the middle of an A4 page, or lets only what is horizontal rise. */
function turned(degrees: number, skew = false): string {
  const rise = Math.tan((degrees * Math.PI) / 180);
  const [x, y] = [297.5, 421];
  return [1, rise, skew ? 0 : -rise, 1, skew ? 0 : rise * y, -rise * x]
    .map((part) => part.toFixed(6))
    .join(' ');
}

async function read(content: string, rotate = 0) {
  const { document } = await readPdfPages(makePdf([{ content, rotate }]));
  const [grid] = document.grids;
  return {
    texts: grid?.rows.map((row) => row.map((cell) => cell.text)),
    boxes: grid?.rows.map((row) => row.map(({ source }) => (source.kind === 'pdf' ? source.bbox : []))),
    rules: document.findings.map((finding) => finding.rule),
    text: document.text,
  };
}

describe('a page that was laid down slantwise', () => {
  test.each([-3, -1.2, -0.5, 0.3, 1, 3])('%d degrees, with lines', async (degrees) => {
    const { texts, rules } = await read(`q ${turned(degrees)} cm\n${table(true)}\nQ`);
    expect(texts).toEqual(ROWS);
    expect(rules).toEqual([]);
  });

  test.each([-1.2, 1, 3])('%d degrees, without lines', async (degrees) => {
    const heading = showText('二、主动公开政府信息情况', 60, 730, 12);
    const { texts } = await read(`q ${turned(degrees)} cm\n${heading}\n${table(false)}\nQ`);
    expect(texts?.slice(-3).map((row) => row.slice(-2))).toEqual(ROWS.slice(1).map((row) => row.slice(-2)));
  });

  test.each([0.4, 1])('only its rows rise, by %d degrees', async (degrees) => {
    const { texts } = await read(`q ${turned(degrees, true)} cm\n${table(true)}\nQ`);
    expect(texts).toEqual(ROWS);
  });

  test('and by a quarter', async () => {
    const { texts } = await read(`q 0 1 -1 0 700 0 cm ${turned(1)} cm\n${table(true)}\nQ`);
    expect(texts).toEqual(ROWS);
  });

  test('a cell has its place on the page as it is printed', async () => {
    const { boxes } = await read(`q ${turned(1)} cm\n${table(true)}\nQ`);
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = boxes?.[3]?.[2] ?? [];
    // The last cell, 380–540 by 636–652 before the page was turned.
    const rise = Math.tan(Math.PI / 180);
    expect((x0 + x1) / 2).toBeCloseTo(460 - rise * (644 - 421), 0);
    expect((y0 + y1) / 2).toBeCloseTo(644 + rise * (460 - 297.5), 0);
  });

  test('text that is upright beside a table that leans stays whole', async () => {
    const line = '本机关依法公开政府信息，并对本年度的工作情况报告如下，请社会各界予以监督。';
    const around = [0, 1, 2].map((k) => showText(line, 60, 400 - k * 14, 12)).join('\n');
    const { texts, text } = await read(`${around}\nq ${turned(3)} cm\n${table(true)}\nQ`);
    expect(texts).toEqual(ROWS);
    expect(text).toContain(line);
  });
});
