import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { preparePage } from '../../../parsers/ocr/prepare-page.ts';
import { toGray } from '../../../parsers/ocr/to-gray.ts';
import type { Extraction } from '../../../src/model/extraction.ts';
import { loadEngine } from '../../../src/ocr/load-engine.ts';
import { extractDocument } from '../../../src/pipeline/extract-document.ts';
import { loadGazetteer } from '../../../src/places/load-gazetteer.ts';
import { makePdf, showText } from '../pdf/make-pdf.ts';
import { withoutMap } from '../pdf/without-map.ts';
import { degrade } from './degrade.ts';
import { imagesToPdf, picturePage } from './images-to-pdf.ts';
import { installEngine } from './install-engine.ts';

interface PrintedReport {
  readonly file: string;
  readonly values: Readonly<Record<string, number>>;
  readonly blank: readonly string[];
}

const SCANS = join(import.meta.dirname, '..', '..', 'fixtures', 'scans');
const TABLE = readFileSync(join(SCANS, 'applications-2021.png'));
const PRINTED = JSON.parse(readFileSync(join(SCANS, 'applications-2021.json'), 'utf8')) as Record<
  string,
  number
>;
const REPORTS = JSON.parse(
  readFileSync(join(SCANS, '..', 'pdf', 'truth.json'), 'utf8'),
) as readonly PrintedReport[];
const REPORT = REPORTS.find(({ file }) => file === 'same-report-office.pdf') as PrintedReport;
const BLANK = new Set(REPORT.blank);
const FILLED = Object.fromEntries(Object.entries(REPORT.values).filter(([name]) => !BLANK.has(name)));
const TITLE = '双辽市政府办公室2021年政府信息公开工作年度报告';

const extract = (bytes: Uint8Array): Promise<Extraction> =>
  extractDocument(bytes, {}, { gazetteer: loadGazetteer(), loadOcr: loadEngine });

/** The printed numbers that were read otherwise: silently, or with a doubt. */
function wrongCells({ cells }: Extraction, printed: Readonly<Record<string, number>> = PRINTED) {
  const cellOf = new Map(cells.map((cell) => [cell.variable, cell]));
  const wrong = Object.keys(printed).filter((name) => cellOf.get(name)?.value !== printed[name]);
  const silent = wrong.filter((name) => !/ambiguous|unreadable/.test(cellOf.get(name)?.status ?? 'lost'));
  return { silent, doubted: wrong.length - silent.length };
}

const TOP_HEIGHT = 182;

/** The head of the table and its first two rows. */
async function topOfTable(): Promise<string> {
  const image = await loadImage(TABLE);
  const top = createCanvas(image.width, TOP_HEIGHT);
  top.getContext('2d').drawImage(image, 0, 0);
  return top.toDataURL('image/png');
}

/** A web page that shows the table as a picture. */
const pageWith = (picture: string): Uint8Array =>
  Buffer.from(`<html><head><title>${TITLE}</title></head><body><h1>${TITLE}</h1>
      <p>三、收到和处理政府信息公开申请情况</p><table><tr><td><img src="${picture}"></td></tr></table>
      <p>四、政府信息公开行政复议、行政诉讼情况</p></body></html>`);

const FEW = 4;
/** The head of the table, and its columns of numbers. */
const HEADER_ROWS = 3;
const APPLICANTS = 7;
/** Seconds of work; minutes where other tests keep the processors busy. */
const PATIENCE_MS = 240_000;

