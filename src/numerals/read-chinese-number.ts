const DIGITS = new Map([...'〇一二三四五六七八九'].map((digit, value) => [digit, value] as const));
DIGITS.set('零', 0).set('两', 2);

const UNITS = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const MYRIADS = new Map([
  ['万', 1e4],
  ['亿', 1e8],
]);

/**
 * The whole number that Chinese numerals write, or null when they write none, or not one for certain.
 *
 * Reads units (一百零三 → 103, 两 → 2, 十 → 10) and strings of digits (二〇二一 → 2021). Colloquial 一百二
 * (120 to some, a slip for 102 to others) gives null, as does 十余: what is approximate is no count.
 */
export function readChineseNumber(text: string): number | null {
  if (text === '') return null;
  return [...text].every((char) => DIGITS.has(char)) ? readDigits(text) : readUnits(text);
}

function readDigits(text: string): number | null {
  if (text.length > 1 && text.includes('两')) return null;
  const value = Number([...text].map((char) => DIGITS.get(char)).join(''));
  return Number.isSafeInteger(value) ? value : null;
}

interface Reading {
  /** Closed groups of 万 and 亿. */
  readonly total: number;
  /** The open group, below 万. */
  readonly group: number;
  readonly digit: number | null;
  /** The last unit of the open group; the next must be smaller. */
  readonly unit: number;
  readonly myriad: number;
  readonly gap: boolean;
}

const START: Reading = { total: 0, group: 0, digit: null, unit: 1e4, myriad: Infinity, gap: false };

function readUnits(text: string): number | null {
  let reading: Reading | null = START;
  for (const char of text) {
    reading = step(reading, char);
    if (!reading) return null;
  }
  const { total, group, digit, unit, gap } = reading;
  const bareEnd = digit === null || unit === 10 || gap || (unit === 1e4 && total === 0);
  return bareEnd ? total + group + (digit ?? 0) : null;
}

function step(reading: Reading, char: string): Reading | null {
  const digit = DIGITS.get(char);
  if (digit !== undefined) return takeDigit(reading, digit);
  const unit = UNITS.get(char);
  if (unit !== undefined) return takeUnit(reading, unit);
  const myriad = MYRIADS.get(char);
  return myriad === undefined ? null : takeMyriad(reading, myriad);
}

function takeDigit(reading: Reading, digit: number): Reading | null {
  if (reading.digit !== null) return null;
  return digit === 0 ? { ...reading, gap: true } : { ...reading, digit };
}

function takeUnit(reading: Reading, unit: number): Reading | null {
  if (unit >= reading.unit) return null;
  if (reading.digit === null && (unit !== 10 || reading.group > 0)) return null;
  const times = reading.digit ?? 1;
  return { ...reading, group: reading.group + times * unit, digit: null, unit, gap: false };
}

function takeMyriad(reading: Reading, myriad: number): Reading | null {
  const group = reading.group + (reading.digit ?? 0);
  if (group === 0 || myriad >= reading.myriad) return null;
  return { ...START, total: reading.total + group * myriad, myriad };
}
