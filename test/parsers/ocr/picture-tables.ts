import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { findChromium } from '../../../scrapers/find-chromium.ts';
import { degrade } from './degrade.ts';
import { drawFile } from './draw-file.ts';
import type { Variant } from './variants.ts';

/** A window of this width in CSS pixels, as wide as an article on a page. */
const WIDTH = 900;
const TALLEST = 3000;

/** A page file → its markup with each table replaced by a picture of it. */
export async function pictureTables(html: string, variant: Variant, seed: number): Promise<string> {
  const markup = readFileSync(html, 'utf8');
  const style = /<style>@page[\s\S]*?<\/style>/.exec(markup)?.[0] ?? '';
  const tables = [...markup.matchAll(/<table[\s>][\s\S]*?<\/table>/gi)].map(([table]) => table);
  let page = markup;
  for (const [index, table] of tables.entries()) {
    const picture = degrade(await photograph(style, table, variant.dpi / 96), variant, seed * 100 + index);
    const quality = variant.quality;
    const address = quality ? picture.toDataURL('image/jpeg', quality / 100) : picture.toDataURL('image/png');
    page = page.replace(table, () => `<p><img src="${address}" alt=""></p>`);
  }
  return page;
}

async function photograph(style: string, table: string, scale: number): Promise<Canvas> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-table-'));
  try {
    const file = join(folder, 'table.html');
    const picture = join(folder, 'table.png');
    writeFileSync(
      file,
      `<!DOCTYPE html><meta charset="utf-8">${style}<body style="padding:4px;width:${WIDTH - 8}px !important">${table}`,
    );
    spawnSync(findChromium(process.env) ?? '', [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--hide-scrollbars',
      `--force-device-scale-factor=${scale}`,
      `--window-size=${WIDTH},${TALLEST}`,
      `--screenshot=${picture}`,
      pathToFileURL(file).href,
    ]);
    return cropFoot(await drawFile(picture));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The picture without the empty window below the table. */
function cropFoot(canvas: Canvas): Canvas {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  let last = data.length - 4;
  while (last > 0 && (data[last] ?? 255) > 200) last -= 4;
  const cropped = createCanvas(width, Math.min(height, Math.ceil(last / 4 / width) + 8));
  cropped.getContext('2d').drawImage(canvas, 0, 0);
  return cropped;
}
