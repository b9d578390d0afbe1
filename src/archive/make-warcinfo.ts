import { newRecordId } from './record-id.ts';
import type { NewRecord } from './serialize-record.ts';

const FORMAT = 'WARC File Format 1.1';
const CONFORMS_TO = 'http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/';

/** What is told of the crawl at the start of each file, besides the program and the format. */
export interface WarcInfo {
  readonly software?: string;
  /** Whom to ask about the requests: the contact of the User-Agent. */
  readonly contact?: string;
  readonly userAgent?: string;
}

/** The first record of a file (WARC 1.1 section 6.2). `robots: obey`: no address is fetched that robots.txt forbids. */
export function makeWarcinfo(file: string, date: string, info: WarcInfo): NewRecord {
  const { software = 'gongkai', contact, userAgent } = info;
  const fields = {
    software,
    format: FORMAT,
    conformsTo: CONFORMS_TO,
    robots: 'obey',
    operator: contact,
    'http-header-user-agent': userAgent,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value.replace(/\s+/g, ' ').trim()}\r\n`],
  );
  return {
    id: newRecordId(),
    date,
    contentType: 'application/warc-fields',
    block: Buffer.from(lines.join('')),
    fields: { 'WARC-Filename': file },
    facts: { type: 'warcinfo' },
  };
}
