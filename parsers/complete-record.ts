import {
  type Form,
  type FormBlock,
  isVariableColumn,
  type Label,
  type TableId,
  type Term,
} from '../src/forms/form.ts';
import { formVariables, type Variable, variablesOf } from '../src/forms/index.ts';
import type { Cell } from '../src/model/cell.ts';
import type { Finding } from '../src/model/finding.ts';
import { incompleteTable, missingTable, statedInTwoWays } from './tables/table-findings.ts';

export interface CompleteRecord {
  readonly cells: readonly Cell[];
  readonly findings: readonly Finding[];
}

/**
 * Every variable of the form, in printed order, and what another edition's items add in a hybrid. A variable that
 * was not printed is `absent`, or `no_table` when its whole table is not there; both are said.
 */
export function completeRecord(form: Form, read: ReadonlyMap<string, Cell>): CompleteRecord {
  const variables = formVariables(form);
  const printedTables = new Set([...read.keys()].map(tableOf));
  const findings: Finding[] = tablesOf(form)
    .filter((table) => !printedTables.has(table))
    .map(missingTable);
  const missing: Variable[] = [];
  const cells = variables.map((variable): Cell => {
    const cell = read.get(variable.name);
    if (cell && cell.status !== 'absent') return cell;
    const hasTable = printedTables.has(variable.table);
    if (hasTable) missing.push(variable);
    return {
      variable: variable.name,
      value: null,
      raw: null,
      status: hasTable ? 'absent' : 'no_table',
      source: null,
    };
  });
  const extra = [...read.values()].filter(
    (cell) => !variables.some((variable) => variable.name === cell.variable),
  );
  findings.push(...incompleteFindings(form, missing, read), ...statedTwice(form, read));
  return { cells: [...cells, ...extra], findings };
}

const tablesOf = (form: Form): readonly TableId[] => [...new Set(form.blocks.map((block) => block.table))];
const tableOf = (variable: string): TableId => variable.split('.')[0] as TableId;

/** Rows that the form has and the report does not print, unless it prints what stands for them. */
function incompleteFindings(
  form: Form,
  missing: readonly Variable[],
  read: ReadonlyMap<string, Cell>,
): readonly Finding[] {
  if (missing.length === 0) return [];
  const replaced = replacedVariables(form, read);
  const unexplained = missing.filter((variable) => !replaced.has(variable.name));
  if (unexplained.length === 0) return [];
  const printedItems = new Set([...read.keys()].map(itemOf));
  return tablesOf(form).flatMap((table) => {
    const own = unexplained.filter(
      (variable) => variable.table === table && !isHybrid(variable, printedItems, form, read),
    );
    if (own.length === 0) return [];
    const rows = [...new Set(own.map((variable) => missingLabel(variable, own)))];
    return [
      incompleteTable(
        table,
        rows,
        own.map((variable) => variable.name),
      ),
    ];
  });
}

/** The row that is not printed, or the column where others of the row are. */
function missingLabel({ block, row, column }: Variable, missing: readonly Variable[]): Label {
  const columns = missing.filter((other) => other.block === block && other.row === row);
  return row.zh === '' || columns.length < block.columns.filter(isVariableColumn).length ? column : row;
}

/** Alternatives of an identity's term: (六)其他处理 as one row or as three, of which one is printed. */
function replacedVariables(form: Form, read: ReadonlyMap<string, Cell>): ReadonlySet<string> {
  const replaced = new Set<string>();
  for (const identity of form.identities) {
    for (const term of [...identity.left, ...identity.right]) {
      if (typeof term === 'string') continue;
      for (const x of identity.over) {
        const alternatives = term.firstPrinted.map((names) => names.map((name) => name.replace('{x}', x)));
        const isPrinted = (names: readonly string[]): boolean => names.some((name) => read.has(name));
        // What is missing of the alternative that is printed is missing; only the others stand aside.
        if (!alternatives.some(isPrinted)) continue;
        for (const name of alternatives.filter((names) => !isPrinted(names)).flat()) replaced.add(name);
      }
    }
  }
  return replaced;
}

/** (六)其他处理 with numbers of its own above its three rows: a subtotal, or the numbers of a row that lost its label. */
function statedTwice(form: Form, read: ReadonlyMap<string, Cell>): readonly Finding[] {
  const terms = new Map<Term, readonly string[]>();
  for (const { left, right, over } of form.identities) {
    for (const term of [...left, ...right]) if (typeof term !== 'string') terms.set(term, over);
  }
  const stated = new Map<TableId, { readonly variables: Set<string>; agree: boolean }>();
  for (const [term, over] of terms) {
    if (typeof term === 'string') continue;
    const printed = over.map((x) =>
      term.firstPrinted
        .map((names) => names.map((name) => name.replace('{x}', x)))
        .filter((names) => names.some((name) => typeof read.get(name)?.value === 'number')),
    );
    if (!printed.some((alternatives) => alternatives.length > 1)) continue;
    const agree = over.every((x) => saysOneSum(term.firstPrinted, x, read));
    for (const name of printed.flat(2)) {
      const known = stated.get(tableOf(name)) ?? { variables: new Set(), agree: true };
      known.variables.add(name);
      known.agree &&= agree;
      stated.set(tableOf(name), known);
    }
  }
  return [...stated].map(([table, { variables, agree }]) => statedInTwoWays(table, [...variables], agree));
}

function saysOneSum(
  alternatives: readonly (readonly string[])[],
  x: string,
  read: ReadonlyMap<string, Cell>,
): boolean {
  const [first, ...others] = alternatives.map((names) =>
    sumOf(
      names.map((name) => name.replace('{x}', x)),
      read,
    ),
  );
  return others.every((other) => other === first);
}

/** NaN, which equals nothing, where not each of them is known; a blank or a dash adds nothing. */
const sumOf = (names: readonly string[], read: ReadonlyMap<string, Cell>): number =>
  names.reduce((sum, name) => {
    const cell = read.get(name);
    return sum + (cell?.status === 'blank' || cell?.status === 'dash' ? 0 : (cell?.value ?? Number.NaN));
  }, 0);

/** `disclosure.regulations` of `disclosure.regulations.issued`. */
const itemOf = (variable: string): string => variable.split('.').slice(0, 2).join('.');

/** An item printed in another edition's layout: its own columns are there in place of this form's. */
function isHybrid(
  variable: Variable,
  printedItems: ReadonlySet<string>,
  form: Form,
  read: ReadonlyMap<string, Cell>,
): boolean {
  return (
    variable.table === 'disclosure' &&
    printedItems.has(itemOf(variable.name)) &&
    variablesOfBlock(form, variable.block).every((name) => !read.has(name))
  );
}

const variablesOfBlock = (form: Form, block: FormBlock): readonly string[] =>
  variablesOf({ ...form, blocks: [block] }).map((variable) => variable.name);
