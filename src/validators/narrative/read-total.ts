import { APPLICANT_COLUMNS, OTHER_AS_THREE_ROWS } from '../../forms/applications.ts';
import { findDerivedVariable } from '../../forms/derived.ts';
import type { Cell } from '../../model/cell.ts';
import { roundToForm } from '../../model/finding.ts';

/** The tables' number for what a claim counts, and the cells it was taken from. */
export interface TableNumber {
  readonly value: number;
  readonly variables: readonly string[];
}

type Values = ReadonlyMap<string, Cell>;

const APPLICANTS = [
  'natural_person',
  'commercial_enterprise',
  'research_institution',
  'public_welfare_org',
  'legal_service_org',
  'other_org',
];
const OUTCOMES = ['upheld', 'corrected', 'other', 'pending'];

/** Columns of the form of 2019 that count what a phrase of the form of 2021 names. */
const EARLIER_COLUMN: Readonly<Record<string, string>> = { issued: 'made', in_force: 'total_disclosed' };

/**
 * The variables that a total is the sum of when no cell prints it, or none for a variable with its own cell.
 * (六)其他处理 has its own cell where it is printed as one row.
 */
export function partsOf(variable: string): readonly string[] {
  return findDerivedVariable(variable)?.parts ?? OTHER_PARTS.get(variable) ?? [];
}

const OTHER_PARTS = new Map(
  APPLICANT_COLUMNS.map(({ id }) => [
    `applications.other.${id}`,
    OTHER_AS_THREE_ROWS.map((row) => `applications.${row.id}.${id}`),
  ]),
);

/**
 * What the tables give for a variable: its printed number, else what was proved of it, else the sum of its parts
 * (rows of a group, the six columns of a total, the four outcomes of a challenge). Blank parts count as 0 only
 * beside a printed one. Null when a part is unreadable, ambiguous or not printed at all.
 */
export function readTotal(variable: string, values: Values): TableNumber | null {
  return (
    printed(variable, values) ??
    sumOf(partsOf(variable), values) ??
    spread(variable, values) ??
    earlier(variable, values)
  );
}

function printed(variable: string, values: Values): TableNumber | null {
  const cell = values.get(variable);
  const value = cell?.status === 'reported' ? cell.value : (cell?.imputed ?? null);
  return value === null ? null : { value, variables: [variable] };
}

/** A total column left blank beside its printed columns. */
function spread(variable: string, values: Values): TableNumber | null {
  if (!isBlank(values.get(variable))) return null;
  const [table, row, column] = variable.split('.');
  if (column !== 'total') return null;
  if (table === 'applications')
    return sumOf(
      APPLICANTS.map((name) => `${table}.${row}.${name}`),
      values,
    );
  return table === 'challenges'
    ? sumOf(
        OUTCOMES.map((name) => `${table}.${row}.${name}`),
        values,
      )
    : null;
}

function earlier(variable: string, values: Values): TableNumber | null {
  const [table, row, column = ''] = variable.split('.');
  const before = EARLIER_COLUMN[column];
  return before && !isPrinted(values.get(variable)) ? printed(`${table}.${row}.${before}`, values) : null;
}

function sumOf(parts: readonly string[], values: Values): TableNumber | null {
  const read = parts.map((part) => printed(part, values) ?? spread(part, values));
  const unknown = parts.some((part, i) => !read[i] && !isBlank(values.get(part)));
  const known = read.filter((part) => part !== null);
  if (unknown || known.length === 0) return null;
  return {
    value: roundToForm(known.reduce((sum, part) => sum + part.value, 0)),
    variables: known.flatMap((part) => part.variables),
  };
}

function isBlank(cell: Cell | undefined): boolean {
  return cell?.status === 'blank' || cell?.status === 'dash';
}

function isPrinted(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.status !== 'absent' && cell.status !== 'no_table';
}
