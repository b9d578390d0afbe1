import type { Form } from '../../forms/form.ts';
import { formById } from '../../forms/index.ts';
import type { Cell } from '../../model/cell.ts';
import type { Extraction } from '../../model/extraction.ts';
import { getExtraction } from '../../store/get-extraction.ts';
import { type ListedFinding, listFindings } from '../../store/list-findings.ts';
import type { ReportsView } from '../../store/schema.ts';
import { type DecidedFinding, decidedFindings } from '../../store/show/decided-findings.ts';
import { filesOfReport, type ReportFile } from '../../store/show/report-files.ts';
import {
  type Corrected,
  correctionsOfReport,
  findReport,
  type ReportVersion,
  versionsOfReport,
  type YearBefore,
  yearBefore,
} from '../../store/show/shown-report.ts';
import type { Store } from '../../store/store.ts';
import { type Withdrawal, withdrawals } from './withdrawn.tsx';

/** A finding with what people decided of it. */
export interface ShownFinding extends ListedFinding {
  readonly review: DecidedFinding;
  /** Cells of it that a person corrected. */
  readonly corrected: readonly CorrectedCell[];
}

/** What is printed in a cell, and what a person says it should be. */
export interface CorrectedCell extends Pick<Corrected, 'variable' | 'value' | 'reason'> {
  readonly printed: string | null;
}

/** A cell with all that is known of its number, each kept apart. */
export interface ShownCell extends Cell {
  readonly corrected: Corrected | null;
  /** What a release gives: corrected, else printed, else deduced. */
  readonly used: number | null;
  readonly findings: readonly ShownFinding[];
  readonly before: Cell | null;
}

/** All that the page of a report shows. */
export interface ReportData {
  readonly report: ReportsView;
  readonly form: Form | undefined;
  /** By variable, in printed order. */
  readonly cells: ReadonlyMap<string, ShownCell>;
  readonly findings: readonly ShownFinding[];
  /** How many there are; a document that is wrong all over is not shown whole. */
  readonly findingTotal: number;
  readonly claims: Extraction['claims'];
  readonly versions: readonly ReportVersion[];
  readonly files: readonly ReportFile[];
  readonly before: YearBefore | undefined;
  readonly withdrawal: Withdrawal;
}

/** More findings than a page shows; the page says how many there are in all. */
const MOST_FINDINGS = 500;

/** Undefined when there is no such report. */
export function reportData(store: Store, id: number): ReportData | undefined {
  const report = findReport(store, id);
  const extraction = report && getExtraction(store, id);
  if (!report || !extraction) return undefined;
  const { rows, total } = listFindings(store, { reportId: id, limit: MOST_FINDINGS });
  const before = yearBefore(store, report);
  const corrections = new Map(correctionsOfReport(store, id).map((one) => [one.variable, one]));
  const findings = showFindings(rows, decidedFindings(store, id), extraction.cells, corrections);
  const byVariable = new Map<string, ShownFinding[]>();
  for (const finding of findings)
    for (const name of finding.variables) byVariable.set(name, [...(byVariable.get(name) ?? []), finding]);
  const cells = [...extraction.cells, ...absentCells(extraction.cells, corrections)].map(
    (cell): ShownCell => {
      const corrected = corrections.get(cell.variable) ?? null;
      return {
        ...cell,
        ...{ corrected, used: corrected?.value ?? cell.value ?? cell.imputed ?? null },
        findings: byVariable.get(cell.variable) ?? [],
        before: before?.cells.get(cell.variable) ?? null,
      };
    },
  );
  return {
    ...{ report, form: formById(report.form), findings, findingTotal: total, before },
    cells: new Map(cells.map((cell) => [cell.variable, cell])),
    claims: extraction.claims,
    versions: versionsOfReport(store, id),
    files: filesOfReport(store, id),
    withdrawal: withdrawals(store, [id])(id),
  };
}

function showFindings(
  findings: readonly ListedFinding[],
  decided: ReadonlyMap<number, DecidedFinding>,
  cells: readonly Cell[],
  corrections: ReadonlyMap<string, Corrected>,
): ShownFinding[] {
  const printedIn = (name: string): string | null =>
    cells.find(({ variable }) => variable === name)?.raw ?? null;
  const corrected = [...corrections.values()].map(({ variable, value, reason }): CorrectedCell => {
    return { variable, printed: printedIn(variable), value, reason };
  });
  return findings.map((finding) => ({
    ...finding,
    review: decided.get(finding.id) ?? { status: 'open', decided: null },
    corrected: corrected.filter(({ variable }) => finding.variables.includes(variable)),
  }));
}

/** A number may be corrected that the report does not print at all. */
const absentCells = (cells: readonly Cell[], corrections: ReadonlyMap<string, Corrected>): Cell[] =>
  [...corrections.keys()]
    .filter((variable) => cells.every((cell) => cell.variable !== variable))
    .map((variable) => ({ variable, value: null, raw: null, status: 'absent', source: null }));
