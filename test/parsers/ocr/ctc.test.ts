import { describe, expect, it } from 'vitest';
import { decodeSteps } from '../../../parsers/ocr/ctc.ts';

const ALPHABET = ['', '0', '1', '8'];
const steps = (...rows: readonly (readonly number[])[]): Float32Array => Float32Array.from(rows.flat());

describe('decodeSteps', () => {
  it('joins repeats and keeps characters that a blank parts', () => {
    const reading = decodeSteps(
      steps([0.1, 0.9, 0, 0], [0.2, 0.8, 0, 0], [0.9, 0.1, 0, 0], [0.3, 0.7, 0, 0]),
      ALPHABET,
    );
    expect(reading.text).toBe('00');
    expect(reading.chars.map((char) => char.probability)).toEqual([expect.closeTo(0.9), expect.closeTo(0.7)]);
    expect(reading.chars.map((char) => char.at)).toEqual([0.125, 0.875]);
  });

  it('tells what else a character could be that was not read surely', () => {
    const rivals = (...step: readonly [number, number, number, number]) =>
      decodeSteps(steps(step), ALPHABET).chars[0]?.rivals;
    expect(rivals(0, 0.3, 0.1, 0.6)).toBe(`${ALPHABET[1]}${ALPHABET[2]}`);
    expect(rivals(0, 0.1, 0, 0.9)).toBe('');
  });

  it('counts places over the line itself, not over what fills the batch', () => {
    const reading = decodeSteps(
      steps([0.1, 0, 0.9, 0], [1, 0, 0, 0], [1, 0, 0, 0], [1, 0, 0, 0]),
      ALPHABET,
      0.5,
    );
    expect(reading.chars[0]?.at).toBe(0.25);
  });
});
