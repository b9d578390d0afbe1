import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, {
  error: 'is no SHA-256 in 64 small hexadecimal digits',
});

/**
 * One reviewed reading of a label that a body prints in words of its own: an item of a file of data/lookups/<province>/.
 * It holds for the tables of this body's reports, and only where the label is printed.
 */
export const LookupEntry = z
  .strictObject({
    /** Of the place in the year of the report; quoted, or YAML makes a number of it. */
    division: z.string().regex(/^\d{6}$/),
    agency: z.string().min(1),
    /** First and last year of the reports that print it. */
    years: z.tuple([z.int().min(2008).max(2100), z.int().min(2008).max(2100)]),
    /** As it is printed; blanks, points and ordinals count for nothing. */
    label: z.string().min(1),
    /** The row or the column that it names: `applications.granted`, `applications.natural_person`. One of the two. */
    row: z.string().min(1).optional(),
    column: z.string().min(1).optional(),
    reason: z.string().min(1),
    /** SHA-256 of the document in the archive that shows the label. */
    evidence: sha256,
    reviewer: z.string().min(1),
    date: z.iso.date(),
  })
  .refine(({ row, column }) => (row === undefined) !== (column === undefined), {
    error: 'names either a row or a column',
  });
export type LookupEntry = z.infer<typeof LookupEntry>;

/** What a lookup takes the printed label for: a row or column of a table, and how the form prints it. */
export interface LookupTarget {
  readonly kind: 'row' | 'column';
  readonly table: string;
  readonly id: string;
  readonly zh: string;
}

/** A lookup and where it is written. */
export interface LabelLookup extends LookupEntry {
  readonly target: LookupTarget;
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}
