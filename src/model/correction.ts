import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, {
  error: 'is no SHA-256 in 64 small hexadecimal digits',
});

/**
 * One reviewed correction of a printed number: an item of a file of data/corrections/<province>/. The printed value
 * stays as it is; the correction is stored beside it, as long as the report still prints what it expects.
 */
export const CorrectionEntry = z.strictObject({
  /** Of the place in the year of the report; quoted, or YAML makes a number of it. */
  division: z.string().regex(/^\d{6}$/),
  agency: z.string().min(1),
  year: z.int().min(2008).max(2100),
  variable: z.string().min(1),
  value: z.number(),
  /** The text that is printed, quoted; null when the report does not print the cell. */
  expect: z.string().nullable(),
  reason: z.string().min(1),
  /** SHA-256 of the document in the archive that shows the right number. */
  evidence: sha256,
  reviewer: z.string().min(1),
  date: z.iso.date(),
});
export type CorrectionEntry = z.infer<typeof CorrectionEntry>;

/** A correction and where it is written. */
export interface Correction extends CorrectionEntry {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** Stands for the file of a correction that a person made in the review app; its line is the number of the event. */
export const REVIEW_FILE = 'review';

/** Where a correction is written, for a person. */
export const correctionPlace = ({ file, line }: Pick<Correction, 'file' | 'line'>): string =>
  file === REVIEW_FILE ? `/corrections#${line}` : `data/corrections/${file}:${line}`;
