import { CELL_STATUSES, type CellStatus } from '../../model/status.ts';
import type { VariableCounts } from '../counts.ts';
import { COMPARABILITIES } from '../release-data.ts';
import { type ReleaseVariable, VARIABLE_KINDS } from '../release-variable.ts';
import type { FixedTable } from './divisions.ts';
import { columnsOf, type Field, rowOf } from './report-table.ts';

interface Counted {
  readonly variable: ReleaseVariable;
  readonly counts: VariableCounts | undefined;
}

const text = (
  name: string,
  zh: string,
  en: string,
  of: (variable: ReleaseVariable) => string | null,
  categories?: readonly string[],
): Field<Counted> => ({
  ...{ name, type: 'text', label: { zh, en }, value: ({ variable }) => of(variable) },
  ...(categories ? { categories } : {}),
});
const count = (
  name: string,
  zh: string,
  en: string,
  of: (counts: VariableCounts) => number | null,
): Field<Counted> => ({
  ...{ name, type: 'integer', label: { zh, en }, value: ({ counts }) => (counts ? of(counts) : null) },
});

const FIELDS: readonly Field<Counted>[] = [
  text('variable', '变量', 'variable', ({ name }) => name),
  text('column_name', '宽表中的列', 'column in the panel', ({ column }) => column),
  text('kind', '印刷、派生或统一', 'printed, derived or harmonised', ({ kind }) => kind, VARIABLE_KINDS),
  text('table_name', '表', 'table of the form', ({ table }) => table),
  text('label_zh', '名称', 'label in Chinese', ({ label }) => label.zh),
  text('label_en', '英文名称', 'label in English', ({ label }) => label.en),
  text('definition', '表中位置或组成', 'words of the form, or parts', ({ definition }) => definition),
  text('unit', '单位', 'unit', ({ unit }) => unit),
  text('number_kind', '数的种类', 'kind of number', ({ number }) => number),
  text('forms', '格式版本', 'editions of the form', ({ forms }) => forms.join(' ')),
  text('rules', '核对规则', 'identities of the form', ({ rules }) => rules.join(' ') || null),
  text(
    'comparable',
    '各版可比程度',
    'comparable over editions',
    ({ comparable }) => comparable,
    COMPARABILITIES,
  ),
  text('note_zh', '可比性说明', 'note on comparability, Chinese', ({ note }) => note?.zh ?? null),
  text('note_en', '可比性说明（英文）', 'note on comparability, English', ({ note }) => note?.en ?? null),
  count('first_year', '有值的第一年', 'first year with a value', ({ firstYear }) => firstYear),
  count('last_year', '有值的最后一年', 'last year with a value', ({ lastYear }) => lastYear),
  count('with_value', '有值的行数', 'rows with a value', ({ withValue }) => withValue),
  ...CELL_STATUSES.map((status: CellStatus) =>
    count(
      `n_${status}`,
      `状态为 ${status} 的行数`,
      `rows with status ${status}`,
      ({ byStatus }) => byStatus.get(status) ?? 0,
    ),
  ),
  count('n_computed', '已计算的行数', 'rows computed', ({ byStatus }) => byStatus.get('computed') ?? 0),
  count(
    'n_incomplete',
    '有缺不算的行数',
    'rows incomplete',
    ({ byStatus }) => byStatus.get('incomplete') ?? 0,
  ),
];

/** The codebook as a table: what each variable is, and how often it has a value. */
export function variablesTable(
  variables: readonly ReleaseVariable[],
  counts: ReadonlyMap<string, VariableCounts>,
): FixedTable {
  return {
    name: 'variables',
    title: { zh: '变量手册', en: 'Codebook' },
    columns: columnsOf(FIELDS),
    key: ['variable'],
    rows: variables.map((variable) => rowOf(FIELDS, { variable, counts: counts.get(variable.name) })),
  };
}
