import { describe, expect, it } from 'vitest';
import { fitsPitch, type MeasuredNumber, measurePitch } from '../../../parsers/ocr/digit-pitch.ts';

const PITCH = 0.75;
const POINT = 0.5;
/** A number whose ink is that of `printed`. */
const measured = (text: string, printed: string = text, apart = true): MeasuredNumber => {
  const count = printed.replace('.', '').length;
  return {
    text,
    ink: {
      fewest: count,
      most: count,
      span: (count - 1 + (printed.includes('.') ? POINT : 0)) * PITCH,
      steps: apart ? Array.from({ length: count - 1 }, () => PITCH) : [],
      marks: [],
      sign: null,
      parted: false,
      flat: false,
    },
  };
};

describe('measurePitch', () => {
  it('is the step from digit to digit that most numbers have', () => {
    expect(measurePitch(['105', '20', '1234', '7', '36'].map((text) => measured(text)))).toBe(PITCH);
  });

  it('is not known where few digits stand apart', () => {
    expect(measurePitch(['105', '7', '0'].map((text) => measured(text)))).toBeNull();
    expect(measurePitch(['1052', '7777', '360'].map((text) => measured(text, text, false)))).toBeNull();
  });
});

describe('fitsPitch', () => {
  it.each([
    ['105', '105', true],
    ['7', '7', true],
    ['1', '7', true],
    ['10', '105', false],
    ['105', '10', false],
    ['1234', '12345', false],
    ['0', '00', false],
    ['513', '51.3', false],
  ])('%s where %s is printed: %s', (read, printed, fits) => {
    expect(fitsPitch(measured(read, printed, false), PITCH)).toBe(fits);
  });

  it('says nothing of numbers with points or commas, and of dashes', () => {
    expect(fitsPitch(measured('1,234', '12345'), PITCH)).toBe(true);
    expect(fitsPitch(measured('—', '7'), PITCH)).toBe(true);
  });
});
