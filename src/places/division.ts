/** One name of one code in GB/T 2260, with the years at whose end (31 December) it was in force. */
export interface DivisionRow {
  readonly code: string;
  readonly name: string;
  readonly firstYear: number;
  /** Null while the code is still in force. */
  readonly lastYear: number | null;
}

/**
 * How one division became another. `rename` keeps the code; `code_change` keeps the area and the parent;
 * `parent_change` keeps the area under another parent; `merge` and `split` change the area; `new` has no `from`.
 */
export const CHANGE_RELATIONS = ['rename', 'code_change', 'parent_change', 'merge', 'split', 'new'] as const;
export type ChangeRelation = (typeof CHANGE_RELATIONS)[number];

export interface DivisionChange {
  /** Day of the approval, `YYYY-MM-DD`; its year is the first year of the new state. */
  readonly date: string;
  readonly relation: ChangeRelation;
  /** Empty for `new`. */
  readonly fromCode: string;
  readonly fromName: string;
  readonly toCode: string;
  readonly toName: string;
  readonly sourceNote: string;
}

/** Tables that can only confirm or doubt a printed name: telephone area codes and postcodes by place. */
export interface AreaTables {
  /** 长途区号, with its leading zero → division codes it serves. */
  readonly areaCodes: ReadonlyMap<string, readonly string[]>;
  /** First two digits of a postcode → province codes. */
  readonly postcodes: ReadonlyMap<string, readonly string[]>;
}

export const NO_AREAS: AreaTables = { areaCodes: new Map(), postcodes: new Map() };

/** The administrative level that the digits of a code tell (GB/T 2260, clause on the structure of codes). */
export function levelOfCode(code: string): 'province' | 'prefecture' | 'county' {
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'prefecture' : 'county';
}

export function isInForce(row: DivisionRow, year: number): boolean {
  return row.firstYear <= year && (row.lastYear === null || year <= row.lastYear);
}
