import type { Finding } from '../../model/finding.ts';
import { SEVERITIES } from '../../model/status.ts';

/** Findings as they are numbered on the terminal: failures by severity, then in the order they were made. */
export interface NumberedFindings {
  readonly failed: readonly Finding[];
  readonly open: readonly Finding[];
  /** Numbers (from 1) of the failures that a variable takes part in, the gravest first. */
  readonly notesOf: (variable: string) => readonly number[];
}

export function numberFindings(findings: readonly Finding[]): NumberedFindings {
  const failed = findings.filter((finding) => finding.outcome === 'fail').sort(bySeverity);
  const notes = new Map<string, number[]>();
  for (const [index, { variables }] of failed.entries()) {
    for (const variable of new Set(variables))
      notes.set(variable, [...(notes.get(variable) ?? []), index + 1]);
  }
  return {
    failed,
    open: findings.filter((finding) => finding.outcome !== 'fail'),
    notesOf: (variable) => notes.get(variable) ?? [],
  };
}

export function bySeverity(a: Pick<Finding, 'severity'>, b: Pick<Finding, 'severity'>): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
}

/** The sign beside a doubtful cell: `¹` for the gravest finding, `¹⁺` when there are more. */
export function noteSign(notes: readonly number[]): string {
  const [first] = notes;
  if (first === undefined) return '';
  return superscript(first) + (notes.length > 1 ? '⁺' : '');
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function superscript(count: number): string {
  return [...String(count)].map((digit) => SUPERSCRIPTS[Number(digit)]).join('');
}
