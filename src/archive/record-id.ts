import { randomUUID } from 'node:crypto';

/** WARC-Record-ID is a URI in angle brackets (WARC 1.1 section 5.2); the index keeps the UUID alone. */
export const newRecordId = (): string => randomUUID();
export const formatRecordId = (id: string): string => `<urn:uuid:${id}>`;

/** The UUID of a record's identifier, or the identifier itself where another program chose another scheme. */
export const parseRecordId = (text: string | undefined): string | undefined =>
  text
    ?.replace(/^</, '')
    .replace(/>$/, '')
    .replace(/^urn:uuid:/i, '');
