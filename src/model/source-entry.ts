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
const yearPattern = z.string().refine((text) => text.includes('{year}') && isHttpUrl(addressIn(text, 2020)), {
  error: 'is no http address with {year} in it',
  params: { zh: '不是含有 {year} 的 http 网址' },
});
const year = z.int().min(2008).max(2100);

/**
 * One agency or county whose reports are fetched: a file of data/sources/<province>/. Its name without `.yml` is
 * the identifier: the division code, with `-` and a word for an agency below it.
 */
export const SourceEntry = z
  .strictObject({
    /** The body that reports: 双辽市, or 双辽市教育局. */
    name: z.string().min(1),
    /**
     * Six digits, GB/T 2260, of the place today, or of the place around a town or zone that has no code; quoted,
     * or YAML makes a number of it.
     */
    division: z.string().regex(/^\d{6}$/),
    level: z.enum(LEVELS),
    family: z.enum(FAMILY_IDS),
    /** Pages that list reports, or that hold one and list the others. */
    lists: z.array(httpUrl).default([]),
    /** Addresses with `{year}` in them: one report a year, no list. */
    patterns: z.array(yearPattern).default([]),
    /** Reports whose address is known: fetched whether or not a list leads to them. */
    pages: z.array(httpUrl).default([]),
    /** Hosts besides those of the addresses above that its reports and attachments may lie on. */
    hosts: z.array(z.string().regex(/^[a-z0-9.-]+$/)).default([]),
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
    params: { zh: 'lists、patterns、pages 中至少要有一个网址' },
  })
  .refine(({ assertions: { min, max } }) => min <= max, {
    error: 'min is above max',
    params: { zh: 'min 大于 max' },
    path: ['assertions'],
  })
  .refine(({ years: { from, to = from } }) => from <= to, {
    error: 'from is after to',
    params: { zh: 'from 晚于 to' },
    path: ['years'],
  });
export type SourceEntry = z.infer<typeof SourceEntry>;

/** The address of a pattern for one year. */
export function addressIn(pattern: string, year: number): string {
  return pattern.replaceAll('{year}', String(year));
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** A registered source: its entry and its identifier. */
export interface Source extends SourceEntry {
  /** `220382`, or `220382-jiaoyuju`: the name of its file. */
  readonly id: string;
}
