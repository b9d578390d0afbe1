import { parseHead } from './http-head.ts';

export const CAPTURE_ROLES = ['list', 'report', 'attachment', 'robots', 'probe', 'import'] as const;
export type CaptureRole = (typeof CAPTURE_ROLES)[number];

/** Why a page was fetched: what the database needs to be made again from the files, and the wire does not tell. */
export interface CaptureContext {
  readonly role: CaptureRole;
  /** Identifier of the registered source. */
  readonly source?: string;
  /** Its publishing system. */
  readonly family?: string;
  /** Of an attachment: the address that the report's page was asked for at. */
  readonly page?: string;
  /** The address it was asked for at, where redirects led elsewhere. */
  readonly asked?: string;
  /** Number of the night in which it was fetched. */
  readonly round?: string;
  /** What the link to it said. */
  readonly title?: string;
  /** Name of the WARC file it was taken over from. */
  readonly file?: string;
  /** Name on disk that an imported document was at hand under. */
  readonly name?: string;
  /** Of a note about a document that is archived already: sha256 of that document. */
  readonly document?: string;
}

/** In the order in which they are written. */
export const CONTEXT_NAMES = [
  'role',
  'source',
  'family',
  'page',
  'asked',
  'round',
  'title',
  'file',
  'name',
  'document',
] as const satisfies readonly (keyof CaptureContext)[];

/** The block of a `metadata` record: application/warc-fields (WARC 1.1 section 6.7), UTF-8. */
export function formatContext(context: CaptureContext): Buffer {
  const lines = CONTEXT_NAMES.flatMap((name) => {
    const value = context[name];
    return value === undefined ? [] : [`${name}: ${oneLine(value)}\r\n`];
  });
  return Buffer.from(lines.join(''));
}

/** The same fields read back; those of another program's metadata are left out. */
export function parseContext(block: Uint8Array): Partial<CaptureContext> {
  const { headers } = parseHead(`\n${Buffer.from(block).toString()}`);
  return Object.fromEntries(headers.filter(([name, value]) => isOurs(name) && value !== ''));
}

const isOurs = (name: string): boolean => (CONTEXT_NAMES as readonly string[]).includes(name);
/** Half a surrogate pair is no UTF-8, and would come back as another character than it went in. */
export const oneLine = (value: string): string => Buffer.from(value).toString().replace(/\s+/g, ' ').trim();
