/** What a part of a message says of itself, and its body (RFC 2045, 2046). */
interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

const DEEPEST = 5;
const MOST_PARTS = 1000;
const BLANK_LINE = /\r?\n\r?\n/;
const FOLDED = /\r?\n[ \t]+/g;
const FRAMES = /<frameset[\s>]/i;

/**
 * A web page saved as one file (MIME HTML, RFC 2557; word processors call it .doc, spreadsheets .xls) → the bytes of its
 * page. A page of frames gives the pages in them, one behind the other. Null when the file holds no page.
 */
export function pageOfArchive(bytes: Uint8Array): Uint8Array | null {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const [page, ...others] = partsOf(splitPart(message), 0).filter((part) => mediaType(part) === 'text/html');
  if (!page) return null;
  const root = decodeBody(page);
  return FRAMES.test(root.toString('latin1')) && others.length > 0
    ? Buffer.concat(others.map(decodeBody))
    : root;
}

function splitPart(text: string): Part {
  const blank = BLANK_LINE.exec(text);
  const head = text.slice(0, blank?.index ?? text.length).replace(FOLDED, ' ');
  const headers = head.split(/\r?\n/).flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon <= 0 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
  });
  return { headers: new Map(headers), body: blank ? text.slice(blank.index + blank[0].length) : '' };
}

const mediaType = ({ headers }: Part): string =>
  (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** The parts that hold no parts themselves, in order. */
function partsOf(part: Part, depth: number): readonly Part[] {
  const type = part.headers.get('content-type') ?? '';
  const boundary = /\bboundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(type);
  if (!mediaType(part).startsWith('multipart/') || !boundary) return [part];
  if (depth >= DEEPEST) return [];
  const [, ...parts] = part.body.split(`--${boundary[1] ?? boundary[2]}`, MOST_PARTS + 1);
  return parts
    .filter((text) => !text.startsWith('--'))
    .flatMap((text) => partsOf(splitPart(text.replace(/^[ \t]*\r?\n/, '')), depth + 1));
}

const DECODERS: Readonly<Record<string, (body: string) => Buffer>> = {
  base64: (body) => Buffer.from(body, 'base64'),
  'quoted-printable': (body) =>
    Buffer.from(
      body
        .replace(/[ \t]*=[ \t]*\r?\n/g, '')
        .replace(/=([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
      'latin1',
    ),
};

function decodeBody({ headers: said, body }: Part): Buffer {
  const decode = DECODERS[said.get('content-transfer-encoding')?.toLowerCase() ?? ''];
  return decode ? decode(body) : Buffer.from(body, 'latin1');
}
