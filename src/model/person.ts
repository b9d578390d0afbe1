import { z } from 'zod';

/** From the least to the most: each may do what those before it may. */
export const ROLES = ['reader', 'auditor', 'lead', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** The name under which one works without accounts, on one's own machine. No account can have it. */
export const LOCAL_NAME = 'local';

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u;

/** A name of an account: the same name however it is typed, full width or in capitals. */
export const AccountName = z
  .string()
  .max(200)
  .transform((text) => text.normalize('NFKC').trim().toLowerCase())
  .refine((name) => NAME.test(name) && name !== LOCAL_NAME);

/** The least number of characters, and the most bytes that are hashed (OWASP ASVS 5.0, 6.2.1 and 6.2.9). */
export const PASSWORD_LENGTH = { min: 12, maxBytes: 1024 } as const;
