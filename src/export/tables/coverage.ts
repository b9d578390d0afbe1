import { levelOfCode } from '../../places/division.ts';
import { COVERAGES, type CoveredPlace } from '../coverage.ts';
import type { FixedTable } from './divisions.ts';
import { columnsOf, type Field, rowOf } from './report-table.ts';

const FIELDS: readonly Field<CoveredPlace>[] = [
  {
    ...{
      name: 'division',
      type: 'text',
      label: { zh: '当年的行政区划代码', en: 'code of the place in the year' },
    },
    value: ({ row }) => row.code,
  },
  { name: 'place', type: 'text', label: { zh: '地方', en: 'place' }, value: ({ row }) => row.name },
  {
    ...{ name: 'level', type: 'text', categories: ['province', 'prefecture', 'county'] },
    label: { zh: '层级', en: 'level' },
    value: ({ row }) => levelOfCode(row.code),
  },
  { name: 'year', type: 'integer', label: { zh: '报告年度', en: 'year' }, value: ({ year }) => year },
  {
    ...{ name: 'coverage', type: 'text', categories: COVERAGES, required: true },
    label: {
      zh: '有报告、已撤下、网页上没有、网页读不到、未收集',
      en: 'reported, withdrawn since, not on its pages, pages could not be read, not collected',
    },
    value: ({ status }) => status,
  },
  {
    ...{ name: 'reports', type: 'integer', label: { zh: '现行报告数', en: 'reports in force' } },
    value: ({ reports }) => reports,
  },
];

/** Of which places and years there is a report, and why not of the others. */
export const coverageTable = (covered: readonly CoveredPlace[]): FixedTable => ({
  name: 'coverage',
  title: { zh: '各地各年的收集情况', en: 'Coverage by place and year' },
  columns: columnsOf(FIELDS),
  key: ['division', 'place', 'year'],
  rows: covered.map((place) => rowOf(FIELDS, place)),
});
