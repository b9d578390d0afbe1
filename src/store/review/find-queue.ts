import type { Outcome, Severity } from '../../model/status.ts';
import type { ReviewStatus } from '../../review/status.ts';
import { explaining } from '../explain-sqlite-error.ts';
import { prefixRange } from '../filters.ts';
import { restoreFinding } from '../get-findings.ts';
import type { ListedFinding } from '../list-findings.ts';
import type { FindingRow, ReportRow } from '../schema.ts';
import type { Store } from '../store.ts';
import { variableBook } from '../variable-book.ts';

/** What findings are narrowed by: one of each list given, and the place. An empty list is no filter. */
export interface QueueFilter {
  readonly rule?: readonly string[];
  readonly severity?: readonly Severity[];
  readonly outcome?: readonly Outcome[];
  readonly status?: readonly ReviewStatus[];
  /** 0: not known. */
  readonly year?: readonly number[];
  /** Empty text: none. */
  readonly form?: readonly string[];
  /** A division code or its first digits. */
  readonly place?: string;
  readonly report?: number;
  readonly assignee?: string;
}

export interface QueuePage {
  readonly limit: number;
  readonly offset?: number;
  /** `cursor` of a finding: the page begins with the one behind it, wherever that one is now. Wins over offset. */
  readonly after?: string;
}

export interface QueuedFinding extends ListedFinding {
  readonly status: ReviewStatus;
  readonly assignee: string | null;
  /** Its place in the queue. */
  readonly cursor: string;
}

export interface Queue {
  readonly rows: readonly QueuedFinding[];
  /** How many findings the filter leaves: counted, never estimated. */
  readonly total: number;
}

/** What facets are counted of. */
export const FACETS = ['status', 'severity', 'rule', 'year', 'form', 'province', 'assignee'] as const;
export type Facet = (typeof FACETS)[number];
/** How many findings each value has; the most frequent first. */
export type FacetCounts = Readonly<Record<Facet, ReadonlyMap<string, number>>>;

const FROM = `FROM finding f JOIN report r ON r.id = f.report LEFT JOIN review_state s ON s.finding_key = f.key
  WHERE f.withdrawn = 0 AND r.current = 1`;
const FACET_VALUES: Readonly<Record<Facet, string>> = {
  status: 'f.review_status',
  severity: 'f.severity',
  rule: 'f.rule',
  year: "coalesce(r.year, 0) || ''",
  form: "coalesce(r.form, '')",
  province: "substr(coalesce(r.division, ''), 1, 2)",
  assignee: 's.assignee',
};

type Row = FindingRow &
  Pick<ReportRow, 'division' | 'place' | 'agency' | 'year' | 'form'> & { readonly assignee: string | null };

/** A page of the queue of findings in force, and how many there are in all. */
export function findQueue(store: Store, filter: QueueFilter, { limit, offset = 0, after }: QueuePage): Queue {
  const { where, values } = conditions(filter);
  return explaining(store.file, () => {
    const total = store.sqlite.prepare(`SELECT count(*) ${FROM} ${where}`).pluck().get(values) as number;
    const rows = store.sqlite
      .prepare(
        `SELECT f.*, r.division, r.place, r.agency, r.year, r.form, s.assignee ${FROM} ${where}
          AND f.id > @after ORDER BY f.id LIMIT @limit OFFSET @offset`,
      )
      .all({
        ...values,
        limit,
        after: Number(after ?? 0),
        offset: after === undefined ? offset : 0,
      }) as Row[];
    const book = variableBook(store);
    return {
      total,
      rows: rows.map((row) => {
        const { id, key, signature, report, division, place, agency, year, form, review_status, assignee } =
          row;
        return {
          ...restoreFinding(book, row),
          ...{ id, key, signature, reportId: report, division, place, agency, year, form, assignee },
          status: review_status,
          cursor: String(id),
        };
      }),
    };
  });
}

/** The ids of all findings that a filter leaves, in the order of the queue, as far as `limit`. */
export function queueIds(store: Store, filter: QueueFilter, limit: number): readonly number[] {
  const { where, values } = conditions(filter);
  return explaining(store.file, () =>
    store.sqlite
      .prepare(`SELECT f.id ${FROM} ${where} ORDER BY f.id LIMIT @limit`)
      .pluck()
      .all({ ...values, limit }),
  ) as number[];
}

/** How many findings there are of each value, with all of the filter but the facet's own part; the largest first. */
export function countFacets(store: Store, filter: QueueFilter): FacetCounts {
  return Object.fromEntries(FACETS.map((facet) => [facet, countFacet(store, filter, facet)])) as never;
}

function countFacet(store: Store, filter: QueueFilter, facet: Facet): Map<string, number> {
  const { [facet === 'province' ? 'place' : facet]: _, ...others } = filter;
  const { where, values } = conditions(others);
  const value = FACET_VALUES[facet];
  const rows = explaining(store.file, () =>
    store.sqlite
      .prepare(
        `SELECT ${value} AS value, count(*) AS n ${FROM} ${where} AND ${value} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`,
      )
      .raw()
      .all(values),
  ) as [string, number][];
  return new Map(rows);
}

function conditions({ place, report, assignee, ...lists }: QueueFilter) {
  const values: Record<string, unknown> = {};
  const parts: string[] = [];
  for (const [name, list] of Object.entries(lists)) {
    if (list.length === 0) continue;
    const column = name === 'outcome' ? 'f.outcome' : FACET_VALUES[name as Facet];
    parts.push(`${column} IN (SELECT value || '' FROM json_each(@${name}))`);
    values[name] = JSON.stringify(list);
  }
  if (place) {
    [values['from'], values['before']] = prefixRange(place);
    parts.push('r.division >= @from AND r.division < @before');
  }
  if (report !== undefined) {
    values['report'] = report;
    parts.push('f.report = @report');
  }
  if (assignee !== undefined) {
    values['assignee'] = assignee;
    parts.push('s.assignee = @assignee');
  }
  return { where: parts.map((part) => `AND ${part}`).join(' '), values };
}
