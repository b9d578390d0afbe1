/** Behind the last character that came: the number it follows may have had more digits, or stand elsewhere. */
export const CUT_MARK = '…';
