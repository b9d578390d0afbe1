import { CELL_STATUSES } from '../../model/status.ts';
import type { CellPlace, StoredCell } from '../../store/release/stored-report.ts';
import { sourceOf, VALUE_SOURCES } from '../derive.ts';
import {
  addRows,
  columnsOf,
  indexOf,
  REPORT_FIELDS,
  type ReportField,
  type ReportTable,
  type ThingField,
} from './report-table.ts';

type CellField = ThingField<StoredCell>;

/** Place of the cell: not every kind of document has pages, and what was not printed has no place. */
const place = (name: string, zh: string, en: string, of: (place: CellPlace) => number | null): CellField => ({
  ...{ name: `source_${name}`, type: 'integer', label: { zh, en } },
  ofThing: ({ place: printed }) => (printed === null ? null : of(printed)),
});
const number = (name: string, zh: string, en: string, ofThing: CellField['ofThing']): CellField => ({
  ...{ name, type: 'number', label: { zh, en }, ofThing },
});

const FIELDS: readonly (ReportField | CellField)[] = [
  ...REPORT_FIELDS,
  {
    ...{ name: 'variable', type: 'text', label: { zh: '变量', en: 'variable, see variables' } },
    ofThing: ({ variable }) => variable,
  },
  {
    ...number('reported', '印刷的数值', 'printed number', (cell) => cell.reported),
    heldWhen: { column: 'status', is: 'reported' },
  },
  {
    ...{ name: 'status', type: 'text', categories: CELL_STATUSES, required: true },
    label: { zh: '数值格的状态', en: 'status of the cell' },
    ofThing: ({ status }) => status,
  },
  number('imputed', '由算术唯一确定的值', 'value that arithmetic proves', (cell) => cell.imputed),
  number('corrected', '人工认定的值', 'value that a person decided', (cell) => cell.corrected),
  number('value', '采用的值', 'value used: corrected, else reported, else imputed', (cell) => cell.value),
  {
    ...{ name: 'value_source', type: 'text', categories: VALUE_SOURCES },
    label: { zh: '采用的是哪一个', en: 'which of the three is used' },
    ofThing: (cell) => sourceOf(cell),
  },
  {
    ...{ name: 'flags', type: 'text', label: { zh: '涉及的规则', en: 'rules of the findings about it' } },
    ofThing: ({ variable }, { flags }) => flags.get(variable) ?? null,
  },
  {
    ...{ name: 'raw', type: 'text', free: true, omit: ['csv', 'xlsx', 'stata'] },
    label: { zh: '印刷原文', en: 'text as printed' },
    ofThing: ({ raw }) => raw,
  },
  {
    ...{ name: 'sha256', type: 'text', omit: ['xlsx', 'sqlite', 'stata'] },
    label: { zh: '原文的 SHA-256', en: 'sha256 of the document' },
    ofReport: ({ report }) => report.sha256,
  },
  {
    ...{ name: 'url', type: 'text', free: true, omit: ['xlsx', 'sqlite', 'stata'] },
    label: { zh: '原文网址', en: 'address of the document' },
    ofReport: ({ report }) => report.url,
  },
  {
    ...{ name: 'source_kind', type: 'text', categories: ['html', 'text', 'docx', 'xlsx', 'pdf', 'ocr'] },
    label: { zh: '从何种文件读出', en: 'kind of document it was read from' },
    ofThing: ({ place: printed }) => (printed === null ? null : printed.kind),
  },
  place('table', '第几张表（从0起）', 'table in the document, from 0', (at) => at.table),
  place('row', '表的第几行（从0起）', 'row of the table, from 0', (at) => at.row),
  place('column', '表的第几列（从0起）', 'column of the table, from 0', (at) => at.column),
  place('page', '页码', 'page', (at) => at.page),
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
  addTo: (batch, report) => addRows(batch, FIELDS, report.cells, report),
};
