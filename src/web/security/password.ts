import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import PQueue from 'p-queue';
import { PASSWORD_LENGTH } from '../../model/person.ts';

/** OWASP Password Storage Cheat Sheet: 128 MiB and about half a second for one password. */
const COST = { N: 2 ** 17, r: 8, p: 1 } as const;
/** Node allows 32 MiB by default, which is too little for it. */
const MAX_MEMORY_BYTES = 192 * 1024 * 1024;
const HASH_BYTES = 32;
const SALT_BYTES = 16;

/** Each costs 128 MiB: many logins at one time wait for each other. */
const queue = new PQueue({ concurrency: 2 });

/** Returns what is stored of a password: `scrypt$N$r$p$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/**
 * Whether it is the password that was stored.
 *
 * @param stored - null, for an account that there is not, takes the same time and is never right
 */
export async function checkPassword(password: string, stored: string | null): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = (stored ?? NOBODYS).split('$');
  const expected = Buffer.from(hash, 'base64url');
  const given = await derive(password, Buffer.from(salt, 'base64url'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  return timingSafeEqual(given, expected) && stored !== null;
}

const NOBODYS = ['scrypt', COST.N, COST.r, COST.p, 'A'.repeat(22), 'A'.repeat(43)].join('$');

export const PASSWORD_PROBLEMS = ['too_short', 'too_long', 'is_name'] as const;
export type PasswordProblem = (typeof PASSWORD_PROBLEMS)[number];

/** Why it cannot be the password of this account; null when it can. */
export function judgePassword(password: string, name: string): PasswordProblem | null {
  const text = password.normalize('NFKC');
  if ([...text].length < PASSWORD_LENGTH.min) return 'too_short';
  if (Buffer.byteLength(text) > PASSWORD_LENGTH.maxBytes) return 'too_long';
  return text.toLowerCase().replaceAll(name, '').length < PASSWORD_LENGTH.min / 2 ? 'is_name' : null;
}

/** One password typed on two machines is the same text: NFKC (RFC 8265, 4.2 asks for the like). */
function derive(password: string, salt: Uint8Array, cost: ScryptOptions): Promise<Buffer> {
  const text = password.normalize('NFKC').slice(0, PASSWORD_LENGTH.maxBytes);
  const work = () =>
    new Promise<Buffer>((resolve, reject) => {
      scrypt(text, salt, HASH_BYTES, { ...cost, maxmem: MAX_MEMORY_BYTES }, (error, hash) =>
        error ? reject(error) : resolve(hash),
      );
    });
  return queue.add(work, { throwOnTimeout: true });
}
