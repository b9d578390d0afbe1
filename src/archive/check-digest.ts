import { hash } from 'node:crypto';
import { type Headers, headerOf } from './http-head.ts';

/** `sha1:` and `sha256:`, in hexadecimal or base 32: what crawlers write. */
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const ALGORITHMS: Readonly<Record<string, string>> = {
  sha1: 'sha1',
  'sha-1': 'sha1',
  sha256: 'sha256',
  'sha-256': 'sha256',
  md5: 'md5',
};

/** False when a digest in the headers is not that of any of the bytes; a kind that is not known proves nothing. */
export function agreesWithDigest(headers: Headers, name: string, candidates: readonly Uint8Array[]): boolean {
  const [label = '', expected = ''] = headerOf(headers, name)?.split(':') ?? [];
  const algorithm = ALGORITHMS[label.trim().toLowerCase()];
  if (algorithm === undefined) return true;
  return candidates.some((bytes) => {
    const digest = hash(algorithm, bytes, 'buffer');
    return (
      [digest.toString('hex'), toBase32(digest)].includes(expected.trim().replace(/=+$/, '')) ||
      digest.toString('hex') === expected.trim().toLowerCase()
    );
  });
}

/** RFC 4648 section 6, without padding. */
function toBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => BASE32[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}
