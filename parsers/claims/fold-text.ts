/** Text made comparable: `places[i]` is where character i of `text` stood before. */
export interface FoldedText {
  readonly text: string;
  readonly places: Uint32Array;
}

const DROP = 0;
const NEWLINE = 10;
/** Stands between digits of two lines, so that a page number does not lengthen a count. */
const BREAK = '|'.charCodeAt(0);
const FOLD = makeFold();
const decoder = new TextDecoder('utf-16le');

/**
 * The text without spaces, quotes and zero-width characters, in half width, each character with its place.
 *
 * The comma “，” stays wide: it never separates thousands. Radicals of PDF text layers (⼀⾏) become the
 * characters they look like (Unicode, Kangxi Radicals U+2F00–2FD5, compatibility decomposition).
 */
export function foldText(text: string): FoldedText {
  const codes = new Uint16Array(text.length);
  const places = new Uint32Array(text.length);
  let length = 0;
  let brokenAt = -1;
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    const folded = FOLD[code] ?? code;
    if (folded === DROP) {
      if (code === NEWLINE) brokenAt = place;
      continue;
    }
    if (brokenAt >= 0) {
      if (isDigit(folded) && isDigit(codes[length - 1])) {
        codes[length] = BREAK;
        places[length++] = brokenAt;
      }
      brokenAt = -1;
    }
    codes[length] = folded;
    places[length++] = place;
  }
  return { text: decoder.decode(codes.subarray(0, length)), places: places.subarray(0, length) };
}

function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= 48 && code <= 57;
}

function makeFold(): Uint16Array {
  const fold = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  for (let code = 0xff01; code <= 0xff5e; code++) fold[code] = code - 0xfee0;
  fold['，'.charCodeAt(0)] = '，'.charCodeAt(0);
  for (let code = 0x2f00; code <= 0x2fd5; code++) {
    fold[code] = String.fromCharCode(code).normalize('NFKC').charCodeAt(0);
  }
  for (const char of '\t\n\v\f\r \u00a0\u00ad\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a') {
    fold[char.charCodeAt(0)] = DROP;
  }
  for (const char of '\u200b\u200c\u200d\u2028\u2029\u202f\u2060\u3000\ufeff\0“”‘’"\'') {
    fold[char.charCodeAt(0)] = DROP;
  }
  // Lone halves of characters outside the basic plane stand for themselves; the decoder would merge none of ours.
  for (let code = 0xd800; code <= 0xdfff; code++) fold[code] = 0x25a1;
  return fold;
}
