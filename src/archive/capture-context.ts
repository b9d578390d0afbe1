import { parseHead } from './http-head.ts';

export const CAPTURE_ROLES = ['list', 'report', 'attachment', 'robots', 'probe'] as const;
export type CaptureRole = (typeof CAPTURE_ROLES)[number];

/** Why a page was fetched: what the database needs to be made again from the files, and the wire does not tell. */
export interface CaptureContext {
  readonly role: CaptureRole;
  /** Identifier of the registered source. */
  readonly source?: string;
  /** The report page that an attachment belongs to. */
  readonly page?: string;
  /** What the link to it said. */
  readonly title?: string;
  /** Name of the WARC file it was taken over from. */
  readonly file?: string;
}

const NAMES = [
  'role',
  'source',
  'page',
  'title',
  'file',
] as const satisfies readonly (keyof CaptureContext)[];

/** The block of a `metadata` record: application/warc-fields (WARC 1.1 section 6.7), UTF-8. */
export function formatContext(context: CaptureContext): Buffer {
  const lines = NAMES.flatMap((name) => {
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

const isOurs = (name: string): boolean => (NAMES as readonly string[]).includes(name);
/** Half a surrogate pair is no UTF-8, and would come back as another character than it went in. */
const oneLine = (value: string): string => Buffer.from(value).toString().replace(/\s+/g, ' ').trim();
