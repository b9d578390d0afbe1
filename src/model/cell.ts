import { z } from 'zod';
import { Source } from './source.ts';
import { CELL_STATUSES } from './status.ts';

/**
 * One variable of one report. `value` is null unless the status is `reported`; `raw` is the text as printed
 * (for an ambiguous cell, the numbers of its row). `imputed` is what arithmetic proves, never a printed value.
 */
export const Cell = z.object({
  variable: z.string(),
  value: z.number().nullable(),
  raw: z.string().nullable(),
  status: z.enum(CELL_STATUSES),
  source: Source.nullable(),
  imputed: z.number().nullable().optional(),
});
export type Cell = z.infer<typeof Cell>;
