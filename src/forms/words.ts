import type { Language } from '../model/status.ts';
import { findDerivedVariable } from './derived.ts';
import type { FormBlock, FormRow, Label } from './form.ts';
import { FORMS, findVariable, type Variable } from './index.ts';
import { TABLE_TITLES } from './tables.ts';

/** A variable in the words of the form: （三）不予公开 1.属于国家秘密 · 自然人. An unknown name stays as it is. */
export function labelVariable(name: string, lang: Language): string {
  const variable = findVariable(name);
  if (variable) return labelOf(variable, lang);
  const derived = findDerivedVariable(name);
  return derived ? `${derived.row[lang]} · ${derived.column[lang]}` : name;
}

function labelOf({ block, row, column }: Variable, lang: Language): string {
  const columnGroup = row.id === '' ? block.columnGroups.find(({ id }) => id === column.group) : undefined;
  const parts = [columnGroup?.[lang], labelRow(block, row, lang), shortLabel(column[lang])];
  return parts.filter(Boolean).join(' · ');
}

/** A numbered row says little without its group, unless the group is the one that holds all the others. */
function labelRow(block: FormBlock, row: FormRow, lang: Language): string {
  const group = block.rowGroups.slice(1).find(({ id }) => id === row.group);
  return group ? `${group[lang]} ${shortLabel(row[lang])}` : shortLabel(row[lang]);
}

/** Without the long notes in brackets that some labels carry. */
export function shortLabel(label: string): string {
  return label.length > 16 ? label.replace(/（[^（）]{8,}）$/u, '') : label;
}

const MAX_SCOPES = 3;

/** What a finding speaks of, in words; several scopes are parted by blanks, and the first three are named. */
export function labelScope(scope: string, lang: Language): string {
  const scopes = scope.split(' ');
  const named = scopes.slice(0, MAX_SCOPES).map((one) => labelScopePart(one, lang));
  const left = scopes.length - MAX_SCOPES;
  const more = left <= 0 ? '' : lang === 'zh' ? ` 及另外 ${left} 项` : ` and ${left} more`;
  return named.join(lang === 'zh' ? '、' : ', ') + more;
}

/** What one scope of a finding is called: a variable, or a column, row, group or table of the forms. */
function labelScopePart(scope: string, lang: Language): string {
  if (findVariable(scope) ?? findDerivedVariable(scope)) return labelVariable(scope, lang);
  const label = SCOPE_LABELS.get(scope);
  return label ? shortLabel(label[lang]) : scope;
}

const SCOPE_LABELS: ReadonlyMap<string, Label> = new Map([
  ...FORMS.flatMap((form) => form.blocks).flatMap(scopesOfBlock),
  ...Object.entries(TABLE_TITLES),
  ['tables', { zh: '各表', en: 'all tables' }],
  ['text', { zh: '正文', en: 'the text' }],
  ['series', { zh: '历年', en: 'the series' }],
]);

function scopesOfBlock(block: FormBlock): [string, Label][] {
  const labels = [...block.rows, ...block.columnGroups, ...block.rowGroups, ...block.columns];
  const named = labels.filter(({ id }) => id !== '').map((label): [string, Label] => [label.id, label]);
  // A whole row is told as its variables are, without the column.
  const rows = block.rows
    .filter(({ id }) => id !== '')
    .map((row): [string, Label] => [
      `${block.table}.${row.id}`,
      { zh: labelRow(block, row, 'zh'), en: labelRow(block, row, 'en') },
    ]);
  return [...named, ...rows];
}
