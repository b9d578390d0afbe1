import { z } from 'zod';
import { listOf, someOf } from '../answering/list-of.ts';

const NUMBER = /^-?\d{1,15}(\.\d{1,6})?$/;

/** Full width digits and separators of thousands are taken as they are meant. */
const plainNumber = (text: string): string =>
  text.normalize('NFKC').replaceAll(/[,\s]/g, '').replace('−', '-');

/** A number as it is typed; null for what is none. */
export const TypedNumber = z
  .string()
  .max(40)
  .transform(plainNumber)
  .transform((text) => (NUMBER.test(text) ? Number(text) : null));

const Id = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
/** More cells than any suggestion changes. */
const MOST_CELLS = 20;

/** Cells to be corrected together, and the numbers that are tried in them: the first value is of the first variable. */
export const CorrectionQuery = z.object({
  variable: someOf(z.string().min(1).max(200)).refine((names) => names.length <= MOST_CELLS),
  value: listOf(TypedNumber),
  finding: Id.optional(),
  /** State of the queue to go back to. */
  queue: z.string().max(2000).regex(/^\?/).optional(),
});
export type CorrectionQuery = z.infer<typeof CorrectionQuery>;

/** Where the page of a correction leads back to. */
export const backTo = ({ finding, queue = '' }: CorrectionQuery, reportId: number): string =>
  finding === undefined ? `/reports/${reportId}` : `/findings/${finding}${queue}`;

/** The address of the page on which cells are corrected together, and which leads back to the finding. */
export function correctionAddress(
  { reportId, id }: { readonly reportId: number; readonly id: number },
  search: string,
  cells: readonly (readonly [variable: string, value?: number])[],
): string {
  const query = new URLSearchParams();
  for (const [variable, value] of cells) {
    query.append('variable', variable);
    if (value !== undefined) query.append('value', String(value));
  }
  query.set('finding', String(id));
  if (search !== '') query.set('queue', search);
  return `/reports/${reportId}/correction?${query}`;
}
