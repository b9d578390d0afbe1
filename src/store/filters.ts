/** What lists are narrowed by; all given ones must hold. */
export interface Filters {
  /** Six-digit code or the beginning of one: 22 is all of Jilin. */
  readonly division?: string;
  readonly year?: number;
  readonly form?: string;
  readonly rule?: string;
  readonly severity?: string;
}

export interface Page {
  readonly limit?: number;
  readonly offset?: number;
}

/** One page of a list, with the number of rows that the filters leave in all. */
export interface Listed<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** A limit of SQLite for "all": OFFSET needs one. */
const ALL = -1;

export function pageOf({ limit, offset }: Page): { readonly limit: number; readonly offset: number } {
  return { limit: limit ?? ALL, offset: offset ?? 0 };
}

/** Codes that begin with `prefix` are those from it up to, but not including, the second: an index can be used. */
export function prefixRange(prefix: string): readonly [from: string, before: string] {
  return [prefix, `${prefix}:`];
}
