/**
 * usage: npx tsx scripts/draw-pdf.ts FILE.pdf [PAGE] > page.svg
 *
 * What the reader sees of a page: text in grey, ink that may be lines in light red, the lines found in red, the
 * cells of tables in blue with row, column and spans. For finding out why a table is cut as it is.
 */
import { readFileSync } from 'node:fs';
import { drawDebug } from '../parsers/pdf/draw-debug.ts';

const [file, page = '1'] = process.argv.slice(2);
if (file === undefined || !/^[1-9]\d*$/.test(page)) {
  console.error('usage: npx tsx scripts/draw-pdf.ts FILE.pdf [PAGE] > page.svg');
  process.exit(2);
}
process.stdout.write(`${await drawDebug(new Uint8Array(readFileSync(file)), Number(page))}\n`);
