import { CELL_STATUSES, type CellStatus } from '../../model/status.ts';
import type { VariableCounts } from '../counts.ts';
import { COMPARABILITIES, type Retired } from '../release-data.ts';
import type { Row, Value } from '../release-table.ts';
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

const number = (name: string, zh: string, en: string, value: Field<Counted>['value']): Field<Counted> => ({
  ...{ name, type: 'number', label: { zh, en }, value },
});
const year = (
  name: string,
  zh: string,
  en: string,
  of: (variable: ReleaseVariable) => number | null,
): Field<Counted> => ({
  ...{ name, type: 'integer', label: { zh, en } },
  value: ({ variable }) => of(variable),
});

/** `2019 3/3; 2021 10/12`, none where no report in force has the variable. */
export const coverageByYear = ({ byYear }: VariableCounts): string | null =>
  [...byYear].map(([of, { rows, withValue }]) => `${of} ${withValue}/${rows}`).join('; ') || null;

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
  text('number_type', '数的类型', 'integer or number', ({ type }) => type, ['integer', 'number']),
  number('range_min', '可能的最小值', 'smallest that it can be', ({ variable }) => variable.range.least),
  number('range_max', '可能的最大值', 'largest that it can be', ({ variable }) => variable.range.most),
  number('observed_min', '采用值的最小者', 'smallest value used', ({ counts }) => counts?.least ?? null),
  number('observed_max', '采用值的最大者', 'largest value used', ({ counts }) => counts?.most ?? null),
  text('forms', '格式版本', 'editions of the form', ({ forms }) => forms.join(' ')),
  year('valid_from', '格式适用的第一年', 'first year of its forms', ({ years: [first] }) => first),
  year(
    'valid_to',
    '格式适用的最后一年（空为至今）',
    'last year; none: to this day',
    ({ years: [, last] }) => last,
  ),
  text('rules', '核对规则', 'identities of the form', ({ rules }) => rules.join(' ') || null),
  text(
    'comparable',
    '各版可比程度',
    'comparable over editions',
    ({ comparable }) => comparable,
    COMPARABILITIES,
  ),
  text('note_zh', '可比性说明', 'note on comparability, Chinese', ({ note }) => note.zh),
  text('note_en', '可比性说明（英文）', 'note on comparability, English', ({ note }) => note.en),
  count('first_year', '有值的第一年', 'first year with a value', ({ firstYear }) => firstYear),
  count('last_year', '有值的最后一年', 'last year with a value', ({ lastYear }) => lastYear),
  count('with_value', '有值的行数', 'rows with a value', ({ withValue }) => withValue),
  {
    ...{ name: 'by_year', type: 'text' },
    label: { zh: '现行报告各年有值的行数/行数', en: 'rows with a value/rows by year, reports in force' },
    value: ({ counts }) => (counts ? coverageByYear(counts) : null),
  },
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

/** Of a variable that is in no table any more: what it was called, until when, and what to use instead. */
const RETIRED_FIELDS: readonly Field<Retired>[] = [
  {
    ...{ name: 'last_version', type: 'text' },
    label: { zh: '停用的变量：最后的版本', en: 'retired: last version that has it' },
    value: ({ last_version }) => last_version,
  },
  {
    ...{ name: 'replaced_by', type: 'text' },
    label: { zh: '停用的变量：改用', en: 'retired: what to use instead' },
    value: ({ replaced_by }) => replaced_by,
  },
];
const OF_RETIRED: Readonly<Record<string, (retired: Retired) => Value>> = {
  variable: ({ variable }) => variable ?? null,
  column_name: ({ column }) => column,
  label_zh: ({ zh }) => zh,
  label_en: ({ en }) => en,
  note_zh: ({ why }) => why.zh,
  note_en: ({ why }) => why.en,
};

/** The codebook as a table: what each variable is, and how often it has a value; then those that are retired. */
export function variablesTable(
  variables: readonly ReleaseVariable[],
  counts: ReadonlyMap<string, VariableCounts>,
  retired: readonly Retired[],
): FixedTable {
  const living = variables.map(
    (variable): Row => [
      ...rowOf(FIELDS, { variable, counts: counts.get(variable.name) }),
      ...RETIRED_FIELDS.map(() => null),
    ],
  );
  const gone = retired
    .filter(({ variable }) => variable !== undefined)
    .map(
      (each): Row => [
        ...FIELDS.map(({ name }) => OF_RETIRED[name]?.(each) ?? null),
        ...rowOf(RETIRED_FIELDS, each),
      ],
    );
  return {
    name: 'variables',
    title: { zh: '变量手册', en: 'Codebook' },
    columns: [...columnsOf(FIELDS), ...columnsOf(RETIRED_FIELDS)],
    key: ['variable'],
    rows: [...living, ...gone],
  };
}
