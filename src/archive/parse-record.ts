import { hash } from 'node:crypto';
import { AsyncIterReader, WARCParser } from 'warcio';
import type { IndexEntry } from './index-file.ts';

/** A WARC record taken apart. `intact` is false when the payload is not the one that was written. */
export interface ParsedRecord {
  readonly type: IndexEntry['type'];
  readonly uri?: string;
  readonly date?: string;
  readonly payload: Uint8Array;
  readonly sha256: string;
  readonly intact: boolean;
}

const SHA256 = 'sha256:';

/** The record in the content of one gzip member; undefined when there is none. */
export async function parseRecord(content: Uint8Array): Promise<ParsedRecord | undefined> {
  const record = await new WARCParser(new AsyncIterReader([content], null)).parse();
  if (!record) return undefined;
  const payload = await record.readFully(false);
  const sha256 = hash('sha256', payload, 'hex');
  const { warcTargetURI: uri, warcDate: date, warcPayloadDigest: digest } = record;
  const intact = digest ? digest === SHA256 + sha256 : payload.length === record.warcContentLength;
  return {
    type: record.warcType as IndexEntry['type'],
    ...(uri ? { uri } : {}),
    ...(date ? { date } : {}),
    ...{ payload, sha256, intact },
  };
}
