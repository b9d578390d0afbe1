import { z } from 'zod';
import { Message } from './finding.ts';
import { FORM_IDS, LEVELS } from './status.ts';

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const Contact = z.object({
  address: z.string().nullable(),
  postcode: z.string().nullable(),
  phone: z.string().nullable(),
});
export type Contact = z.infer<typeof Contact>;

/**
 * Who reports about which year. `division` is the six-digit GB/T 2260 code of the place as of `year`;
 * `form` is the edition of the form by what is printed, not by the year.
 */
export const Report = z.object({
  title: z.string().nullable(),
  agency: z.string().nullable(),
  place: z.string().nullable(),
  division: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  level: z.enum(LEVELS).nullable(),
  year: z.int().nullable(),
  published: isoDate.nullable(),
  form: z.enum(FORM_IDS).nullable(),
  period: z.tuple([isoDate, isoDate]).nullable(),
  contact: Contact,
});
export type Report = z.infer<typeof Report>;

/** How sure the form and the place are, and why: shown beside them, never hidden. */
export const Basis = z.object({
  form: z.object({ score: z.number(), reason: z.string() }),
  division: z.object({ reason: Message }),
});
export type Basis = z.infer<typeof Basis>;
