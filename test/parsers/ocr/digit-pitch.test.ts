import { describe, expect, it } from 'vitest';
import { fitsPitch, type MeasuredNumber, measurePitch } from '../../../parsers/ocr/digit-pitch.ts';

const STEP = 16;
const LONE = 14;
const ONE = 3;
const POINT = 8;
/** How a font prints digits: the step from one to the next, how wide each is, and what a point takes. */
interface Font {
  readonly step: number;
  readonly lone: number;
  readonly point: number;
}
const APART: Font = { step: STEP, lone: LONE, point: POINT };
const TOUCHING: Font = { step: 13, lone: 15, point: 4 };

/** A number whose ink is that of `printed`. */
function measured(text: string, printed: string = text, { step, lone, point }: Font = APART): MeasuredNumber {
  const digits = printed.replace(/[.,]/, '');
  const ones = [digits.at(0), digits.at(-1)].filter((digit) => digit === '1').length;
  const width = lone + step * (digits.length - 1) + (/[.,]/.test(printed) ? point : 0) - ONE * ones;
  const height = printed.includes(',') ? 24 : 21;
  const ink = {
    fewest: 1,
    most: 9,
    width,
    reach: width,
    height,
    marks: [],
    sign: null,
    parted: false,
    flat: false,
  } as const;
  return { text, ink };
}

const PRINTED = ['205', '20', '2345', '7', '36', '0', '1', '12', '21', '481', '0', '96', '1', '1'];
const pitchOf = (font: Font) => measurePitch(PRINTED.map((text) => measured(text, text, font)));

describe('measurePitch', () => {
  it.each([APART, TOUCHING])('is how wide numbers are by the count of their digits: %o', (font) => {
    expect(pitchOf(font)).toEqual({ lone: font.lone, step: font.step, one: ONE, height: 21 });
  });

  it('is that of most numbers, whatever was read of a few', () => {
    const wrong = [measured('134', '13.4'), measured('35', '3.5'), measured('10', '100')];
    const numbers = [...PRINTED.map((text) => measured(text)), ...wrong];
    expect(measurePitch(numbers)).toEqual({ lone: LONE, step: STEP, one: ONE, height: 21 });
  });

  it('takes a 1 to be somewhat narrower where hardly any stands alone', () => {
    expect(measurePitch(PRINTED.slice(0, 12).map((text) => measured(text)))?.one).toBeCloseTo(2.1);
  });

  it('is known too where nearly all numbers of several digits end in a 1', () => {
    const numbers = ['13', '15', '1', '1', '1', '0', '0', '0', '12', '17', '10', '21', '1'];
    expect(measurePitch(numbers.map((text) => measured(text)))).toEqual({
      lone: LONE,
      step: STEP,
      one: ONE,
      height: 21,
    });
  });

  it('is not known where there are few numbers of several digits, or all of one count', () => {
    expect(measurePitch(['205', '7', '0'].map((text) => measured(text)))).toBeNull();
    expect(measurePitch(['20', '34', '56', '78', '90', '22', '35'].map((text) => measured(text)))).toBeNull();
  });
});

describe('fitsPitch', () => {
  it.each([
    ['105', '105', true],
    ['7', '7', true],
    ['1', '1', true],
    ['1', '7', false],
    ['10', '105', false],
    ['105', '10', false],
    ['2234', '22345', false],
    ['0', '00', false],
    ['513', '51.3', false],
  ])('%s where %s is printed: %s, whether the digits touch or not', (read, printed, fits) => {
    for (const font of [APART, TOUCHING]) {
      const pitch = pitchOf(font);
      expect(pitch && fitsPitch(measured(read, printed, font), pitch)).toBe(fits);
    }
  });

  it.each([TOUCHING, { step: 15, lone: 14, point: 7 }])(
    'is not met by digits that touch, or nearly, and reach below the line, as with a comma among them: %o',
    (font) => {
      const pitch = pitchOf(font);
      const ink = (printed: string) => measured('2345', printed, { ...font, point: 0 });
      expect(pitch && fitsPitch(ink('2,345'), pitch)).toBe(false);
      expect(pitch && fitsPitch(ink('2345'), pitch)).toBe(true);
    },
  );

  it('says nothing of numbers with points or commas, and of dashes', () => {
    const pitch = { lone: LONE, step: STEP, one: ONE, height: 21 };
    expect(fitsPitch(measured('1,234', '12345'), pitch)).toBe(true);
    expect(fitsPitch(measured('—', '7'), pitch)).toBe(true);
  });
});
