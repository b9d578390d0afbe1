import { DERIVED_VARIABLES, type DerivedVariable } from '../forms/derived.ts';
import type { Identity } from '../forms/form.ts';
import { allVariables, FORMS, formsOfVariable, type Variable } from '../forms/index.ts';
import { TABLE_TITLES } from '../forms/tables.ts';
import type { Message } from '../model/finding.ts';
import { FORM_IDS, type FormId } from '../model/status.ts';
import type { COMPARABILITIES, Harmonised, ReleaseData } from './release-data.ts';

export const VARIABLE_KINDS = ['printed', 'derived', 'harmonised'] as const;

/** For each edition, lists of variables: the sum of the first list whose cells are all printed is the value. */
export type Parts = Partial<Record<FormId, readonly (readonly string[])[]>>;

/** One variable of the release with all that the codebook says of it. */
export interface ReleaseVariable {
  readonly name: string;
  readonly column: string;
  readonly kind: (typeof VARIABLE_KINDS)[number];
  readonly table: string;
  readonly label: Message;
  /** Where the form prints it, in the words of the form; of computed ones, what they are the sum of. */
  readonly definition: string;
  readonly unit: string;
  /** What its numbers look like: count, change (may be negative) or amount. */
  readonly number: string;
  readonly forms: readonly FormId[];
  readonly rules: readonly string[];
  readonly parts: Parts;
  readonly comparable: (typeof COMPARABILITIES)[number] | null;
  readonly note: Message | null;
}

/** Every variable of a release: printed ones in the order of the forms, then derived, then harmonised. */
export function releaseVariables({ names, harmonised }: ReleaseData): ReleaseVariable[] {
  const columnOf = (name: string): string => names.get(name) ?? noColumn(name);
  const all = [
    ...allVariables().map((variable) => printed(variable, columnOf(variable.name))),
    ...DERIVED_VARIABLES.map((variable) => derived(variable, columnOf(variable.name))),
    ...harmonised.map(ofHarmonised),
  ];
  if (new Set(all.map(({ column }) => column)).size !== all.length)
    throw new Error('data/release: two variables have one column');
  return all;
}

function noColumn(name: string): never {
  throw new Error(`data/release/names.tsv has no column for ${name}: add a line`);
}

function printed(variable: Variable, column: string): ReleaseVariable {
  const { name, table, block, row } = variable;
  const group = block.rowGroups.slice(1).find(({ id }) => id === row.group);
  const above = row.id === '' ? block.columnGroups.find(({ id }) => id === variable.column.group) : undefined;
  const label = (lang: 'zh' | 'en'): string =>
    [group?.[lang], row[lang] || above?.[lang], variable.column[lang]].filter(Boolean).join(' · ');
  const words = [TABLE_TITLES[table].zh, block.head?.zh, group?.zh, row.zh, above?.zh, variable.column.zh];
  return {
    ...{ name, column, kind: 'printed', table },
    label: { zh: label('zh'), en: label('en') },
    definition: words.filter(Boolean).join(' › '),
    unit: row.unit ?? variable.column.unit,
    number: row.number ?? variable.column.number ?? 'count',
    forms: formsOfVariable(name).map(({ id }) => id),
    rules: rulesOf(name),
    ...{ parts: {}, comparable: null, note: null },
  };
}

function derived({ name, table, row, column, unit, parts }: DerivedVariable, short: string): ReleaseVariable {
  const forms = FORMS.filter(({ id }) =>
    parts.every((part) => formsOfVariable(part).some((f) => f.id === id)),
  );
  return {
    ...{ name, column: short, kind: 'derived', table, unit, number: 'count', rules: [] },
    label: { zh: `${row.zh} · ${column.zh}`, en: `${row.en} · ${column.en}` },
    definition: parts.join(' + '),
    forms: forms.map(({ id }) => id),
    parts: Object.fromEntries(forms.map(({ id }) => [id, [parts]])),
    ...{ comparable: null, note: null },
  };
}

function ofHarmonised({ name, column, zh, en, unit, forms, comparable, note }: Harmonised): ReleaseVariable {
  const ids = FORM_IDS.filter((id) => forms[id]);
  const sums = ids.map((id) => `${id}: ${forms[id]?.map((parts) => parts.join(' + ')).join(' | ')}`);
  return {
    ...{ name, column, kind: 'harmonised', table: 'harmonised', label: { zh, en }, unit, number: 'count' },
    ...{ definition: sums.join('; '), forms: ids, rules: [], parts: forms as Parts, comparable, note },
  };
}

const ruleSets = new Map<string, Set<string>>();
for (const { identities } of FORMS)
  for (const identity of identities)
    for (const name of variablesIn(identity))
      ruleSets.set(name, (ruleSets.get(name) ?? new Set()).add(identity.rule));

const rulesOf = (name: string): string[] => [...(ruleSets.get(name) ?? [])].sort();

function variablesIn({ over, left, right }: Identity): string[] {
  const terms = [...left, ...right].flatMap((term) =>
    typeof term === 'string' ? [term] : term.firstPrinted.flat(),
  );
  return over.flatMap((x) => terms.map((term) => term.replaceAll('{x}', x)));
}
