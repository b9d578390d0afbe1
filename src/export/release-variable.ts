import { rangeOf } from '../forms/bounds.ts';
import { DERIVED_VARIABLES, type DerivedVariable } from '../forms/derived.ts';
import { type Form, type Identity, NUMBER_KINDS, type NumberKind } from '../forms/form.ts';
import { allVariables, FORMS, findVariable, formsOfVariable, type Variable } from '../forms/index.ts';
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
  readonly number: NumberKind;
  readonly type: 'integer' | 'number';
  /** What its numbers can be; one beyond is kept as printed, and a finding asks about it. */
  readonly range: { readonly least: number; readonly most: number };
  /** For which the forms that have it are prescribed; null: to this day. */
  readonly years: readonly [first: number, last: number | null];
  readonly forms: readonly FormId[];
  readonly rules: readonly string[];
  readonly parts: Parts;
  readonly comparable: (typeof COMPARABILITIES)[number] | null;
  /** How it compares over the editions. */
  readonly note: Message;
}

/** Every variable of a release: printed ones in the order of the forms, then derived, then harmonised. */
export function releaseVariables({ names, harmonised, retired }: ReleaseData): ReleaseVariable[] {
  const columnOf = (name: string): string => names.get(name) ?? noColumn(name);
  const all = [
    ...allVariables().map((variable) => printed(variable, columnOf(variable.name))),
    ...DERIVED_VARIABLES.map((variable) => derived(variable, columnOf(variable.name))),
    ...harmonised.map(ofHarmonised),
  ];
  if (new Set(all.map(({ column }) => column)).size !== all.length)
    throw new Error('data/release: two variables have one column');
  const gone = new Set(retired.flatMap(({ table, column, variable }) => [`${table}.${column}`, variable]));
  const back = all.find(({ name, column }) => gone.has(name) || gone.has(`panel.${column}`));
  if (back) throw new Error(`data/release/retired.yml: ${back.name} (${back.column}) is in use`);
  const lacking = all.flatMap((variable) => lacksOf(variable).map((field) => `${variable.name}: ${field}`));
  if (lacking.length > 0) throw new Error(`the codebook would lack ${lacking.join(', ')}`);
  return all;
}

/** What the codebook would have to leave empty: no release is made then. */
export function lacksOf(variable: ReleaseVariable): string[] {
  const { label, definition, unit, number, range, forms, years, note } = variable;
  const fields: Readonly<Record<string, boolean>> = {
    ...{ label_zh: label.zh !== '', label_en: label.en !== '', definition: definition !== '' },
    ...{ unit: unit !== '', number_kind: NUMBER_KINDS.includes(number), range: range.least < range.most },
    ...{ forms: forms.length > 0, years: years[0] > 0, note_zh: note.zh !== '', note_en: note.en !== '' },
  };
  return Object.keys(fields).filter((field) => !fields[field]);
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
  const number = row.number ?? variable.column.number ?? 'count';
  const forms = formsOfVariable(name);
  return {
    ...{ name, column, kind: 'printed', table },
    label: { zh: label('zh'), en: label('en') },
    definition: words.filter(Boolean).join(' › '),
    unit: row.unit ?? variable.column.unit,
    ...{ number, type: number === 'amount_10k_yuan' ? 'number' : 'integer', range: rangeOf(table, number) },
    ...{ forms: forms.map(({ id }) => id), years: yearsOf(forms), rules: rulesOf([name]) },
    ...{ parts: {}, comparable: null, note: editionsNote(forms) },
  };
}

function derived({ name, table, row, column, unit, parts }: DerivedVariable, short: string): ReleaseVariable {
  const forms = FORMS.filter(({ id }) =>
    parts.every((part) => formsOfVariable(part).some((f) => f.id === id)),
  );
  return {
    ...{ name, column: short, kind: 'derived', table, unit, number: 'count', type: 'integer' },
    ...{ range: rangeOf(table, 'count'), years: yearsOf(forms), rules: rulesOf(parts) },
    label: { zh: `${row.zh} · ${column.zh}`, en: `${row.en} · ${column.en}` },
    definition: parts.join(' + '),
    forms: forms.map(({ id }) => id),
    parts: Object.fromEntries(forms.map(({ id }) => [id, [parts]])),
    ...{ comparable: null, note: editionsNote(forms) },
  };
}

function ofHarmonised({ name, column, zh, en, unit, forms, comparable, note }: Harmonised): ReleaseVariable {
  const ids = FORM_IDS.filter((id) => forms[id]);
  const sums = ids.map((id) => `${id}: ${forms[id]?.map((parts) => parts.join(' + ')).join(' | ')}`);
  const parts = [...new Set(ids.flatMap((id) => forms[id]?.flat() ?? []))];
  const ranges = parts.flatMap((part) => {
    const printed = findVariable(part);
    return printed ? rangeOf(printed.table, 'count') : [];
  });
  return {
    ...{ name, column, kind: 'harmonised', table: 'harmonised', label: { zh, en }, unit },
    ...{
      number: 'count',
      type: 'integer',
      range: { least: 0, most: Math.max(...ranges.map(({ most }) => most)) },
    },
    ...{ definition: sums.join('; '), forms: ids, rules: rulesOf(parts), parts: forms as Parts },
    ...{ years: yearsOf(FORMS.filter(({ id }) => ids.includes(id))), comparable, note },
  };
}

/** The years of the editions together; null: one of them is prescribed to this day. */
function yearsOf(forms: readonly Form[]): ReleaseVariable['years'] {
  const lasts = forms.map(({ years: [, last] }) => last);
  const first = Math.min(...forms.map(({ years: [year] }) => year));
  return [first, lasts.includes(null) ? null : Math.max(...lasts.map(Number))];
}

function editionsNote(forms: readonly Form[]): Message {
  const ids = forms.map(({ id }) => id);
  return ids.length === 1
    ? { zh: `只有${ids[0]}年格式有这一格。`, en: `In the form of ${ids[0]} alone.` }
    : { zh: `${ids.join('、')}年格式的同一格。`, en: `The same cell in the forms of ${ids.join(', ')}.` };
}

const ruleSets = new Map<string, Set<string>>();
for (const { identities } of FORMS)
  for (const identity of identities)
    for (const name of variablesIn(identity))
      ruleSets.set(name, (ruleSets.get(name) ?? new Set()).add(identity.rule));

/** The identities of the form that these printed variables take part in. */
const rulesOf = (names: readonly string[]): string[] =>
  [...new Set(names.flatMap((name) => [...(ruleSets.get(name) ?? [])]))].sort();

function variablesIn({ over, left, right }: Identity): string[] {
  const terms = [...left, ...right].flatMap((term) =>
    typeof term === 'string' ? [term] : term.firstPrinted.flat(),
  );
  return over.flatMap((x) => terms.map((term) => term.replaceAll('{x}', x)));
}
