import { z } from 'zod';
import { LEVELS } from './status.ts';

/** Publishing systems with an adapter of their own in scrapers/families; `generic` finds reports by words and structure. */
export const FAMILY_IDS = [
  'trs',
  'jcms',
  'jcms-annual-report',
  'jpaas',
  'ucap',
  'gkmlpt',
  'kaipu',
  'boda',
  'openness',
  'lonsun',
  'generic',
] as const;
export type FamilyId = (typeof FAMILY_IDS)[number];

const httpUrl = z.url({ protocol: /^https?$/ });
const year = z.int().min(2008).max(2100);

/**
 * One agency or county whose reports are fetched: a file of data/sources/<province>/. Its name without `.yml` is
 * the identifier: the division code, with `-` and a word for an agency below it.
 */
export const SourceEntry = z
  .strictObject({
    /** The body that reports: 双辽市, or 双辽市教育局. */
    name: z.string().min(1),
    /** Six digits, GB/T 2260, of the place today; quoted, or YAML makes a number of it. */
    division: z.string().regex(/^\d{6}$/),
    level: z.enum(LEVELS),
    family: z.enum(FAMILY_IDS),
    /** Pages that list reports, or that hold one and list the others. */
    lists: z.array(httpUrl).default([]),
    /** Addresses with `{year}` in them: one report a year, no list. */
    patterns: z.array(z.string().regex(/^https?:\/\/.*\{year\}/)).default([]),
    /** Reports whose address is known and that no list leads to. */
    pages: z.array(httpUrl).default([]),
    /** Hosts besides those of the addresses above that its reports and attachments may lie on. */
    hosts: z.array(z.string()).default([]),
    /** Years of which a report is expected; without `to`, up to the last year that is due. */
    years: z.strictObject({ from: year, to: year.optional() }),
    /** How many reports its pages should give; fewer or more is an alarm of the run. */
    assertions: z.strictObject({ min: z.int().nonnegative(), max: z.int().positive() }),
    /** Pages are made by scripts: fetch them with the browser. */
    scripts: z.boolean().default(false),
    /** When these addresses were last seen to answer; null: never fetched. */
    checked: z.iso.date().nullable(),
    notes: z.string().optional(),
  })
  .refine(({ lists, patterns, pages }) => lists.length + patterns.length + pages.length > 0, {
    error: 'needs at least one address in lists, patterns or pages',
  })
  .refine(({ assertions: { min, max } }) => min <= max, { error: 'assertions: min is above max' });
export type SourceEntry = z.infer<typeof SourceEntry>;

/** A registered source: its entry and its identifier. */
export interface Source extends SourceEntry {
  /** `220382`, or `220382-jiaoyuju`: the name of its file. */
  readonly id: string;
}
