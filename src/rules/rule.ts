import { z } from 'zod';
import { Message } from '../model/finding.ts';
import { CELL_STATUSES, FORM_IDS, SEVERITIES } from '../model/status.ts';

/** What a rule speaks of: the `scope` of its findings. */
export const SCOPES = [
  'column',
  'row',
  'group',
  'total',
  'variable',
  'table',
  'tables',
  'text',
  'document',
  'report',
  'series',
  'claim',
] as const;

/**
 * What is counted when a rule holds: each equation of the form, each count told in prose, each sentence that can be
 * computed, each printed cell, each table of the form, the document. `found`: there is nothing to hold, what the
 * rule describes is only met with.
 */
export const COUNTED = ['equation', 'claim', 'sentence', 'cell', 'table', 'document', 'found'] as const;
export type Counted = (typeof COUNTED)[number];

/** Whose mistake a finding more often is: a person looks there first. */
export const FAULTS = ['publisher', 'parser', 'either'] as const;
export type Fault = (typeof FAULTS)[number];

/** How an equation takes cells that print no number. */
export const Operands = z.object({
  /** One such cell and the equation is not evaluated; the first that is met is the reason. */
  blocking: z.array(z.enum(CELL_STATUSES)).readonly(),
  /** Count as nothing, as long as their side of the equation prints a number. */
  zero: z.array(z.enum(CELL_STATUSES)).readonly(),
  /** Count as nothing too, but not where they could make up for a difference: then the reason is `absent`. */
  zeroUnlessMissed: z.array(z.enum(CELL_STATUSES)).readonly(),
});
export type Operands = z.infer<typeof Operands>;

/** One rule: what it demands, why, and what a person makes of a finding. */
export const Rule = z.object({
  /** 1 unless said. Raised when it asks something else, so that what was decided of its findings is asked again. */
  version: z.number().int().positive().optional(),
  title: Message,
  /** The law, the form or the arithmetic that makes it so. */
  why: Message,
  /** In words; what an identity computes stands in the forms (expressions.ts). */
  demands: Message,
  forms: z.array(z.enum(FORM_IDS)).readonly(),
  scope: z.enum(SCOPES),
  counted: z.enum(COUNTED),
  /** What a failure is unless something makes it milder, then the milder ones. */
  severities: z.array(z.enum(SEVERITIES)).min(1).readonly(),
  milder: Message.optional(),
  /** What must be there for the rule to be evaluated. */
  needs: Message.optional(),
  operands: Operands.optional(),
  judge: Message,
  fault: z.enum(FAULTS),
});
export type Rule = z.infer<typeof Rule>;
