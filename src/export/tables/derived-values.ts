import { COMPUTED_STATUSES, type DerivedValue, VALUE_SOURCES } from '../derive.ts';
import { VARIABLE_KINDS } from '../release-variable.ts';
import {
  addRows,
  columnsOf,
  indexOf,
  REPORT_FIELDS,
  type ReportField,
  type ReportTable,
  type ThingField,
} from './report-table.ts';

const FIELDS: readonly (ReportField | ThingField<DerivedValue>)[] = [
  ...REPORT_FIELDS,
  {
    ...{ name: 'variable', type: 'text', label: { zh: '变量', en: 'variable, see variables' } },
    ofThing: (derived) => derived.variable.name,
  },
  {
    ...{ name: 'kind', type: 'text', categories: VARIABLE_KINDS.slice(1) },
    label: { zh: '派生或统一', en: 'derived or harmonised' },
    ofThing: (derived) => derived.variable.kind,
  },
  {
    ...{ name: 'value', type: 'number', label: { zh: '各部分之和', en: 'sum of the parts' } },
    heldWhen: { column: 'status', is: 'computed' },
    ofThing: (derived) => derived.value,
  },
  {
    ...{ name: 'status', type: 'text', categories: COMPUTED_STATUSES, required: true },
    label: { zh: '状态', en: 'status' },
    ofThing: (derived) => derived.status,
  },
  {
    ...{ name: 'value_source', type: 'text', categories: VALUE_SOURCES },
    label: { zh: '各部分中最不确定的来源', en: 'least certain source among the parts' },
    ofThing: (derived) => derived.source,
  },
  {
    ...{ name: 'parts', type: 'integer', label: { zh: '组成部分数', en: 'parts' } },
    ofThing: (derived) => derived.parts,
  },
  {
    ...{ name: 'parts_known', type: 'integer', label: { zh: '有值的部分数', en: 'parts that have a value' } },
    ofThing: (derived) => derived.partsKnown,
  },
  {
    ...{
      name: 'known_sum',
      type: 'number',
      label: { zh: '有值部分之和', en: 'sum of the parts that have a value' },
    },
    ofThing: (derived) => derived.knownSum,
  },
];

const columns = columnsOf(FIELDS);
const statusAt = indexOf(columns, 'status');

/** What the release computes: never among the printed values. A variable that the edition lacks has no row. */
export const DERIVED_VALUES: ReportTable = {
  name: 'derived_values',
  title: { zh: '派生和统一变量', en: 'Derived and harmonised variables' },
  columns: columns.map((column) => (column.name === 'value' ? { ...column, statusAt } : column)),
  key: ['report_id', 'variable'],
  partitionAt: indexOf(columns, 'year'),
  addTo: (batch, report) =>
    addRows(
      batch,
      FIELDS,
      report.derived.filter(({ status }) => status !== 'not_in_form'),
      report,
    ),
};
