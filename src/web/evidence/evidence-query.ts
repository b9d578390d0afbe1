import { z } from 'zod';
import { ZOOMS } from '../../evidence/evidence.ts';

const Name = z.string().regex(/^[a-z0-9_.]{1,120}$/);
const toNumber = (value: unknown): unknown =>
  typeof value === 'string' && value !== '' ? Number(value) : value;

/** What of a report's documents is looked at: all of it in the address, so that a link shows the same to anybody. */
export const EvidenceQuery = z.object({
  /** Variable of the cell that is looked at. */
  cell: Name.optional(),
  /** A finding whose cells are lit as well. */
  finding: z.preprocess(toNumber, z.int().positive().optional()),
  /** sha256 of another document of the report. */
  part: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  page: z.preprocess(toNumber, z.int().min(1).max(9999).optional()),
  zoom: z.preprocess(toNumber, z.literal(ZOOMS).default(100)),
  turn: z.preprocess(toNumber, z.literal([0, 1, 2, 3]).default(0)),
});
export type EvidenceQuery = z.infer<typeof EvidenceQuery>;

export const ReportParams = z.object({
  id: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number),
});

/** The query as an address has it: defaults are left out, what is undefined is dropped. */
export function writeQuery(query: Readonly<Record<string, string | number | undefined>>): string {
  const { zoom, turn, ...rest } = query;
  const shown = { ...rest, ...(zoom === 100 ? {} : { zoom }), ...(turn === 0 ? {} : { turn }) };
  const parts = Object.entries(shown).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  const text = new URLSearchParams(parts).toString();
  return text === '' ? '' : `?${text}`;
}
