import { hash } from 'node:crypto';
import type { Cell } from '../model/cell.ts';
import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';

/** Enough of a SHA-256 that two of millions of findings never meet. */
const DIGITS = 20;

/** A finding with what it is known by across reruns, rebuilds and re-issued copies of the report. */
export interface KeyedFinding {
  readonly finding: Finding;
  /** Tells findings of the same rule and scope apart, in the order of the rules. */
  readonly nth: number;
  /** Made of who reported about which year, the rule and the scope: not of any number. */
  readonly key: string;
  /** Made of the numbers: a decision holds while it stays the same. */
  readonly signature: string;
}

/**
 * Who reports about which year. A page that comes again with other bytes (a visitor counter) is the same
 * report; where agency, place or year are unknown, only the same bytes are.
 */
export function reportIdentity(
  { division, agency, year }: Pick<Report, 'division' | 'agency' | 'year'>,
  sha256: string,
): string {
  return division && agency && year ? `${division}|${agency}|${year}` : `sha256:${sha256}`;
}

export function keyFindings(
  findings: readonly Finding[],
  identity: string,
  cells: readonly Cell[],
): readonly KeyedFinding[] {
  if (findings.length === 0) return [];
  const named = new Set(findings.flatMap(({ variables }) => variables));
  const printed = new Map<string, Cell>();
  for (const cell of cells) if (named.has(cell.variable)) printed.set(cell.variable, cell);
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const name = JSON.stringify([finding.rule, finding.scope]);
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    const key = digest([identity, finding.rule, finding.scope, nth]);
    return { finding, nth, key, signature: signatureOf(finding, printed) };
  });
}

/** Without the messages: better wording must not reopen what was decided. */
function signatureOf(
  { outcome, expected, actual, variables }: Finding,
  printed: ReadonlyMap<string, Cell>,
): string {
  const operands = variables.map((name) => [
    name,
    printed.get(name)?.value ?? null,
    printed.get(name)?.raw ?? null,
  ]);
  return digest([outcome, expected, actual, operands]);
}

const digest = (value: unknown): string => hash('sha256', JSON.stringify(value), 'hex').slice(0, DIGITS);
