/** Controls (ESC among them), invisible and bidirectional marks, line separators, unpaired surrogates. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** The part of UNSAFE that JSON.stringify leaves as it is (it escapes below U+0020 and unpaired surrogates). */
const UNSAFE_IN_JSON = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * Text of a document, or a file name, made safe for one line on a terminal (C-52): white space becomes a blank,
 * anything else that could move the cursor, colour, hide or reorder text is written out as `\u{1b}`.
 */
export function escapeText(text: string): string {
  return text.replace(/[\t\n\v\f\r]+/g, ' ').replace(UNSAFE, (char) => `\\u{${hex(char)}}`);
}

/** As `escapeText`, for text of several lines, such as the stack of an error. */
export const escapeLines = (text: string): string => text.split('\n').map(escapeText).join('\n');

/** JSON that shows what it holds and loses nothing: the same characters as JSON escapes. */
export function toSafeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(UNSAFE_IN_JSON, escapeUnits);
}

function escapeUnits(char: string): string {
  let escaped = '';
  for (let i = 0; i < char.length; i++) {
    escaped += `\\u${char.charCodeAt(i).toString(16).padStart(4, '0')}`;
  }
  return escaped;
}

function hex(char: string): string {
  return (char.codePointAt(0) ?? 0).toString(16);
}
