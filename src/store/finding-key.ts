import { hash } from 'node:crypto';
import type { Cell } from '../model/cell.ts';
import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { ruleVersion } from '../rules/index.ts';
import { layoutOf, type TableLayout, tableOf } from './cell-layout.ts';

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
   * holds while it stays the same, and so does the version of the reader, which is the report's.
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
  const reading = readingOf(cells);
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const name = JSON.stringify([finding.rule, finding.scope]);
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    const key = digest([identity, finding.rule, finding.scope, nth]);
    const version = versionOf(finding.rule);
    return { finding, nth, version, key, signature: signatureOf(finding, reading, version) };
  });
}

/** Without the messages: better wording must not reopen what was decided. */
function signatureOf(
  { outcome, expected, actual, variables }: Finding,
  { cellOf, digestOfTable }: Reading,
  version: number,
): string {
  const operands = variables.map((name) => [name, cellOf(name)?.value ?? null, cellOf(name)?.raw ?? null]);
  const readings = [...new Set(variables.map(tableOf))].map(digestOfTable);
  return digest([version, outcome, expected, actual, operands, readings]);
}

/** What findings rest on. */
interface Reading {
  readonly cellOf: (variable: string) => Cell | undefined;
  /** How a table was read as a whole; null: the record has no cell of it. */
  readonly digestOfTable: (table: string) => string | null;
}

function readingOf(cells: readonly Cell[]): Reading {
  const { indexOf, tables } = layoutOf(cells);
  const digests = new Map<string, string>();
  return {
    cellOf: (variable) => cells[indexOf.get(variable) ?? -1],
    digestOfTable: (name) => {
      const table = tables.get(name);
      if (!table) return null;
      const made = digests.get(name) ?? digestTable(cells, table);
      digests.set(name, made);
      return made;
    },
  };
}

const digestedNames = new WeakMap<TableLayout, string>();

/**
 * Its variables and what was read of each. Without the places: they move with whatever stands around a table, as a
 * counter of visitors does that makes other bytes of a page every night. This runs over every cell of every load, and
 * most have a number that is printed as it is read: those are written without what follows from that.
 */
function digestTable(cells: readonly Cell[], table: TableLayout): string {
  const names = digestedNames.get(table) ?? digest(table.variables);
  digestedNames.set(table, names);
  const lines = [names];
  for (const index of table.indexes) {
    const { value, raw, status } = cells[index] as Cell;
    const isPlain = status === 'reported' && raw === String(value);
    lines.push(isPlain ? raw : JSON.stringify([value, status, raw]));
  }
  return digestOf(lines.join('\n'));
}

const digest = (value: unknown): string => digestOf(JSON.stringify(value));
const digestOf = (text: string): string => hash('sha256', text, 'hex').slice(0, DIGITS);
