import { z } from 'zod';
import { OUTCOMES, SEVERITIES } from '../../model/status.ts';
import { REVIEW_STATUSES, TO_DECIDE } from '../../review/status.ts';
import { isRule } from '../../rules/index.ts';
import type { QueueFilter } from '../../store/explore/queue-filter.ts';
import { listOf } from '../answering/list-of.ts';
import { orTell } from '../answering/words-of-schemas.ts';
import { REVIEW } from '../texts/review.ts';

const whole = z.coerce.number().int().nonnegative();

/** What stands for every status in an address; without a status those that ask for a verdict are shown. */
export const ALL_STATUSES = 'all';

/** The state of the queue, as it stands in an address. */
export const QueueQuery = z.object({
  rule: listOf(z.string().refine(isRule, orTell(REVIEW.noSuchRule))),
  severity: listOf(z.enum(SEVERITIES)),
  outcome: listOf(z.enum(OUTCOMES)),
  status: listOf(z.enum([ALL_STATUSES, ...REVIEW_STATUSES])),
  year: listOf(whole),
  form: listOf(z.string()),
  place: z
    .string()
    .refine((code) => /^\d{0,6}$/.test(code), orTell(REVIEW.noSuchPlace))
    .optional(),
  report: whole.optional(),
  assignee: z.string().min(1).optional(),
  by: z.string().min(1).optional(),
  page: whole.min(1).optional(),
});
export type QueueQuery = z.infer<typeof QueueQuery>;

/** What of the findings an address asks for. */
export function filterOf({
  status,
  place,
  rule,
  severity,
  outcome,
  year,
  form,
  report,
  assignee,
  by,
}: QueueQuery): QueueFilter {
  const rest = { rule, severity, outcome, year, form, report, assignee, by };
  const wanted = status ?? [...TO_DECIDE];
  const statuses = wanted.filter((one) => one !== ALL_STATUSES);
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    ...given,
    ...(place ? { place } : {}),
    ...(wanted.includes(ALL_STATUSES) ? {} : { status: statuses }),
  };
}

type Change = Readonly<Record<string, string | readonly string[] | null>>;

/** The same state with some parts changed, as a query: null takes one out, and the first page comes first. */
export function queryWith(query: QueueQuery, change: Change = {}): string {
  const parts: Record<string, unknown> = {
    ...query,
    ...(Object.keys(change).length > 0 ? { page: null } : {}),
  };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...parts, ...change })) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined) search.append(name, String(one));
    }
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
