import { hash } from 'node:crypto';
import type { Cell } from '../model/cell.ts';
import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { ruleVersion } from '../rules/index.ts';

/** Enough of a SHA-256 that two of millions of findings never meet. */
const DIGITS = 20;

/** A finding with what it is known by across reruns, rebuilds and re-issued copies of the report. */
export interface KeyedFinding {
  readonly finding: Finding;
  /** Tells findings of the same rule and scope apart, in the order of the rules. */
  readonly nth: number;
  /** Version of the rule that it was made by. */
  readonly version: number;
  /** Made of who reported about which year, the rule and the scope: not of any number. */
  readonly key: string;
  /**
   * Made of the numbers, of the tables that they were read from as a whole, and of the version of the rule: a decision
   * holds while it stays the same.
   */
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

/** @param versionOf - of a rule, by its name */
export function keyFindings(
  findings: readonly Finding[],
  identity: string,
  cells: readonly Cell[],
  versionOf: (rule: string) => number = ruleVersion,
): readonly KeyedFinding[] {
  if (findings.length === 0) return [];
  const named = new Set(findings.flatMap(({ variables }) => variables));
  const printed = new Map<string, Cell>();
  for (const cell of cells) if (named.has(cell.variable)) printed.set(cell.variable, cell);
  const tables = digestTables(cells, new Set([...named].map(tableOf)));
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const name = JSON.stringify([finding.rule, finding.scope]);
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    const key = digest([identity, finding.rule, finding.scope, nth]);
    const version = versionOf(finding.rule);
    return { finding, nth, version, key, signature: signatureOf(finding, printed, tables, version) };
  });
}

/** Without the messages: better wording must not reopen what was decided. */
function signatureOf(
  { outcome, expected, actual, variables }: Finding,
  printed: ReadonlyMap<string, Cell>,
  tables: ReadonlyMap<string, string>,
  version: number,
): string {
  const operands = variables.map((name) => [
    name,
    printed.get(name)?.value ?? null,
    printed.get(name)?.raw ?? null,
  ]);
  const readings = [...new Set(variables.map(tableOf))].map((table) => tables.get(table) ?? null);
  return digest([version, outcome, expected, actual, operands, readings]);
}

const tableOf = (variable: string): string => variable.slice(0, variable.indexOf('.'));

/**
 * How the tables that findings speak of were read, by name; a record has its cells in the order of its form. Without
 * the places: they move with whatever stands around a table, as a counter of visitors does that makes other bytes of
 * a page every night. In one text each and not as JSON: this runs over every cell of every load.
 */
function digestTables(cells: readonly Cell[], wanted: ReadonlySet<string>): ReadonlyMap<string, string> {
  const readings = new Map<string, string>([...wanted].map((table) => [`${table}.`, '']));
  const prefixes = [...readings.keys()];
  for (const { variable, value, raw, status } of cells) {
    const table = prefixes.find((prefix) => variable.startsWith(prefix));
    if (table === undefined) continue;
    const text = `${readings.get(table)}${variable}\t${value}\t${status}\t${raw === null ? '' : `=${raw}`}\n`;
    readings.set(table, text);
  }
  return new Map([...readings].map(([table, text]) => [table.slice(0, -1), digestOf(text)]));
}

const digest = (value: unknown): string => digestOf(JSON.stringify(value));
const digestOf = (text: string): string => hash('sha256', text, 'hex').slice(0, DIGITS);
