const DIGITS = '零一二三四五六七八九';

/** A count from 0 to 9999 in Chinese numerals: 10 → 十, 27 → 二十七, 105 → 一百零五. */
export const chineseNumeral = (value: number): string => {
  if (value < 10) return DIGITS[value] ?? '';
  const units = ['', '十', '百', '千'];
  const digits = String(value).split('').map(Number);
  let text = '';
  let gap = false;
  digits.forEach((digit, at) => {
    if (digit === 0) {
      gap = true;
      return;
    }
    if (gap) text += '零';
    gap = false;
    text += `${DIGITS[digit]}${units[digits.length - 1 - at] ?? ''}`;
  });
  return value < 20 ? text.replace(/^一十/, '十') : text;
};