describe.skipIf(!installEngine())('a scan', () => {
  it(
    'that lies upside down and askew is read cell by cell, each with its place and confidence',
    async () => {
      const image = await loadImage(TABLE);
      const sheet = createCanvas(image.width + 200, image.height + 300);
      sheet.getContext('2d').fillStyle = 'white';
      sheet.getContext('2d').fillRect(0, 0, sheet.width, sheet.height);
      sheet.getContext('2d').drawImage(image, 100, 120);
      const scan = degrade(sheet, { degrees: 1.2, noise: 5, paper: 225, shadow: 30, turn: 180 }, 1);
      const record = await extract(imagesToPdf([picturePage(scan, 110, 70)]));
      const { silent, doubted } = wrongCells(record);
      expect(silent).toEqual([]);
      expect(doubted).toBeLessThanOrEqual(FEW);
      expect(record.findings.map(({ rule }) => rule)).toContain('document.read_by_ocr');
      const total = record.cells.find(({ variable }) => variable === 'applications.received_new.total');
      expect(total).toMatchObject({ value: 53, source: { kind: 'ocr', page: 1 } });
      if (total?.source?.kind !== 'ocr') throw new Error('not read from an image');
      expect(total.source.confidence).toBeGreaterThan(0.75);
      // Upside down: what is printed at the top right lies at the bottom left, in points from there.
      const [x0, y0, x1, y1] = total.source.bbox;
      const width = (scan.width * 72) / 110;
      const height = (scan.height * 72) / 110;
      expect([x0 < width * 0.2, x1 < width * 0.2, y0 < height * 0.3, y1 < height * 0.3]).toEqual([
        true,
        true,
        true,
        true,
      ]);
    },
    PATIENCE_MS,
  );

  it(
    'of an empty form is read with the numbers that are typed over it',
    async () => {
      const image = await loadImage(TABLE);
      const sheet = createCanvas(image.width + 160, image.height + 300);
      const context = sheet.getContext('2d');
      context.fillStyle = 'white';
      context.fillRect(0, 0, sheet.width, sheet.height);
      context.drawImage(image, 80, 120);
      const { data } = context.getImageData(0, 0, sheet.width, sheet.height);
      const [table] = preparePage(toGray(data, sheet.width, sheet.height)).tables;
      const first = (table?.xs.length ?? 0) - 1 - APPLICANTS;
      const boxes = table?.cells.filter(({ row, column }) => row >= HEADER_ROWS && column >= first) ?? [];
      const numbers = Object.values(PRINTED);
      expect(boxes).toHaveLength(numbers.length);
      const { height, width } = picturePage(sheet, 110, 70);
      const toPoints = width / sheet.width;
      const typed = boxes.map(({ box: { left, top, right, bottom } }, index) => {
        context.fillRect(left + 4, top + 4, right - left - 8, bottom - top - 8);
        const [x, y] = [(left + right) / 2 - 8, (top + bottom) / 2 + 6];
        return { text: String(numbers[index]), x: x * toPoints, y: height - y * toPoints, size: 10 };
      });
      const record = await extract(imagesToPdf([{ ...picturePage(sheet, 110, 70), typed }]));
      expect(wrongCells(record)).toEqual({ silent: [], doubted: 0 });
    },
    PATIENCE_MS,
  );

  it(
    'of a printed page is taken where its fonts do not say what the digits are',
    async () => {
      const record = await extract(withoutMap('same-report-office.pdf', 'DejaVuSans'));
      const { silent, doubted } = wrongCells(record, FILLED);
      expect(silent).toEqual([]);
      expect(doubted).toBeLessThanOrEqual(FEW);
      const filled = record.cells.filter(
        ({ variable, status }) => status === 'reported' && BLANK.has(variable),
      );
      expect(filled).toEqual([]);
      expect(record.cells.find(({ value }) => value !== null)?.source).toMatchObject({ kind: 'ocr' });
      const rules = record.findings.map(({ rule }) => rule);
      expect(rules).toContain('document.read_by_ocr');
      expect(rules).not.toContain('document.glyphs_unknown');
    },
    PATIENCE_MS,
  );

  it(
    'that prints strokes for zeros has dashes there: a slanted one is no 1, a short one no blank cell',
    async () => {
      const image = await loadImage(TABLE);
      const sheet = createCanvas(image.width + 160, TOP_HEIGHT + 160);
      const context = sheet.getContext('2d');
      context.fillStyle = 'white';
      context.fillRect(0, 0, sheet.width, sheet.height);
      context.drawImage(image, 0, 0, image.width, TOP_HEIGHT, 80, 80, image.width, TOP_HEIGHT);
      const { data } = context.getImageData(0, 0, sheet.width, sheet.height);
      const [table] = preparePage(toGray(data, sheet.width, sheet.height)).tables;
      const first = (table?.xs.length ?? 0) - 1 - APPLICANTS;
      const top = Object.entries(PRINTED).slice(0, 2 * APPLICANTS);
      const boxes = table?.cells.filter(({ row, column }) => row >= HEADER_ROWS && column >= first) ?? [];
      expect(boxes).toHaveLength(top.length);
      for (const [index, { box }] of boxes.entries()) {
        if (top[index]?.[1] !== 0) continue;
        context.fillStyle = 'white';
        context.fillRect(box.left + 4, box.top + 4, box.right - box.left - 8, box.bottom - box.top - 8);
        const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
        context.lineWidth = 1.4;
        context.beginPath();
        context.moveTo(...(index < APPLICANTS ? ([x - 2.5, y + 6] as const) : ([x - 2, y] as const)));
        context.lineTo(...(index < APPLICANTS ? ([x + 2.5, y - 6] as const) : ([x + 2, y] as const)));
        context.stroke();
      }
      const scan = degrade(sheet, { degrees: 1.2, noise: 6, paper: 235 }, 1);
      const record = await extract(pageWith(scan.toDataURL('image/jpeg', 0.75)));
      const statusOf = new Map(record.cells.map(({ variable, status }) => [variable, status]));
      expect(top.map(([name]) => [name, statusOf.get(name)])).toEqual(
        top.map(([name, value]) => [name, value === 0 ? 'dash' : 'reported']),
      );
    },
    PATIENCE_MS,
  );

  it(
    'that a web page shows in the place of a table is read there',
    async () => {
      const record = await extract(pageWith(await topOfTable()));
      const top = Object.entries(PRINTED).filter(([name]) => /\.(?:received_new|carried_in)\./.test(name));
      expect(top).toHaveLength(14);
      expect(wrongCells(record, Object.fromEntries(top))).toEqual({ silent: [], doubted: 0 });
      expect(record.report).toMatchObject({ year: 2021, form: '2021' });
      expect(record.findings.map(({ rule }) => rule)).toContain('document.read_by_ocr');
    },
    PATIENCE_MS,
  );

  it(
    'that a printed page shows in the place of a table is read there, and the text is left as printed',
    async () => {
      const image = await loadImage(TABLE);
      const top = createCanvas(image.width, TOP_HEIGHT);
      top.getContext('2d').drawImage(image, 0, 0);
      const jpeg = top.toBuffer('image/jpeg', 90).toString('latin1');
      const [x, y, width, height] = [50, 560, 500, (500 * TOP_HEIGHT) / image.width];
      const text = [
        showText(TITLE, 120, 780, 16),
        showText('根据《中华人民共和国政府信息公开条例》的规定，编制本报告。', 50, 740, 12),
        showText('三、收到和处理政府信息公开申请情况', 50, 700, 12),
        showText('四、政府信息公开行政复议、行政诉讼情况', 50, 500, 12),
      ];
      const picture = `q ${width} 0 0 ${height} ${x} ${y} cm\nBI /W ${top.width} /H ${top.height} /CS /RGB /BPC 8 /F /DCT\nID ${jpeg}\nEI Q`;
      const record = await extract(makePdf([{ content: [...text, picture].join('\n') }]));
      const numbers = Object.entries(PRINTED).filter(([name]) =>
        /\.(?:received_new|carried_in)\./.test(name),
      );
      expect(wrongCells(record, Object.fromEntries(numbers))).toEqual({ silent: [], doubted: 0 });
      expect(record.report).toMatchObject({ title: TITLE, year: 2021, form: '2021' });
      expect(record.findings.map(({ rule }) => rule)).toContain('document.read_by_ocr');
      const source = record.cells.find(({ variable }) => variable === numbers[0]?.[0])?.source;
      if (source?.kind !== 'ocr') throw new Error('not read from an image');
      expect(source.page).toBe(1);
      expect(source.bbox[0]).toBeGreaterThan(x + width / 2);
      expect(source.bbox[1]).toBeGreaterThan(y);
      expect(source.bbox[3]).toBeLessThan(y + height);
    },
    PATIENCE_MS,
  );
});
