import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import { FetchFailure } from './fetch-failure.ts';

type Decode = (payload: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

const gunzip: Decode = promisify(zlib.gunzip);
const inflate: Decode = promisify(zlib.inflate);
const inflateRaw: Decode = promisify(zlib.inflateRaw);

/** Zstandard came with Node 22.15. */
const { zstdDecompress } = zlib as { zstdDecompress?: Parameters<typeof promisify>[0] };

const DECODERS: Readonly<Record<string, Decode>> = {
  gzip: gunzip,
  'x-gzip': gunzip,
  // `deflate` means the zlib format (RFC 9110 section 8.4.1.2); some servers send the bare one.
  deflate: (payload, options) => (hasZlibHeader(payload) ? inflate : inflateRaw)(payload, options),
  br: promisify(zlib.brotliDecompress),
  ...(zstdDecompress ? { zstd: promisify(zstdDecompress) as Decode } : {}),
};

/** What the client says it can undo. */
export const ACCEPT_ENCODING = ['gzip', 'deflate', 'br', ...(zstdDecompress ? ['zstd'] : [])].join(', ');

export interface DecodeLimits {
  readonly maxBytes: number;
  readonly ratio: number;
  readonly ratioFreeBytes: number;
}

/**
 * Undoes the content encoding, of which there may be one. Memory is bounded by the limits before the first byte is
 * undone. Throws FetchFailure `bad_encoding` or `too_large`.
 */
export async function decodeBody(
  payload: Uint8Array,
  contentEncoding: string | undefined,
  { maxBytes, ratio, ratioFreeBytes }: DecodeLimits,
): Promise<Uint8Array> {
  const layers = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((layer) => layer.trim())
    .filter((layer) => layer !== '' && layer !== 'identity');
  const [layer] = layers;
  if (layer === undefined || payload.length === 0) return payload;
  const decode = layers.length === 1 ? DECODERS[layer] : undefined;
  if (!decode) throw new FetchFailure('bad_encoding', `content encoding ${layers.join(', ')}`);
  const maxOutputLength = Math.min(maxBytes, Math.max(ratioFreeBytes, payload.length * ratio));
  try {
    return await decode(payload, { maxOutputLength });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_BUFFER_TOO_LARGE') throw new FetchFailure('bad_encoding', `${layer}: ${message}`);
    const sent = payload.length;
    throw new FetchFailure('too_large', `${sent} bytes of ${layer} make more than ${maxOutputLength}`);
  }
}

/** RFC 1950 section 2.2: method 8, and a check of the two bytes. */
function hasZlibHeader([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}
