import { format } from 'numfmt';
import { BUILT_IN_FORMATS } from './built-in-formats.ts';
import type { RawCell } from './raw-sheet.ts';

/** What numbers look like: the number of the format by number of the style, and formats by their number. */
export interface NumberStyles {
  readonly styles: readonly number[];
  readonly formats: ReadonlyMap<number, string>;
  readonly date1904: boolean;
}

const GENERAL = 'General';
/** The longest format that a spreadsheet program accepts. */
const LONGEST = 255;
const DAYS_FROM_1900_TO_1904 = 1462;
const CHINESE = 'zh-CN';

/** A number or text in the format of its style; a format that nobody can read shows the value as it is. */
export function displayed(
  value: number | string,
  style: number,
  { styles, formats, date1904 }: NumberStyles,
): string {
  const id = styles[style] ?? 0;
  const pattern = formats.get(id) ?? BUILT_IN_FORMATS.get(id) ?? GENERAL;
  if (pattern === GENERAL && typeof value === 'string') return value;
  if (pattern.length > LONGEST) return String(value);
  const shifted =
    date1904 && typeof value === 'number' && isDate(pattern) ? value + DAYS_FROM_1900_TO_1904 : value;
  try {
    return format(pattern, shifted, { locale: CHINESE, nbsp: false });
  } catch {
    return String(value);
  }
}

/** What a cell shows, and the value that its format keeps from being seen. */
export type Shown = Pick<RawCell, 'text' | 'unseen'>;

/**
 * A value as it is shown. One whose format shows nothing (;;;) is told of; where the format leaves only zeros out, the
 * sheet prints a blank for each, as it does when it is told to show none.
 */
export function shown(value: number | string, style: number, styles: NumberStyles): Shown {
  const text = displayed(value, style, styles);
  const isSeen = text.trim() !== '' || (value === 0 && displayed(1, style, styles).trim() !== '');
  return isSeen ? { text } : { text, unseen: String(value) };
}

const isDate = (pattern: string): boolean => /[ymd]/i.test(pattern.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
