import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Source } from '../../src/model/source.ts';
import { decodeCellPlaces, decodePlaces } from '../../src/store/places/decode-places.ts';
import { encodePlaces, FORMAT } from '../../src/store/places/encode-places.ts';
import { unsqueeze } from '../../src/store/places/squeeze.ts';
import { makeExtraction } from './make-extraction.ts';

const small = fc.integer({ min: -3, max: 400 });
const integer = fc.oneof({ weight: 9, arbitrary: small }, fc.maxSafeInteger());
/** JSON, and so the record, does not tell -0 from 0. */
const number = fc
  .oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: 0, max: 90_000 }).map((n) => n / 100),
  )
  .map((value) => value + 0);
const inTable = { table: integer, row: integer, column: integer };
const step = fc.constantFrom(
  'div',
  'td:nth-child(7)',
  'tr:nth-of-type(12)',
  '#id007',
  '#zoom1 > p',
  'a[href="%20"]',
  '1.5',
  '表',
);
const path = fc.oneof(
  fc.array(step, { maxLength: 6 }).map((steps) => steps.join(' > ')),
  fc.string({ unit: 'grapheme' }),
);
const box = fc.tuple(number, number, number, number);

const source: fc.Arbitrary<Source | null> = fc.oneof(
  fc.constant(null),
  fc.record({ kind: fc.constant('html' as const), ...inTable, path }),
  fc.record({ kind: fc.constant('text' as const), ...inTable, start: integer, end: integer }),
  fc.record({ kind: fc.constant('docx' as const), ...inTable }),
  fc.record({ kind: fc.constant('pdf' as const), ...inTable, page: integer, bbox: box }),
  fc.record({ kind: fc.constant('ocr' as const), ...inTable, page: integer, bbox: box, confidence: number }),
);

test('places come back exactly as they went in', () => {
  const places = fc.array(fc.tuple(fc.integer({ min: 1, max: 300 }), source), { maxLength: 60 });
  fc.assert(
    fc.property(places, (pairs) => {
      const given = {
        variables: pairs.map(([variable]) => variable),
        sources: pairs.map(([, place]) => place),
      };
      const { paths, block } = encodePlaces(given);
      expect(decodePlaces({ paths, block })).toEqual(given);
      // As databases of before have it: nothing is squeezed.
      if (block[0] === FORMAT.squeezed)
        expect(decodePlaces({ paths, block: unsqueeze(block.subarray(1)) })).toEqual(given);
    }),
    { numRuns: 500 },
  );
});

/** As rows of one table have them: what stands between the numbers is the same, or nearly. */
const digits = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 120 }).map(String) },
  fc.constantFrom('', '0', '00', '007', '1234567890', '999999999', '5a', '٣'),
);

