/*
 * Sheets full of numbers in the looks that offices give them: how many are read otherwise, and how many of those surely.
 *
 *   npx tsx test/parsers/ocr/number-sheets.ts [--seed N] [--sheets N] [--variants NAME,…] [--fonts NAME,…] [--touching]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { OcrEngine } from '../../../parsers/ocr/engine.ts';
import { preparePage } from '../../../parsers/ocr/prepare-page.ts';
import { readCells } from '../../../parsers/ocr/read-cells.ts';
import { renderPages } from '../../../parsers/ocr/read-scanned-pdf.ts';
import { withPdf } from '../../../parsers/pdf/with-pdf.ts';
import { findChromium } from '../../../scrapers/find-chromium.ts';
import { loadEngine } from '../../../src/ocr/load-engine.ts';
import { DOUBTED_BELOW } from '../../../src/validators/doubt-ocr.ts';
import { degrade, numbers } from './degrade.ts';
import { drawFile } from './draw-file.ts';
import { imagesToPdf, picturePage } from './images-to-pdf.ts';
import { VARIANTS, type Variant } from './variants.ts';

const FONTS = [
  'Liberation Serif',
  'Liberation Sans',
  'Liberation Sans Narrow',
  'Liberation Mono',
  'Noto Serif CJK SC',
  'Noto Sans CJK SC',
];
const SIZES = [9, 10, 10.5, 12, 14];
/** Fonts that are put in the place of missing ones are wider than their digits' places: they touch. */
const TOUCHING_EM = [0, 0, -0.05, -0.09];
const ROWS = 26;
const COLUMNS = 8;
const LABELS = [
  '本年新收',
  '上年结转',
  '予以公开',
  '属于国家秘密',
  '重复申请',
  '信访举报',
  '其他处理',
  '总计',
];
/** Shapes of numbers as reports print them: mostly short ones. */
const SHAPES = [
  '0',
  '#',
  '#',
  '##',
  '##',
  '##',
  '###',
  '###',
  '###',
  '####',
  '#####',
  '#,###',
  '##.#',
  '#.##',
];

interface Sheet {
  readonly html: string;
  readonly printed: readonly (readonly string[])[];
  readonly look: string;
}

function makeSheet(seed: number, fonts: readonly string[], spacings: readonly number[]): Sheet {
  const random = numbers(seed * 7919);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const makeNumber = (): string =>
    pick(SHAPES).replaceAll(/#/g, (_, at: number) =>
      String(Math.floor(at === 0 ? 1 + random() * 9 : random() * 10)),
    );
  const look = [
    random() < 0.2 ? 'bold ' : '',
    pick(SIZES),
    'pt/1.35 "',
    pick(fonts),
    '","Noto Serif CJK SC"',
  ].join('');
  const spacing = pick(spacings);
  const align = pick(['left', 'center', 'right']);
  const printed = Array.from({ length: ROWS }, () => Array.from({ length: COLUMNS }, makeNumber));
  const rows = printed.map((row) => `<tr><td>${[pick(LABELS), ...row].join('<td>')}`);
  const html = `<!DOCTYPE html><meta charset="utf-8"><style>@page{size:A4;margin:18mm 16mm}body{margin:0}
    table{border-collapse:collapse;width:100%;font:${look}}
    td{border:1px solid #000;padding:2.5pt 3pt;text-align:${align};letter-spacing:${spacing}em}</style><table>${rows.join('')}</table>`;
  return { html, printed, look: `${look} ${spacing}em ${align}` };
}

async function printSheet(html: string, dpi: number) {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-sheet-'));
  try {
    const [page, pdf] = [join(folder, 'sheet.html'), join(folder, 'sheet.pdf')];
    writeFileSync(page, html);
    const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer'];
    spawnSync(findChromium(process.env) ?? '', [...flags, `--print-to-pdf=${pdf}`, pathToFileURL(page).href]);
    spawnSync('pdftoppm', ['-r', String(dpi), '-png', '-l', '1', pdf, join(folder, 'page')]);
    return await drawFile(join(folder, readdirSync(folder).find((name) => name.endsWith('.png')) ?? ''));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What became of the numbers of a sheet. */
export interface SheetScore {
  readonly look: string;
  readonly numbers: number;
  readonly doubted: readonly string[];
  /** Read otherwise than printed, and surely. */
  readonly silent: readonly string[];
}

/** Prints a sheet, damages it as a variant does, and reads it as a page of a scan. */
export async function scoreSheet(
  engine: OcrEngine,
  variant: Variant,
  seed: number,
  fonts: readonly string[] = FONTS,
  spacings: readonly number[] = [0],
): Promise<SheetScore> {
  const { html, printed, look } = makeSheet(seed, fonts, spacings);
  const canvas = degrade(await printSheet(html, variant.dpi), variant, seed);
  const page = picturePage(canvas, variant.dpi, variant.fax ? 'bits' : (variant.quality ?? 85));
  const doubted: string[] = [];
  const silent: string[] = [];
  const read = async (pdf: Parameters<typeof renderPages>[0]): Promise<void> => {
    for await (const scan of renderPages(pdf, [1], (_, reason) => silent.push(reason))) {
      const ready = preparePage(scan.image);
      for (const table of ready.tables) {
        // A sheet whose columns were not found is no measure of how numbers are read.
        if (table.xs.length !== COLUMNS + 2) continue;
        const texts = await readCells(engine, ready, table);
        for (const [index, { row, column }] of table.cells.entries()) {
          const [number, text] = [printed[row]?.[column - 1], texts[index]];
          if (number === undefined || !text) continue;
          if (text.confidence < DOUBTED_BELOW) doubted.push(`${number} > ${text.text}`);
          else if (text.text !== number) silent.push(`${number} > ${text.text}`);
        }
      }
    }
  };
  await withPdf(imagesToPdf([page]), read, { useSystemFonts: true });
  return { look, numbers: ROWS * COLUMNS, doubted, silent };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      sheets: { type: 'string' },
      variants: { type: 'string' },
      fonts: { type: 'string' },
      touching: { type: 'boolean' },
    },
  });
  const engine = await loadEngine();
  if (!engine) throw new Error('the OCR engine is not installed');
  const first = Number(values.seed ?? 1);
  for (const name of values.variants?.split(',') ?? ['clean'])
    for (let seed = first; seed < first + Number(values.sheets ?? 5); seed++) {
      const variant = VARIANTS[name];
      if (!variant) throw new Error(`no variant ${name}`);
      const {
        look,
        numbers: all,
        doubted,
        silent,
      } = await scoreSheet(
        engine,
        variant,
        seed,
        values.fonts?.split(','),
        values.touching ? TOUCHING_EM : [0],
      );
      console.log(`${name} ${seed} ${look}: ${doubted.length} of ${all} in doubt, ${silent.length} silent`);
      for (const one of silent) console.log(`  ${one}`);
    }
}
