import { z } from 'zod';
import { Cell } from './cell.ts';
import { Claim } from './claim.ts';
import { Finding } from './finding.ts';
import { Basis, Report } from './report.ts';

/** How many rule instances were evaluated, so that a rule that could not be is never taken for a pass. */
export const Evaluated = z.object({ pass: z.int(), fail: z.int(), not_evaluable: z.int() });
export type Evaluated = z.infer<typeof Evaluated>;

/** How often one rule held, failed, and could not be evaluated, by the reason. */
export const RuleCounts = z.object({
  pass: z.int(),
  fail: z.int(),
  not_evaluable: z.record(z.string(), z.int()),
});
export type RuleCounts = z.infer<typeof RuleCounts>;

/** By rule; a rule that had nothing to be asked of is not in it. */
export const Checks = z.record(z.string(), RuleCounts);
export type Checks = z.infer<typeof Checks>;

/** A paragraph of running text outside the tables; `start` and `end` are characters of that text. */
export const Prose = z.object({ text: z.string(), start: z.int(), end: z.int() });
export type Prose = z.infer<typeof Prose>;

/** What one document gave before any rule was applied. */
export const Reading = z.object({
  report: Report,
  basis: Basis,
  cells: z.array(Cell),
  claims: z.array(Claim),
  findings: z.array(Finding),
  paragraphs: z.array(Prose),
  /**
   * Variables of rows whose numbers need not stand in the order of the form's columns (a header that lacks a column or
   * was not printed): arithmetic proves nothing of their empty and ambiguous cells.
   */
  unordered: z.array(z.string()),
  /** Variables whose digits the writer parted into lines or paragraphs: one number, if arithmetic bears it out. */
  joined: z.array(z.string()).optional(),
});
export type Reading = z.infer<typeof Reading>;

/** A reading with its rules applied: the record that is stored and shown. */
export const Extraction = Reading.omit({ paragraphs: true, unordered: true, joined: true }).extend({
  sha256: z.string(),
  evaluated: Evaluated,
  checks: Checks,
  /** Of the running text, in base64, by which copied prose is found; absent when there is too little text. */
  prosePrint: z.string().optional(),
});
export type Extraction = z.infer<typeof Extraction>;
