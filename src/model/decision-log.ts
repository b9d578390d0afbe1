import { z } from 'zod';

/**
 * Where the log of decisions stood: how many events it had, and the hash of the last one (src/store/review/chain.ts). Written
 * down in reports of runs and in releases, it shows later whether the log was cut or rewritten.
 */
export const DecisionLog = z.object({
  events: z.int().nonnegative(),
  /** 64 hexadecimal digits. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type DecisionLog = z.infer<typeof DecisionLog>;
