import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { preparePage } from '../../../parsers/ocr/prepare-page.ts';
import { toGray } from '../../../parsers/ocr/to-gray.ts';
import { underSeals } from '../../../parsers/ocr/under-seals.ts';

const SIDE = 800;

type Draw = (context: ReturnType<ReturnType<typeof createCanvas>['getContext']>) => void;

function drawPage(...steps: readonly Draw[]) {
  const context = createCanvas(SIDE, SIDE).getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, SIDE, SIDE);
  for (const step of steps) step(context);
  return toGray(context.getImageData(0, 0, SIDE, SIDE).data, SIDE, SIDE);
}

/** A table of 5 by 5 cells, and blocks for print in the first column. */
const drawTable: Draw = (context) => {
  context.fillStyle = 'black';
  for (let line = 0; line <= 5; line++) {
    context.fillRect(100, 100 + line * 100, 500, 2);
    context.fillRect(100 + line * 100, 100, 2, 502);
  }
  for (let row = 0; row < 5; row++) context.fillRect(140, 135 + row * 100, 24, 28);
};

/** A ring and a star, set on the paper or laid over it. */
const drawSeal =
  (colour: string, over: 'multiply' | 'source-over'): Draw =>
  (context) => {
    context.globalCompositeOperation = over;
    context.strokeStyle = colour;
    context.fillStyle = colour;
    context.lineWidth = 12;
    context.beginPath();
    context.arc(350, 350, 120, 0, 2 * Math.PI);
    context.stroke();
    context.fillRect(310, 310, 80, 80);
    context.globalCompositeOperation = 'source-over';
  };

const darkIn = (image: ReturnType<typeof toGray>, left: number, top: number): number =>
  image.data[top * SIDE + left] ?? 255;

describe('a seal', () => {
  it.each(['rgb(215, 30, 40)', 'rgb(150, 20, 25)', 'rgb(40, 60, 200)'])(
    '%s is taken for paper, the lines under it stay',
    (colour) => {
      const page = drawPage(drawTable, drawSeal(colour, 'multiply'));
      expect(darkIn(page, 350, 350)).toBeGreaterThan(190);
      expect(darkIn(page, 350, 301)).toBeLessThan(100);
    },
  );

  it('is not made of coloured print', () => {
    const page = drawPage(drawTable, (context) => {
      context.fillStyle = 'red';
      context.fillRect(100, 30, 600, 24);
      context.fillRect(240, 235, 24, 28);
    });
    expect(page.sealed).toBeUndefined();
    expect([darkIn(page, 300, 40), darkIn(page, 250, 245)].every((level) => level < 110)).toBe(true);
  });
});

describe('underSeals', () => {
  const doubtUnder = (over: 'multiply' | 'source-over') => {
    const image = drawPage(drawTable, drawSeal('rgb(215, 30, 40)', over));
    const page = preparePage(image);
    const cells = page.tables[0]?.cells ?? [];
    const texts = cells.map(({ column }) =>
      column === 2 ? { text: '5', confidence: 1 } : { text: '', confidence: 1 },
    );
    const read = underSeals(image, page).doubt(
      texts,
      cells.map(({ box }) => box),
    );
    return cells.flatMap(({ row, column }, index) =>
      read[index] === texts[index] ? [] : [`${row},${column} ${read[index]?.text}`],
    );
  };

  it('doubts nothing where lines show through', () => {
    expect(doubtUnder('multiply')).toEqual([]);
  });

  it('doubts what a seal that hides the lines covers: numbers, and blank cells', () => {
    expect(doubtUnder('source-over')).toContain('2,2 5');
    expect(doubtUnder('source-over')).toContain('2,3 \ufffd');
    expect(doubtUnder('source-over').some((one) => one.startsWith('4,'))).toBe(false);
  });
});
