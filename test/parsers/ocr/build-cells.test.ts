import { describe, expect, it } from 'vitest';
import { buildTables, type ScanTable } from '../../../parsers/ocr/build-cells.ts';
import type { Piece, Rule, Rules } from '../../../parsers/ocr/rules.ts';

const HEIGHT = 20;
const rule = (at: number, from: number, to: number, pieces = [{ from, to }]): Rule => ({
  at,
  from,
  to,
  thickness: 2,
  pieces,
});

/** Three rows and three columns of 100 by 50 pixels; the first row is one cell. */
const plain: Rules = {
  horizontal: [50, 100, 150, 200].map((y) => rule(y, 100, 400)),
  vertical: [rule(100, 50, 200), rule(200, 100, 200), rule(300, 100, 200), rule(400, 50, 200)],
};

const places = ({ cells }: ScanTable) =>
  cells.map(({ row, column, rowSpan, columnSpan }) => `${row},${column} ${rowSpan}x${columnSpan}`).sort();
const only = (tables: readonly ScanTable[]): ScanTable => {
  expect(tables).toHaveLength(1);
  return tables[0]!;
};

describe('buildTables', () => {
  it('joins cells where no rule is drawn between them', () => {
    const table = only(buildTables(plain, HEIGHT));
    expect(places(table)).toEqual([
      '0,0 1x3',
      '1,0 1x1',
      '1,1 1x1',
      '1,2 1x1',
      '2,0 1x1',
      '2,1 1x1',
      '2,2 1x1',
    ]);
    expect(table.cells.every((cell) => cell.certain)).toBe(true);
  });

  it('closes a row whose outer rule the page break took', () => {
    const open: Rules = {
      horizontal: plain.horizontal.slice(1),
      vertical: plain.vertical.map((line) => ({ ...line, from: 52, pieces: [{ from: 52, to: 200 }] })),
    };
    const table = only(buildTables(open, HEIGHT));
    expect(table.ys[0]).toBeCloseTo(52);
    expect(table.cells).toHaveLength(9);
  });

  describe('scraps of a rule that broke into pieces no longer than strokes', () => {
    const without = { ...plain, vertical: plain.vertical.filter(({ at }) => at !== 300) };
    const scrapsOf = (...pieces: readonly Piece[]): Rules => ({
      horizontal: [],
      vertical: pieces.map((piece) => rule(300, piece.from, piece.to, [piece])),
    });
    const columnsWith = (scraps: Rules): number =>
      only(buildTables({ ...without, scraps }, HEIGHT, () => scraps.vertical.flatMap(({ pieces }) => pieces)))
        .xs.length;

    it('are a rule where they come up to two of the rules across', () =>
      expect(
        columnsWith(scrapsOf({ from: 100, to: 118 }, { from: 140, to: 158 }, { from: 185, to: 200 })),
      ).toBe(4));

    it.each([
      [
        'of digits below one another',
        [
          { from: 118, to: 133 },
          { from: 168, to: 183 },
        ],
      ],
      ['of a digit that touches a rule', [{ from: 133, to: 149 }]],
      ['of the text above the table', [{ from: 20, to: 40 }]],
    ] as const)('are print when they are strokes %s', (_, pieces) =>
      expect(columnsWith(scrapsOf(...pieces))).toBe(3),
    );
  });

  it('keeps two tables apart', () => {
    const below: Rules = {
      horizontal: plain.horizontal.map((line) => ({ ...line, at: line.at + 400 })),
      vertical: plain.vertical.map((line) => ({
        ...line,
        from: line.from + 400,
        to: line.to + 400,
        pieces: line.pieces.map(({ from, to }) => ({ from: from + 400, to: to + 400 })),
      })),
    };
    const tables = buildTables(
      {
        horizontal: [...plain.horizontal, ...below.horizontal],
        vertical: [...plain.vertical, ...below.vertical],
      },
      HEIGHT,
    );
    expect(tables.map((table) => table.box.top)).toEqual([50, 450]);
  });

  it('bears gaps in a rule', () => {
    const broken = rule(150, 100, 400, [
      { from: 100, to: 160 },
      { from: 175, to: 290 },
      { from: 330, to: 400 },
    ]);
    const table = only(
      buildTables(
        { ...plain, horizontal: plain.horizontal.map((line) => (line.at === 150 ? broken : line)) },
        HEIGHT,
      ),
    );
    expect(table.cells).toHaveLength(7);
  });

  it('doubts cells whose edges make no rectangle', () => {
    const hook = rule(200, 150, 200);
    const table = only(
      buildTables(
        { ...plain, vertical: plain.vertical.map((line) => (line.at === 200 ? hook : line)) },
        HEIGHT,
      ),
    );
    const bent = buildTables(
      {
        ...plain,
        horizontal: plain.horizontal.map((line) => (line.at === 150 ? rule(150, 200, 400) : line)),
        vertical: plain.vertical.map((line) => (line.at === 200 ? hook : line)),
      },
      HEIGHT,
    );
    expect(places(table)).toContain('1,0 1x2');
    expect(only(bent).cells.some((cell) => !cell.certain)).toBe(true);
  });

  it('makes no table of a frame or an underline', () => {
    const frame: Rules = {
      horizontal: [rule(50, 100, 400), rule(500, 100, 400)],
      vertical: [rule(100, 50, 500), rule(400, 50, 500)],
    };
    expect(buildTables(frame, HEIGHT)).toEqual([]);
    expect(buildTables({ horizontal: [rule(50, 100, 400)], vertical: [] }, HEIGHT)).toEqual([]);
  });
});
