export type Headers = readonly (readonly [name: string, value: string])[];

/** The start line and the headers of a WARC record or an HTTP message. Values are trimmed; names keep their case. */
export interface Head {
  readonly startLine: string;
  readonly headers: Headers;
}

const LINE_BREAKS = /[\r\n\0]+/g;
const LATIN1 = /^[\0-\xff]*$/;

/**
 * The bytes of a head with its empty line. What came over the wire is one byte a character (RFC 9110 section 5.5)
 * and goes back as the same bytes; text that never was on a wire becomes UTF-8.
 */
export function formatHead({ startLine, headers }: Head): Buffer {
  const lines = [startLine, ...headers.map(([name, value]) => `${name}: ${value}`)];
  const text = `${lines.map((line) => line.replace(LINE_BREAKS, ' ')).join('\r\n')}\r\n\r\n`;
  return Buffer.from(text, LATIN1.test(text) ? 'latin1' : 'utf8');
}

/** Reads a head of which the lines are known; a line that is no header is left out, a folded one joined. */
export function parseHead(text: string): Head {
  const [startLine = '', ...lines] = text.split(/\r?\n/);
  const headers: [string, string][] = [];
  for (const line of lines) {
    const last = headers.at(-1);
    const colon = line.indexOf(':');
    if (/^[ \t]/.test(line) && last) last[1] = `${last[1]} ${line.trim()}`;
    else if (colon > 0) headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  return { startLine, headers };
}

/** Cuts an HTTP message at its first empty line; one without an empty line is all head. */
export function splitMessage(block: Buffer): { readonly head: Head; readonly body: Buffer } {
  const end = findEmptyLine(block);
  return { head: parseHead(block.toString('latin1', 0, end.head)), body: block.subarray(end.body) };
}

/** The first value of a header, whatever the case of its name. */
export function headerOf(headers: Headers, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find(([key]) => key.toLowerCase() === wanted)?.[1];
}

function findEmptyLine(block: Buffer): { readonly head: number; readonly body: number } {
  for (let at = block.indexOf(0x0a); at >= 0; at = block.indexOf(0x0a, at + 1)) {
    if (block[at + 1] === 0x0a) return { head: at, body: at + 2 };
    if (block[at + 1] === 0x0d && block[at + 2] === 0x0a) return { head: at, body: at + 3 };
  }
  return { head: block.length, body: block.length };
}
