/** What dirt beside a number is read as: before its first digit no sign and no point, behind the last one these too. */
const BEFORE = ':;\'"`‘’“”、·°^*';
const BEHIND = `.,${BEFORE}`;

/** Where the text of characters begins and ends without the marks around it, when it begins and ends with a digit. */
export function withoutMarks(chars: readonly string[]): readonly [from: number, to: number] {
  const isDigit = (at: number): boolean => /^\d$/.test(chars[at] ?? '');
  const first = chars.findIndex((char) => !BEFORE.includes(char));
  const last = chars.findLastIndex((char) => !BEHIND.includes(char));
  return [isDigit(first) ? first : 0, isDigit(last) ? last + 1 : chars.length];
}
