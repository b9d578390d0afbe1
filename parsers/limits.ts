/**
 * What a document may cost before it is refused with a finding instead of being read. A report has some 300
 * cells on 10 pages; the limits are two orders of magnitude above.
 */
export const LIMITS = {
  /** Decoded characters of markup or text, inline images left out. */
  characters: 12_000_000,
  /** Bytes of a file that is looked at at all. */
  bytes: 64 * 1024 * 1024,
  tables: 500,
  /** Tables inside tables inside tables. */
  tableNesting: 10,
  /** Elements inside elements. */
  depth: 512,
  elements: 500_000,
} as const;