test('paths that differ in their numbers alone come back exactly as they went in', () => {
  const template = fc.array(fc.constantFrom('', ' > td', '-', '12 ', '009', '表'), {
    minLength: 1,
    maxLength: 4,
  });
  const numbers = fc.array(fc.array(digits, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(template, numbers, (pieces, rows) => {
      const paths = rows.map((row) => pieces.map((piece, index) => piece + (row[index] ?? '')).join(''));
      const given = {
        variables: paths.map((_, index) => index),
        sources: paths.map((path) => ({ kind: 'html' as const, table: 0, row: 0, column: 0, path })),
      };
      expect(decodePlaces(encodePlaces(given))).toEqual(given);
    }),
    { numRuns: 500 },
  );
});

test('what stands between the numbers of the paths of a table is kept once', () => {
  const sources = Array.from({ length: 40 }, (_, index): Source => {
    const path = `table:nth-of-type(2) > tr:nth-of-type(${1 + Math.floor(index / 7)}) > td:nth-of-type(${index % 7})`;
    return { kind: 'html', table: 1, row: Math.floor(index / 7), column: index % 7, path };
  });
  expect(encodePlaces({ variables: sources.map((_, index) => index), sources }).paths).toEqual([
    'table:nth-of-type(%) > tr:nth-of-type(%) > td:nth-of-type(%)',
  ]);
});

/** Cells row by row in a table of three columns. */
const ruled = Array.from({ length: 9 }, (_, index): Source => {
  const [row, column] = [2 + Math.floor(index / 3), index % 3];
  const path = `table:nth-of-type(2) > tr:nth-of-type(${row + 1}) > :nth-child(${column + 1})`;
  return { kind: 'html', table: 1, row, column, path };
});
const flat = Array.from({ length: 4 }, (_, index): Source => {
  const [row, column] = [Math.floor(index / 2), index % 2];
  return { kind: 'text', table: 2, row, column, start: 10 * index, end: 10 * index + 2 };
});

test('a block whose rows and paths each stand by themselves, as databases of before have it, is read as ever', () => {
  const sources = [...ruled, null, ...flat];
  const paths = ['table:nth-of-type(%) > tr:nth-of-type(%) > :nth-child(%)'];
  const block = Buffer.from(
    'AQ4BAg4BAgEACAEBBAEAAwECAQAIAAQAAAIAAAIAAAAAAgIDAgIDAgIBAAkBBAEACAAGAAACAAACAAAAAgICAwICAwICAAQAAAAAAAACAAAAAgECAAAQAAAABAAAAA==',
    'base64',
  );
  const variables = sources.map((_, index) => index + 1);
  expect(block[0]).toBe(FORMAT.columns);
  expect(decodePlaces({ paths, block })).toEqual({ variables, sources });
  expect(decodeCellPlaces({ paths: JSON.stringify(paths), block }).places).toEqual(
    sources.map((place) => place && { ...inTableOf(place), page: null }),
  );
});

const inTableOf = ({ kind, table, row, column }: Source) => ({ kind, table, row, column });

test.each([
  ['html', ruled],
  ['text', flat],
] as const)('the places of %s are told without their paths and characters', (_, sources) => {
  const { paths, block } = encodePlaces({ variables: sources.map((_, index) => index), sources });
  expect(block[0]).toBe(FORMAT.relative);
  expect(decodeCellPlaces({ paths: JSON.stringify(paths), block }).places).toEqual(
    sources.map((place) => ({ ...inTableOf(place), page: null })),
  );
});

test.each([
  ['html', 450],
  ['text', 700],
] as const)('the 200 places of a %s report take little room', (kind, most) => {
  const { cells } = makeExtraction({ kind });
  const places = { variables: cells.map((_, index) => index + 1), sources: cells.map((cell) => cell.source) };
  const { paths, block } = encodePlaces(places);
  expect(block.length + JSON.stringify(paths).length).toBeLessThan(most);
});

test('boxes of a ruled table take little room', () => {
  const sources = Array.from({ length: 200 }, (_, index): Source => {
    const [row, column] = [Math.floor(index / 7), index % 7];
    const bbox: [number, number, number, number] = [
      90.5 + column * 41.28,
      700.25 - row * 18.7,
      131.78 + column * 41.28,
      718.95 - row * 18.7,
    ];
    return { kind: 'pdf', table: 1, row, column, page: 3, bbox };
  });
  const rounded = sources.map((place) =>
    JSON.parse(JSON.stringify(place, (_, v) => (typeof v === 'number' ? Math.round(v * 100) / 100 : v))),
  );
  expect(
    encodePlaces({ variables: sources.map((_, index) => index), sources: rounded }).block.length,
  ).toBeLessThan(500);
});

test('a block that is cut short is refused', () => {
  const { cells } = makeExtraction();
  const { paths, block } = encodePlaces({
    variables: cells.map((_, index) => index),
    sources: cells.map((cell) => cell.source),
  });
  expect(() => decodePlaces({ paths, block: block.subarray(0, block.length - 2) })).toThrow(RangeError);
});
