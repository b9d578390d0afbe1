/** A value deeper or longer than this is none that a list or an article needs. */
const MOST_CHARACTERS = 8_000_000;

/**
 * The JSON value behind `key` in a script: an object, an array or a string, cut at its own end. undefined where
 * there is none or it is no JSON.
 */
export function jsonBehind(script: string, key: RegExp): unknown {
  const found = key.exec(script);
  if (found === null) return undefined;
  const from = found.index + found[0].length;
  const end = endOfValue(script, from);
  return end === null ? undefined : parseJson(script.slice(from, end));
}

/** JSON.parse that gives undefined for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where the value that starts at `from` ends: brackets in strings do not count. */
function endOfValue(script: string, from: number): number | null {
  const until = Math.min(script.length, from + MOST_CHARACTERS);
  let depth = 0;
  for (let at = from; at < until; at++) {
    const sign = script[at];
    if (sign === '"') {
      at = endOfString(script, at, until);
      if (depth === 0) return at + 1;
    } else if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') {
      if (--depth === 0) return at + 1;
      if (depth < 0) return null;
    } else if (depth === 0 && sign !== undefined && !/\s/.test(sign)) return null;
  }
  return null;
}

function endOfString(script: string, from: number, until: number): number {
  for (let at = from + 1; at < until; at++) {
    if (script[at] === '\\') at++;
    else if (script[at] === '"') return at;
  }
  return until;
}
