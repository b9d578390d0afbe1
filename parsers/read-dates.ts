import { readChineseNumber } from '../src/numerals/read-chinese-number.ts';

/** A date as printed (2022年1月20日, 2022-01-20 08:30, 2022/1/20, 20220120) → ISO date, or null if it is none. */
export function readDate(text: string): string | null {
  const match =
    /(20\d{2})\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})/.exec(text) ??
    /(20\d{2})(\d{2})(\d{2})(?!\d)/.exec(text);
  return match ? isoDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** Year, month and day → ISO date, or null when there is no such day. */
export function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}

/** Digits of a year written in Chinese: 二〇二一 → 2021. */
export function readChineseYear(text: string): number | null {
  const digits = [...text].map((character) =>
    '〇一二三四五六七八九'.indexOf(character.replace(/[○零Ｏ]/, '〇')),
  );
  return digits.length === 4 && digits.every((digit) => digit >= 0) ? Number(digits.join('')) : null;
}

/** 二〇二一年十二月三十一日 → 2021年12月31日; what is no date stays as it is. */
export const datesInDigits = (text: string): string =>
  text.replace(
    /([〇○零Ｏ一二三四五六七八九]{4})(?=\s*年)|([一二三四五六七八九十]{1,3})(?=\s*[月日])/gu,
    (numeral, year) => String((year ? readChineseYear(numeral) : readChineseNumber(numeral)) ?? numeral),
  );

const YEAR =
  /(?:^|[^\d])(20[0-3]\d)\s*(?:学?年|\s*[—–-]\s*年)|([二][〇○零Ｏ][〇○零Ｏ一二三][〇○零Ｏ一二三四五六七八九])\s*年/gu;

/** The years that a text names, in order (2021年, 二〇二一年; of 2019-2020学年 that in which it ends). */
export function yearsIn(text: string): readonly number[] {
  return [...text.normalize('NFKC').matchAll(YEAR)].flatMap((match) => {
    const year = match[1] ? Number(match[1]) : readChineseYear(match[2] ?? '');
    return year === null ? [] : [year];
  });
}
