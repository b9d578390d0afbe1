import type { ByteReader, ByteWriter } from './bytes.ts';

/** How a list of integers is written: its steps one by one, or runs of equal steps. */
const STEPS = 0;
const RUNS = 1;

/**
 * Writes a list whose length the reader knows. Cells come row by row, so most columns of numbers go up by the
 * same step again and again: then (step, how often) is written.
 */
export function writeIntegers(writer: ByteWriter, values: readonly number[]): void {
  const inRuns = countRuns(values) * 2 < values.length;
  writer.byte(inRuns ? RUNS : STEPS);
  let previous = 0;
  for (let from = 0; from < values.length; ) {
    const step = (values[from] ?? 0) - previous;
    const to = inRuns ? endOfRun(values, from, step) : from + 1;
    writer.signed(step);
    if (inRuns) writer.unsigned(to - from);
    previous = values[to - 1] ?? 0;
    from = to;
  }
}

/** Reads the `length` integers that writeIntegers wrote. */
export function readIntegers(reader: ByteReader, length: number): number[] {
  const inRuns = reader.byte() === RUNS;
  const values: number[] = [];
  let value = 0;
  while (values.length < length) {
    const step = reader.signed();
    const times = inRuns ? Math.min(reader.unsigned(), length - values.length) : 1;
    if (times === 0) throw new RangeError('the block of places has an empty run');
    for (let i = 0; i < times; i++) {
      value += step;
      values.push(value);
    }
  }
  return values;
}

function countRuns(values: readonly number[]): number {
  let runs = 0;
  let previous = 0;
  let before = Number.NaN;
  for (const value of values) {
    const step = value - previous;
    if (step !== before) runs++;
    before = step;
    previous = value;
  }
  return runs;
}

/** Where the values stop going up by `step`. */
function endOfRun(values: readonly number[], from: number, step: number): number {
  let to = from + 1;
  while (to < values.length && (values[to] ?? 0) - (values[to - 1] ?? 0) === step) to++;
  return to;
}
