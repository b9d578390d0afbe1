import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPlot } from '../../charts/draw-plot.ts';
import { findPictureFont, PICTURE_FONT, toPng } from '../../charts/to-png.ts';
import { csvField } from '../formats/csv.ts';
import type { Picture } from './picture.ts';

/** Viewers of the SVG have their own fonts. */
const FONTS = `${PICTURE_FONT}, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif`;
const TITLE_HEIGHT = 46;

/** Writes each picture as SVG, as PNG where there is a font for it, and its numbers as CSV, under `dir/charts`. */
export async function writePictures(dir: string, pictures: readonly Picture[]): Promise<void> {
  const folder = join(dir, 'charts');
  mkdirSync(folder, { recursive: true });
  const font = findPictureFont();
  for (const picture of pictures) {
    const { name, columns, rows } = picture;
    const svg = await drawPicture(picture);
    writeFileSync(join(folder, `${name}.svg`), svg);
    writeFileSync(
      join(folder, `${name}.csv`),
      [columns, ...rows].map((row) => `${row.map(csvField).join(',')}\n`).join(''),
    );
    if (font) writeFileSync(join(folder, `${name}.png`), await toPng(svg, font));
  }
}

/** The chart below its title in both languages, as a document of its own. */
export async function drawPicture({ title, plot }: Picture): Promise<string> {
  const { Plot, draw } = await loadPlot();
  const options = plot(Plot);
  const [width, height] = [options.width ?? 0, (options.height ?? 0) + TITLE_HEIGHT];
  const chart = draw(options)
    .replace('<svg ', `<svg x="0" y="${TITLE_HEIGHT}" `)
    // The chart has the fonts and the ink of the document: what it brings along has no Chinese characters.
    .replaceAll(/ font-family="[^"]*"/g, '')
    .replaceAll('currentColor', '#111111');
  const heading = [
    `<text x="12" y="20" font-size="15" font-weight="700">${escapeXml(title.zh)}</text>`,
    `<text x="12" y="38" font-size="12" fill="#555555">${escapeXml(title.en)}</text>`,
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONTS}" font-size="11" fill="#111111"><rect width="${width}" height="${height}" fill="#ffffff"/>${heading.join('')}${chart}</svg>\n`;
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
