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
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { findChromium } from '../../../scrapers/find-chromium.ts';
import { RECIPES } from '../../generate/corpus.ts';
import { generateDocument, type Plan, type Truth } from '../../generate/document.ts';
import { createRandom } from '../../generate/random.ts';
import { degrade } from './degrade.ts';
import { drawFile } from './draw-file.ts';
import { imagesToPdf, picturePage } from './images-to-pdf.ts';
import { pictureTables } from './picture-tables.ts';
import { VARIANTS, type Variant } from './variants.ts';

/** How the page is set: the looks that offices give their reports. */
const SERIF = '"Noto Serif CJK SC"';
const SANS = '"Noto Sans CJK SC"';
const STYLES = [
  { body: SERIF, table: SERIF, size: 12, border: '1px solid #000', cell: '' },
  {
    body: SANS,
    table: `"Liberation Serif", ${SERIF}`,
    size: 10.5,
    border: '0.5pt solid #000',
    cell: 'text-align:center',
  },
  { body: SERIF, table: `"Liberation Sans", ${SANS}`, size: 9, border: '1.5px solid #000', cell: '' },
  { body: SERIF, table: SANS, size: 10.5, border: '0.25pt solid #444', cell: 'text-align:center' },
  {
    body: SANS,
    table: SERIF,
    size: 14,
    border: '1px solid #000',
    cell: 'font-weight:bold;text-align:center',
  },
  {
    body: SERIF,
    table: `"Liberation Mono", ${SANS}`,
    size: 10,
    border: '2px solid #000',
    cell: 'text-align:right',
  },
] as const;

function pageStyle(index: number): string {
  const { body, table, size, border, cell } = STYLES[index % STYLES.length] ?? STYLES[0];
  return `<style>@page{size:A4;margin:18mm 16mm}body{font:12pt/1.6 ${body} !important;margin:0;width:auto !important}
    p{margin:6pt 0}table{border-collapse:collapse !important;width:100% !important;font:${size}pt/1.35 ${table} !important}
    td,th{font:inherit !important;${cell.replaceAll(/(?<=.)$|;/g, ' !important;')};border:${border} !important;padding:2.5pt 3pt !important;width:auto !important;height:auto !important}
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
  readonly html: string;
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
  return { truth, pdf, html };
}

async function scanPages(pdf: string, variant: Variant, seed: number): Promise<readonly Canvas[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-scan-'));
  try {
    spawnSync('pdftoppm', ['-r', String(variant.dpi), '-png', pdf, join(folder, 'page')]);
    const pages: Canvas[] = [];
    for (const [index, file] of readdirSync(folder).sort().entries())
      pages.push(degrade(await drawFile(join(folder, file)), variant, seed * 100 + index));
    return pages;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Pages below one another, as reports are published as one long picture. */
function stack(pages: readonly Canvas[]): Canvas {
  const width = Math.max(...pages.map((page) => page.width));
  const canvas = createCanvas(
    width,
    pages.reduce((height, page) => height + page.height, 0),
  );
  let top = 0;
  for (const page of pages) {
    canvas.getContext('2d').drawImage(page, 0, top);
    top += page.height;
  }
  return canvas;
}

const showPages = (title: string, pages: readonly Canvas[], quality: number): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>${pages
    .map((page) => `<p><img src="${page.toDataURL('image/jpeg', quality / 100)}"></p>`)
    .join('\n')}</body></html>`;

async function deliver(
  printed: Printed,
  variant: Variant,
  seed: number,
): Promise<[ending: string, Uint8Array]> {
  const { as = 'pdf', quality = 85, dpi } = variant;
  if (as === 'html tables') return ['html', Buffer.from(await pictureTables(printed.html, variant, seed))];
  const pages = await scanPages(printed.pdf, variant, seed);
  const title = `${printed.truth.place}${printed.truth.year}年政府信息公开工作年度报告`;
  if (as === 'html pages') return ['html', Buffer.from(showPages(title, pages, quality))];
  if (as === 'png') return ['png', stack(pages).toBuffer('image/png')];
  if (as === 'jpeg') return ['jpg', stack(pages).toBuffer('image/jpeg', quality)];
  return ['pdf', imagesToPdf(pages.map((page) => picturePage(page, dpi, variant.fax ? 'bits' : quality)))];
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
    const printed = printRecipe(name, seed, style + seed, outDir);
    const { truth } = printed;
    for (const key of variants) {
      const variant = VARIANTS[key];
      if (!variant) throw new Error(`no variant ${key}`);
      const [ending, bytes] = await deliver(printed, variant, seed);
      const file = `${truth.case}-${key}-scan.${ending}`;
      writeFileSync(join(outDir, file), bytes);
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
