import type { ByteReader, ByteWriter } from './bytes.ts';
import { readIntegers, writeIntegers } from './integers.ts';

const MOST_DECIMALS = 6;
/** Instead of a number of decimals: the numbers are written as they are, eight bytes each. */
const AS_DOUBLES = 255;
/** Beyond it the steps between scaled numbers could lose digits. */
const LARGEST_SCALED = 2 ** 48;

/**
 * Writes numbers such as the sides of boxes: few of them differ, because cells of a row or column share their
 * sides, so each is written once, in whole units of its last decimal, and then its number in that list.
 */
export function writeDecimals(writer: ByteWriter, values: readonly number[]): void {
  const distinct = [...new Set(values)];
  const decimals = commonDecimals(distinct);
  writer.byte(decimals ?? AS_DOUBLES);
  writer.unsigned(distinct.length);
  if (decimals === undefined) for (const value of distinct) writer.double(value);
  else
    writeIntegers(
      writer,
      distinct.map((value) => Math.round(value * 10 ** decimals)),
    );
  const numbers = new Map(distinct.map((value, index) => [value, index]));
  writeIntegers(
    writer,
    values.map((value) => numbers.get(value) ?? 0),
  );
}

/** Reads the `length` numbers that writeDecimals wrote. */
export function readDecimals(reader: ByteReader, length: number): number[] {
  const decimals = reader.byte();
  const count = reader.unsigned();
  const distinct =
    decimals === AS_DOUBLES
      ? Array.from({ length: count }, () => reader.double())
      : readIntegers(reader, count).map((scaled) => scaled / 10 ** decimals);
  return readIntegers(reader, length).map((number) => distinct[number] ?? 0);
}

function commonDecimals(values: readonly number[]): number | undefined {
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    if (values.every((value) => isExact(value, decimals))) return decimals;
  }
  return undefined;
}

function isExact(value: number, decimals: number): boolean {
  const scaled = Math.round(value * 10 ** decimals);
  return Math.abs(scaled) < LARGEST_SCALED && Object.is(scaled / 10 ** decimals, value);
}
