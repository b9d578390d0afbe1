import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { codeOf } from './archive-error.ts';

const MIB = 1024 * 1024;

/** What a body may grow to when its content encoding is undone (requirement C-44). */
export interface DecodeLimits {
  readonly maxBytes: number;
  /** Decoded bytes a byte of the body, for bodies that decode to more than a mebibyte. */
  readonly maxRatio: number;
}
export const DECODE_LIMITS: DecodeLimits = { maxBytes: 64 * MIB, maxRatio: 100 };

export type DecodeProblem = 'too_large' | 'bad_encoding';
export type Decoded = { readonly bytes: Uint8Array } | { readonly problem: DecodeProblem };

type Decode = (body: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array;

const isGzip = (body: Uint8Array): boolean => body[0] === 0x1f && body[1] === 0x8b;
/** Servers and crawlers say gzip of a body that is none; its first bytes tell. */
const gunzip: Decode = (body, options) => (isGzip(body) ? gunzipSync(body, options) : body);
/** "deflate" is zlib's format (RFC 9110 section 8.4.1.2); some servers send bare deflate. */
const inflate: Decode = (body, options) =>
  ((body[0] ?? 0) & 0x0f) === 8 ? inflateSync(body, options) : inflateRawSync(body, options);

const DECODERS: Readonly<Record<string, Decode>> = {
  '': (body) => body,
  identity: (body) => body,
  gzip: gunzip,
  'x-gzip': gunzip,
  deflate: inflate,
  br: brotliDecompressSync,
};

/** The body without its content encoding: the document. One layer at most; nothing is decoded beyond the limits. */
export function decodeContent(
  body: Uint8Array,
  contentEncoding: string | undefined,
  limits: DecodeLimits = DECODE_LIMITS,
): Decoded {
  if (body.length > limits.maxBytes) return { problem: 'too_large' };
  const decode = DECODERS[contentEncoding?.trim().toLowerCase() ?? ''];
  if (!decode) return { problem: 'bad_encoding' };
  if (body.length === 0) return { bytes: body };
  try {
    const maxOutputLength = Math.min(limits.maxBytes, Math.max(MIB, body.length * limits.maxRatio));
    return { bytes: decode(body, { maxOutputLength }) };
  } catch (error) {
    return { problem: codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? 'too_large' : 'bad_encoding' };
  }
}
