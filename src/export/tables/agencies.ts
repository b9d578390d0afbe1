import type { Agency } from '../agencies.ts';
import { AGENCY_KINDS, AGENCY_RELATIONS, type AgencyData, type Renaming } from '../agency-data.ts';
import type { FixedTable } from './divisions.ts';
import { columnsOf, type Field, rowOf } from './report-table.ts';

const FIELDS: readonly Field<Agency>[] = [
  {
    ...{ name: 'agency_id', type: 'text' },
    label: { zh: '机关编号，改名和换代码后不变', en: 'agency, the same after renamings and changes of code' },
    value: ({ id }) => id,
  },
  {
    ...{ name: 'division', type: 'text' },
    label: { zh: '最后一个报告年度的行政区划代码', en: 'code of its place in the last year of a report' },
    value: ({ division }) => division,
  },
  {
    ...{ name: 'agency', type: 'text', free: true },
    label: { zh: '最后一份报告上的名称', en: 'name as printed last' },
    value: ({ name }) => name,
  },
  {
    ...{ name: 'agency_key', type: 'text', free: true },
    label: { zh: '不含地名的名称', en: 'name without its place' },
    value: ({ key }) => key,
  },
  {
    ...{ name: 'kind', type: 'text', categories: AGENCY_KINDS, label: { zh: '种类', en: 'kind' } },
    value: ({ kind }) => kind,
  },
  {
    ...{ name: 'names', type: 'text', free: true },
    label: { zh: '出现过的全部名称', en: 'all names that are printed' },
    value: ({ names }) => names.join(' | '),
  },
  {
    ...{ name: 'first_year', type: 'integer', label: { zh: '第一个报告年度', en: 'first year of a report' } },
    value: ({ firstYear }) => firstYear,
  },
  {
    ...{ name: 'last_year', type: 'integer', label: { zh: '最后一个报告年度', en: 'last year of a report' } },
    value: ({ lastYear }) => lastYear,
  },
  {
    ...{ name: 'reports', type: 'integer', label: { zh: '现行报告数', en: 'reports in force' } },
    value: ({ reports }) => reports,
  },
];

const CHANGE_FIELDS: readonly Field<Renaming>[] = [
  { name: 'from_name', type: 'text', label: { zh: '原名称', en: 'name before' }, value: ([from]) => from },
  { name: 'to_name', type: 'text', label: { zh: '新名称', en: 'name after' }, value: ([, to]) => to },
  { name: 'year', type: 'integer', label: { zh: '年', en: 'year' }, value: ([, , year]) => year },
  {
    ...{
      name: 'relation',
      type: 'text',
      categories: AGENCY_RELATIONS,
      label: { zh: '关系', en: 'relation' },
    },
    value: ([, , , relation]) => relation,
  },
  { name: 'source_note', type: 'text', label: { zh: '依据', en: 'source' }, value: ([, , , , note]) => note },
];

/** The bodies that report, and which names a reform of the State's offices made of others. */
export function agencyTables(agencies: readonly Agency[], { changes }: AgencyData): FixedTable[] {
  return [
    {
      name: 'agencies',
      title: { zh: '机关', en: 'Agencies' },
      columns: columnsOf(FIELDS),
      key: ['agency_id'],
      rows: agencies.map((agency) => rowOf(FIELDS, agency)),
    },
    {
      name: 'agency_changes',
      title: { zh: '机关改名', en: 'Renamings of agencies' },
      columns: columnsOf(CHANGE_FIELDS),
      key: ['from_name', 'to_name', 'year'],
      rows: changes.map((change) => rowOf(CHANGE_FIELDS, change)),
    },
  ];
}
