import { createHash } from 'node:crypto';

/** SHA-256 of the bytes as 64 hexadecimal digits: what a document is known by. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
