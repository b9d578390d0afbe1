import type { Box } from './box.ts';
import { height, width } from './box.ts';
import { type Character, placeCharacters } from './character.ts';
import { findPieces, type TablePiece } from './find-pieces.ts';
import { findRules, type Rules } from './find-rules.ts';
import { readInk } from './read-ink.ts';
import { boxToReading, readingHeight, readingWidth, turnOfPage } from './turn.ts';
import { vouchFonts } from './vouch-fonts.ts';
import { withPdf } from './with-pdf.ts';

/**
 * A page for eyes: its text in grey, the ink that may be lines in light red, the lines found in red, and the cells
 * of its tables in blue with their row and column. In reading space, as SVG.
 */
export async function drawDebug(bytes: Uint8Array, pageNumber: number): Promise<string> {
  return withPdf(bytes, async (pdf) => {
    const ink = await readInk(pdf, await pdf.getPage(pageNumber));
    const glyphs = vouchFonts(ink.glyphs);
    const turn = turnOfPage(
      glyphs.map(({ ahead, size }) => ({ dx: ahead[0], dy: ahead[1], weight: size })),
      ink.frame,
    );
    const characters = placeCharacters(glyphs, turn);
    const boxes = ink.boxes.map((box) => boxToReading(turn, box));
    const { pieces } = findPieces(pageNumber, turn, boxes, characters);
    const [wide, tall] = [readingWidth(turn), readingHeight(turn)];
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(wide)} ${round(tall)}" width="${round(wide * 2)}">`,
      `<rect width="100%" height="100%" fill="#fff"/>`,
      ...boxes.map((box) => drawBox(box, 'fill="#f99" fill-opacity="0.35"')),
      ...characters.map(drawCharacter),
      ...drawRules(findRules(boxes)),
      ...pieces.flatMap(drawPiece),
      '</svg>',
    ].join('\n');
  });
}

const round = (value: number): number => Math.round(value * 100) / 100;

const drawBox = (box: Box, style: string): string =>
  `<rect x="${round(box.x0)}" y="${round(box.y0)}" width="${round(Math.max(0.2, width(box)))}" height="${round(Math.max(0.2, height(box)))}" ${style}/>`;

function drawCharacter({ text, x0, baseline, size, turned }: Character): string {
  const turn = turned === 0 ? '' : ` transform="rotate(${-90 * turned} ${round(x0)} ${round(baseline)})"`;
  return `<text x="${round(x0)}" y="${round(baseline)}" font-size="${round(size)}" fill="#888"${turn}>${escapeText(text)}</text>`;
}

const escapeText = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));

const drawRules = ({ horizontal, vertical }: Rules): readonly string[] => [
  ...horizontal.map(({ at, from, to }) => drawBox({ x0: from, x1: to, y0: at, y1: at }, 'fill="#d00"')),
  ...vertical.map(({ at, from, to }) => drawBox({ x0: at, x1: at, y0: from, y1: to }, 'fill="#d00"')),
];

const drawPiece = ({ cells }: TablePiece): readonly string[] =>
  cells.flatMap(({ box, row, column, rowSpan, columnSpan }) => [
    drawBox(box, 'fill="none" stroke="#06c" stroke-width="0.4"'),
    `<text x="${round(box.x0 + 1)}" y="${round(box.y0 + 5)}" font-size="4" fill="#06c">${row},${column} ${rowSpan}×${columnSpan}</text>`,
  ]);
