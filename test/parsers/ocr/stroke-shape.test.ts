import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { strokeOf } from '../../../parsers/ocr/stroke-shape.ts';
import { toGray } from '../../../parsers/ocr/to-gray.ts';

type Points = readonly (readonly [x: number, y: number])[];
const SIZE = 60;
const PAGE = { left: 0, top: 0, right: SIZE, bottom: SIZE };

/** Lines from point to point on a sheet of 24 by 24. */
function strokeOfLines(lines: readonly Points[]) {
  const canvas = createCanvas(SIZE, SIZE);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, SIZE, SIZE);
  context.scale(SIZE / 24, SIZE / 24);
  context.lineWidth = 2.4;
  for (const points of lines) {
    context.beginPath();
    for (const [x, y] of points) context.lineTo(x, y);
    context.stroke();
  }
  return strokeOf(toGray(context.getImageData(0, 0, SIZE, SIZE).data, SIZE, SIZE), PAGE);
}

describe('strokeOf', () => {
  it.each([
    [
      '/',
      [
        [
          [2, 23],
          [11, 1],
        ],
      ],
      'slanted',
    ],
    [
      'a wide /',
      [
        [
          [1, 23],
          [22, 1],
        ],
      ],
      'slanted',
    ],
    [
      '\\\\',
      [
        [
          [2, 1],
          [11, 23],
        ],
      ],
      'slanted',
    ],
    [
      '/ of a narrow font',
      [
        [
          [2, 23],
          [6, 1],
        ],
      ],
      'unclear',
    ],
    [
      '1',
      [
        [
          [2, 6],
          [6, 1],
          [6, 23],
        ],
      ],
      'none',
    ],
    [
      '1 with a foot',
      [
        [
          [2, 6],
          [6, 1],
          [6, 23],
        ],
        [
          [2, 23],
          [11, 23],
        ],
      ],
      'none',
    ],
    [
      'a bar',
      [
        [
          [6, 1],
          [6, 23],
        ],
      ],
      'none',
    ],
    [
      '7',
      [
        [
          [1, 2],
          [12, 2],
          [5, 23],
        ],
      ],
      'none',
    ],
    [
      '4',
      [
        [
          [10, 23],
          [10, 1],
          [1, 16],
          [13, 16],
        ],
      ],
      'none',
    ],
    [
      '—',
      [
        [
          [1, 12],
          [20, 11],
        ],
      ],
      'none',
    ],
    [
      '11',
      [
        [
          [3, 1],
          [3, 23],
        ],
        [
          [14, 1],
          [14, 23],
        ],
      ],
      'none',
    ],
    ['nothing', [], 'none'],
  ] as const)('%s', (_, lines, stroke) => {
    expect(strokeOfLines(lines)).toBe(stroke);
  });
});
