/*
 * Scans with known truth: generated reports, printed by Chromium, turned into page images by poppler, damaged.
 *
 *   npx tsx test/parsers/ocr/make-scans.ts OUTDIR [--seed N] [--recipes NAME,…] [--variants NAME,…]
 *
 * Writes one PDF of pictures a recipe and variant, and truth.json beside them in the scorer's format.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { findChromium } from '../../../scrapers/find-chromium.ts';
import { RECIPES } from '../../generate/corpus.ts';
import { generateDocument, type Plan, type Truth } from '../../generate/document.ts';
import { createRandom } from '../../generate/random.ts';
import { type Damage, degrade } from './degrade.ts';
import { imagesToPdf, type JpegPage } from './images-to-pdf.ts';

/** How pages are scanned: dots an inch, and what goes wrong. */
export interface Variant extends Damage {
  readonly dpi: number;
}

export const VARIANTS: Readonly<Record<string, Variant>> = {
  clean: { dpi: 200 },
  'fine-300': { dpi: 300, degrees: 0.3, quality: 70 },
  'coarse-150': { dpi: 150, degrees: -0.6, quality: 75 },
  'coarse-120': { dpi: 120, degrees: 0.4, quality: 80 },
  'skew-1': { dpi: 200, degrees: 1, noise: 6, quality: 70 },
  'skew-3': { dpi: 200, degrees: -3, noise: 6, quality: 70 },
  noise: { dpi: 200, degrees: 0.5, noise: 22, quality: 60 },
  blur: { dpi: 200, degrees: -0.5, blur: 1.5, quality: 60 },
  'jpeg-40': { dpi: 150, degrees: 0.7, noise: 5, quality: 40 },
  grey: { dpi: 200, degrees: 0.5, paper: 190, shadow: 50, noise: 8, quality: 60 },
  stamp: { dpi: 200, degrees: -0.8, stamp: true, quality: 70 },
  broken: { dpi: 200, degrees: 0.6, brokenRules: 0.06, quality: 70 },
  dirt: { dpi: 200, degrees: 0.3, dirt: 1500, quality: 60 },
  worst: { dpi: 120, degrees: 1.7, noise: 15, blur: 0.7, paper: 215, shadow: 30, quality: 45 },
};

/** How the page is set: the looks that offices give their reports. */
const STYLES = [
  { body: '"Noto Serif CJK SC"', table: '"Noto Serif CJK SC"', size: 12, border: '1px' },
  {
    body: '"Noto Sans CJK SC"',
    table: '"Liberation Serif", "Noto Serif CJK SC"',
    size: 10.5,
    border: '0.5pt',
  },
  { body: '"Noto Serif CJK SC"', table: '"Liberation Sans", "Noto Sans CJK SC"', size: 9, border: '1.5px' },
] as const;

function pageStyle(index: number): string {
  const { body, table, size, border } = STYLES[index % STYLES.length] ?? STYLES[0];
  return `<style>@page{size:A4;margin:18mm 16mm}body{font:12pt/1.6 ${body} !important;margin:0;width:auto !important}
    p{margin:6pt 0}table{border-collapse:collapse !important;width:100% !important;font:${size}pt/1.35 ${table} !important}
    td,th{border:${border} solid #000 !important;padding:2.5pt 3pt !important;font:inherit !important;width:auto !important;height:auto !important;${index % 2 ? 'text-align:center !important' : ''}}
    td *{font:inherit !important;margin:0 !important;text-indent:0 !important}</style>`;
}

export const canPrint = (): boolean =>
  findChromium(process.env) !== null && spawnSync('pdftoppm', ['-v']).status === 0;

/** Paper has no menus and no hidden dates. */
function onPaper(plan: Plan): Plan {
  if (plan.output.kind !== 'html') throw new Error('only pages can be printed');
  const { options } = plan.output;
  const page = {
    ...options.page,
    shell: 'bare',
    chrome: false,
    scripts: false,
    date: 'none',
    charset: 'utf-8',
  } as const;
  return { ...plan, output: { kind: 'html', options: { ...options, encoding: 'utf-8', page } } };
}

interface Printed {
  readonly truth: Truth;
  readonly pdf: string;
}

function printRecipe(name: string, seed: number, style: number, folder: string): Printed {
  const recipe = RECIPES.find((known) => known.name === name);
  if (!recipe) throw new Error(`no recipe ${name}`);
  const random = createRandom(seed).fork(name);
  const plan = onPaper(recipe.plan(random));
  const { truth, bytes } = generateDocument(`${name}-${seed}`, plan, random.fork('document'));
  const html = join(folder, `${truth.case}.html`);
  const pdf = join(folder, `${truth.case}.pdf`);
  const markup = Buffer.from(bytes).toString('utf8');
  writeFileSync(
    html,
    markup.replace(/<\/head>|<body/i, (tag) => `${pageStyle(style)}${tag}`),
  );
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer'];
  const printed = spawnSync(findChromium(process.env) ?? '', [
    ...flags,
    `--print-to-pdf=${pdf}`,
    pathToFileURL(html).href,
  ]);
  if (printed.status !== 0) throw new Error(`Chromium did not print ${name}: ${printed.stderr}`);
  return { truth, pdf };
}

async function scanPages(pdf: string, variant: Variant, seed: number): Promise<readonly JpegPage[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-scan-'));
  try {
    spawnSync('pdftoppm', ['-r', String(variant.dpi), '-png', pdf, join(folder, 'page')]);
    const pages: JpegPage[] = [];
    for (const [index, file] of readdirSync(folder).sort().entries()) {
      const image = await loadImage(join(folder, file));
      const canvas = createCanvas(image.width, image.height);
      canvas.getContext('2d').drawImage(image, 0, 0);
      pages.push({
        jpeg: degrade(canvas, variant, seed * 100 + index),
        width: (image.width * 72) / variant.dpi,
        height: (image.height * 72) / variant.dpi,
        pixelWidth: image.width,
        pixelHeight: image.height,
      });
    }
    return pages;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One scan a recipe and variant; the truth speaks of what is printed, so of no hidden date. */
export async function makeScans(
  outDir: string,
  recipes: readonly string[],
  variants: readonly string[],
  seed: number,
): Promise<readonly Truth[]> {
  mkdirSync(outDir, { recursive: true });
  const truths: Truth[] = [];
  for (const [style, name] of recipes.entries()) {
    const { truth, pdf } = printRecipe(name, seed, style, outDir);
    for (const key of variants) {
      const variant = VARIANTS[key];
      if (!variant) throw new Error(`no variant ${key}`);
      const file = `${truth.case}-${key}-scan.pdf`;
      writeFileSync(join(outDir, file), imagesToPdf(await scanPages(pdf, variant, seed)));
      truths.push({ ...truth, case: `${truth.case}-${key}`, file, kind: 'scan', published: null });
    }
  }
  writeFileSync(join(outDir, 'truth.json'), JSON.stringify(truths));
  return truths;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string' }, recipes: { type: 'string' }, variants: { type: 'string' } },
  });
  const recipes = values.recipes?.split(',') ?? ['html-plain-2021', 'html-plain-2019'];
  const variants = values.variants?.split(',') ?? Object.keys(VARIANTS);
  const truths = await makeScans(positionals[0] ?? 'scans', recipes, variants, Number(values.seed ?? 1));
  console.log(
    `${truths.length} scans of ${readFileSync(join(positionals[0] ?? 'scans', 'truth.json')).length} bytes of truth`,
  );
}
