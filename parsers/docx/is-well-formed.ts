/**
 * Whether every tag of an XML text is closed in order. The DOM builder forgives what no office program opens, and
 * what it makes of a broken file would be numbers in wrong cells.
 */
export function isWellFormed(text: string): boolean {
  const open: string[] = [];
  let roots = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const skipped = endOfAside(text, at);
    if (skipped === -1) return false;
    if (skipped > 0) {
      at = skipped;
      continue;
    }
    const end = endOfTag(text, at);
    if (end === -1) return false;
    const closing = text[at + 1] === '/';
    const name = nameAt(text, closing ? at + 2 : at + 1, end);
    if (name === '') return false;
    if (closing) {
      if (open.pop() !== name) return false;
    } else {
      if (open.length === 0) roots++;
      if (text[end - 1] !== '/') open.push(name);
    }
    at = end + 1;
  }
  return open.length === 0 && roots === 1;
}

const ASIDES = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** Behind a comment, a CDATA section or an instruction; 0 when there is none here, -1 when it never ends. */
function endOfAside(text: string, at: number): number {
  for (const [begin, end] of ASIDES) {
    if (!text.startsWith(begin, at)) continue;
    const found = text.indexOf(end, at + begin.length);
    return found === -1 ? -1 : found + end.length;
  }
  return 0;
}

/** The `>` that ends a tag: not one inside quotes. Declarations (<!DOCTYPE) have no place in office files. */
function endOfTag(text: string, at: number): number {
  if (text[at + 1] === '!') return -1;
  let quote = '';
  for (let i = at + 1; i < text.length; i++) {
    const character = text[i] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return i;
    else if (character === '<') return -1;
  }
  return -1;
}

function nameAt(text: string, from: number, end: number): string {
  let to = from;
  while (to < end && !' \t\r\n/'.includes(text[to] ?? '')) to++;
  return text.slice(from, to);
}
