import { CELL_STATUSES } from '../../model/status.ts';
import type { StoredCell } from '../../store/release/each-report.ts';
import { sourceOf, VALUE_SOURCES } from '../derive.ts';
import type { PreparedReport } from '../prepare-report.ts';
import { columnsOf, type Field, indexOf, REPORT_FIELDS, type ReportTable, rowOf } from './report-table.ts';

type Printed = { readonly of: PreparedReport; readonly cell: StoredCell };

const fromReport = REPORT_FIELDS.map(
  (field): Field<Printed> => ({ ...field, value: ({ of }) => field.value(of) }),
);
/** Place of the cell: not every kind of document has pages, and what was not printed has no place. */
const place = (key: 'table' | 'row' | 'column' | 'page', zh: string, en: string): Field<Printed> => ({
  ...{ name: `source_${key}`, type: 'integer', label: { zh, en } },
  value: ({ cell: { source } }) =>
    source && key in source ? ((source as unknown as Record<string, number>)[key] ?? null) : null,
});
const number = (
  name: 'reported' | 'imputed' | 'corrected' | 'value',
  zh: string,
  en: string,
): Field<Printed> => ({ name, type: 'number', label: { zh, en }, value: ({ cell }) => cell[name] });

const FIELDS: readonly Field<Printed>[] = [
  ...fromReport,
  {
    ...{ name: 'variable', type: 'text', label: { zh: '变量', en: 'variable, see variables' } },
    value: ({ cell }) => cell.variable,
  },
  number('reported', '印刷的数值', 'printed number'),
  {
    ...{ name: 'status', type: 'text', categories: CELL_STATUSES },
    label: { zh: '数值格的状态', en: 'status of the cell' },
    value: ({ cell }) => cell.status,
  },
  number('imputed', '由算术唯一确定的值', 'value that arithmetic proves'),
  number('corrected', '人工认定的值', 'value that a person decided'),
  number('value', '采用的值', 'value used: corrected, else reported, else imputed'),
  {
    ...{ name: 'value_source', type: 'text', categories: VALUE_SOURCES },
    label: { zh: '采用的是哪一个', en: 'which of the three is used' },
    value: ({ cell }) => sourceOf(cell),
  },
  {
    ...{ name: 'flags', type: 'text', label: { zh: '涉及的规则', en: 'rules of the findings about it' } },
    value: ({ of, cell }) => of.flags.get(cell.variable) ?? null,
  },
  {
    ...{ name: 'raw', type: 'text', free: true, omit: ['csv', 'xlsx', 'stata'] },
    label: { zh: '印刷原文', en: 'text as printed' },
    value: ({ cell }) => cell.raw,
  },
  {
    ...{ name: 'sha256', type: 'text', omit: ['xlsx', 'sqlite', 'stata'] },
    label: { zh: '原文的 SHA-256', en: 'sha256 of the document' },
    value: ({ of }) => of.report.sha256,
  },
  {
    ...{ name: 'url', type: 'text', free: true, omit: ['xlsx', 'sqlite', 'stata'] },
    label: { zh: '原文网址', en: 'address of the document' },
    value: ({ of }) => of.report.url,
  },
  {
    ...{ name: 'source_kind', type: 'text', categories: ['html', 'text', 'docx', 'xlsx', 'pdf', 'ocr'] },
    label: { zh: '从何种文件读出', en: 'kind of document it was read from' },
    value: ({ cell }) => cell.source?.kind ?? null,
  },
  place('table', '第几张表（从0起）', 'table in the document, from 0'),
  place('row', '表的第几行（从0起）', 'row of the table, from 0'),
  place('column', '表的第几列（从0起）', 'column of the table, from 0'),
  place('page', '页码', 'page'),
];

const columns = columnsOf(FIELDS);
const statusAt = indexOf(columns, 'status');

/** The canonical table: one row a report and printed variable. All other numbers of a release follow from it. */
export const REPORT_VALUES: ReportTable = {
  name: 'report_values',
  title: { zh: '长表：每行为一份报告的一个变量', en: 'Long: one row a report and variable' },
  columns: columns.map((column) => (column.name === 'value' ? { ...column, statusAt } : column)),
  key: ['report_id', 'variable'],
  partitionAt: indexOf(columns, 'year'),
  rowsOf: (report) => report.cells.map((cell) => rowOf(FIELDS, { of: report, cell })),
};
