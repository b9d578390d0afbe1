import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Message } from '../model/finding.ts';
import { FORM_IDS } from '../model/status.ts';
import { type AgencyData, loadAgencyData } from './agency-data.ts';

const COLUMN = /^[a-z][a-z0-9_]{0,31}$/;
const columnName = z.string().regex(COLUMN);

/** How far a harmonised variable can be compared over the editions of the form. */
export const COMPARABILITIES = ['same', 'close', 'break'] as const;

export const Harmonised = z.strictObject({
  name: z.string().startsWith('harmonised.'),
  column: columnName,
  zh: z.string(),
  en: z.string(),
  unit: z.string(),
  forms: z.partialRecord(z.enum(FORM_IDS), z.array(z.array(z.string()).min(1)).min(1)),
  comparable: z.enum(COMPARABILITIES),
  note: Message,
});
export type Harmonised = z.infer<typeof Harmonised>;

/** How far a figure may move from one release to the next (data/release/gates.yml). */
export const Gates = z.strictObject({
  reports: z.strictObject({ max_drop: z.number() }),
  divisions: z.strictObject({ max_drop: z.number() }),
  fill_rate: z.strictObject({ max_move: z.number(), min_cells: z.int() }),
  status_share: z.strictObject({ max_move: z.number(), min_cells: z.int() }),
  anomaly_rate: z.strictObject({ max_rise: z.number(), min_reports: z.int() }),
});
export type Gates = z.infer<typeof Gates>;

/** A column of a release that was taken out on purpose: the codebook goes on telling of it, and its name is not used again. */
export const Retired = z.strictObject({
  table: z.string(),
  column: columnName,
  zh: z.string(),
  en: z.string(),
  /** Of a column of the panel: its variable in the long tables. */
  variable: z.string().optional(),
  /** The last that has it: three numbers. */
  last_version: z.string().regex(/^\d+\.\d+\.\d+$/),
  /** What to use instead, as `table.column`; null: nothing. */
  replaced_by: z.string().nullable(),
  why: Message,
});
export type Retired = z.infer<typeof Retired>;

export const KnownIssue = z.strictObject({ title: Message, text: Message });
export type KnownIssue = z.infer<typeof KnownIssue>;

/** https://www.doi.org/doi-handbook/HTML/index.html, section 2.2: a prefix of a registrant and a suffix of its choice. */
export const Doi = z.string().regex(/^10\.\d{4,9}\/[!-~]+$/);
const Dois = z.strictObject({ concept: Doi.nullable() });

/** Of the data; the program has its own. `id` is of the SPDX list. */
export const Licence = z.strictObject({ id: z.string(), title: z.string(), url: z.url() });
export type Licence = z.infer<typeof Licence>;

/** The reviewed data of `data/release` and `data/agencies`. */
export interface ReleaseData {
  /** Variable → column, as printed and derived variables have them. */
  readonly names: ReadonlyMap<string, string>;
  readonly harmonised: readonly Harmonised[];
  readonly knownIssues: readonly KnownIssue[];
  readonly retired: readonly Retired[];
  readonly agencies: AgencyData;
  readonly licence: Licence;
  /** Of all versions together; null until there is one. */
  readonly conceptDoi: string | null;
}

/** Reads `data/release`, and `data/agencies` beside it. Throws an Error that names the file when it is not as it must be. */
export function loadReleaseData(dir: string): ReleaseData {
  return {
    names: parseNames(readFileSync(join(dir, 'names.tsv'), 'utf8')),
    harmonised: readYaml(join(dir, 'harmonised.yml'), z.array(Harmonised)),
    knownIssues: readYaml(join(dir, 'known-issues.yml'), z.array(KnownIssue)),
    retired: readYaml(join(dir, 'retired.yml'), z.array(Retired)),
    licence: readYaml(join(dir, 'licence.yml'), Licence),
    conceptDoi: readYaml(join(dir, 'doi.yml'), Dois).concept,
    agencies: loadAgencyData(join(dir, '..', 'agencies')),
  };
}

export const loadGates = (file: string): Gates => readYaml(file, Gates);

function readYaml<T>(file: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(`${file}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

/** Lines of `variable<TAB>column` after a head. Throws when a name is no name or stands twice. */
export function parseNames(tsv: string): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const line of tsv.split('\n').slice(1).filter(Boolean)) {
    const [variable = '', column = ''] = line.split('\t');
    if (!COLUMN.test(column)) throw new Error(`names.tsv: ${column} is no column name`);
    if (names.has(variable) || taken.has(column)) throw new Error(`names.tsv: ${line} stands twice`);
    names.set(variable, column);
    taken.add(column);
  }
  return names;
}
