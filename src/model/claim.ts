import { z } from 'zod';

/**
 * A count told in prose. `start` and `end` are characters of the document's running text; `scope` is `agency`
 * when the sentence speaks of what the tables count, another word when it says otherwise (see read-claims).
 */
export const CLAIM_SCOPES = ['agency', 'other'] as const;
export const Claim = z.object({
  variable: z.string(),
  value: z.number(),
  text: z.string(),
  start: z.int(),
  end: z.int(),
  scope: z.enum(CLAIM_SCOPES),
});
export type Claim = z.infer<typeof Claim>;
