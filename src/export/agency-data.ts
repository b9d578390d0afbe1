import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const AGENCY_KINDS = ['government', 'department', 'township', 'zone', 'other'] as const;
export const AGENCY_RELATIONS = ['continued', 'merged'] as const;

const Renaming = z.tuple([
  z.string().min(1),
  z.string().min(1),
  z.coerce.number().int(),
  z.enum(AGENCY_RELATIONS),
  z.string().min(1),
]);
export type Renaming = z.infer<typeof Renaming>;
const Kind = z.tuple([z.string().min(1), z.enum(AGENCY_KINDS)]);

/** The reviewed tables of `data/agencies`. */
export interface AgencyData {
  readonly changes: readonly Renaming[];
  /** A name → the name that the same body has after a reform. */
  readonly renamings: ReadonlyMap<string, string>;
  /** Longest endings first. */
  readonly kinds: readonly { readonly ending: string; readonly kind: (typeof AGENCY_KINDS)[number] }[];
}

/** Throws an Error that names the file when a line is not as it must be. */
export function loadAgencyData(dir: string): AgencyData {
  const changes = readTable(join(dir, 'renamings.tsv'), Renaming);
  const kinds = readTable(join(dir, 'kinds.tsv'), Kind).map(([ending, kind]) => ({ ending, kind }));
  const continued = changes.filter(([, , , relation]) => relation === 'continued');
  return {
    changes,
    renamings: new Map(continued.map(([from, to]) => [from, to])),
    kinds: kinds.sort((a, b) => b.ending.length - a.ending.length),
  };
}

function readTable<Row>(file: string, row: z.ZodType<Row>): Row[] {
  const lines = readFileSync(file, 'utf8').split('\n').slice(1).filter(Boolean);
  return lines.map((line) => {
    const read = row.safeParse(line.split('\t'));
    if (!read.success) throw new Error(`${file}: ${line}: ${read.error.message}`);
    return read.data;
  });
}
