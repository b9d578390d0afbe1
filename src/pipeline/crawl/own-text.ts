/**
 * The same text, and nothing else in memory: what is cut out of a page keeps the whole page alive for as long as it is
 * kept itself (V8 makes a part of a string by pointing into it).
 */
export const ownText = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');
