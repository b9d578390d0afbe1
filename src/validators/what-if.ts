import type { Effect } from '../model/effect.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Finding } from '../model/finding.ts';
import { validateAlone } from './index.ts';

type Record = Pick<Extraction, 'report' | 'basis' | 'cells' | 'claims'>;

/**
 * The rules of the form and the counts told in prose, once for what is printed and once with other numbers in some
 * cells. The record itself stays as it is.
 */
export function whatIf(record: Record, numbers: ReadonlyMap<string, number>): Effect {
  return compareFindings(failuresOf(record, new Map()), failuresOf(record, numbers));
}

/** What is there before and not after, and the other way round; a finding is known by its rule and scope. */
export function compareFindings(before: readonly Finding[], after: readonly Finding[]): Effect {
  const nameOf = ({ rule, scope }: Finding) => `${rule} ${scope}`;
  const named = (findings: readonly Finding[]) => new Set(findings.map(nameOf));
  const [earlier, later] = [named(before), named(after)];
  return {
    repaired: before.filter((finding) => !later.has(nameOf(finding))),
    broken: after.filter((finding) => !earlier.has(nameOf(finding))),
    kept: after.filter((finding) => earlier.has(nameOf(finding))),
  };
}

function failuresOf({ report, basis, cells, claims }: Record, numbers: ReadonlyMap<string, number>) {
  // What arithmetic proves of a cell is proved anew: it follows from the other cells.
  const read = cells.map(({ imputed: _, ...cell }) => {
    const value = numbers.get(cell.variable);
    return value === undefined ? cell : { ...cell, value, raw: String(value), status: 'reported' as const };
  });
  const { findings } = validateAlone({
    report,
    basis,
    cells: read,
    claims,
    findings: [],
    paragraphs: [],
    unordered: [],
  });
  return findings.filter(({ outcome }) => outcome === 'fail');
}
