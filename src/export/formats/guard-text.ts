/** What a spreadsheet may take for a formula, half and full width. */
const TRIGGERS = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text of a source as a CSV may hold it: an apostrophe goes before what a spreadsheet would run. */
export const guardText = (text: string): string => (TRIGGERS.test(text) ? `'${text}` : text);
