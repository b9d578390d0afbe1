import type { PreparedReport } from '../prepare-report.ts';
import type { Column, ReleaseTable, Row, Value } from '../release-table.ts';

/** A table whose rows come report by report. */
export interface ReportTable extends ReleaseTable {
  readonly rowsOf: (report: PreparedReport) => readonly Row[];
}

/** A column and what it holds for one thing. */
export interface Field<Thing> extends Column {
  readonly value: (thing: Thing) => Value;
}

export const columnsOf = <Thing>(fields: readonly Field<Thing>[]): Column[] =>
  fields.map(({ value: _, ...column }) => column);

export const rowOf = <Thing>(fields: readonly Field<Thing>[], thing: Thing): Row =>
  fields.map(({ value }) => value(thing));

export const indexOf = (columns: readonly Column[], name: string): number => {
  const at = columns.findIndex((column) => column.name === name);
  if (at < 0) throw new Error(`no column ${name}`);
  return at;
};

/** What identifies a report, first in every table that speaks of reports. */
export const REPORT_FIELDS: readonly Field<PreparedReport>[] = [
  {
    ...{ name: 'report_id', type: 'text' },
    label: {
      zh: '报告编号（原文 SHA-256 的前16位）',
      en: 'report: first 16 digits of the sha256 of the document',
    },
    value: ({ id }) => id,
  },
  {
    ...{ name: 'division', type: 'text' },
    label: { zh: '报告年度的行政区划代码', en: 'GB/T 2260 code of the place in the year of the report' },
    value: ({ report }) => report.division,
  },
  {
    ...{ name: 'year', type: 'integer' },
    label: { zh: '报告年度', en: 'year that is reported about' },
    value: ({ report }) => report.year,
  },
  {
    ...{ name: 'form', type: 'text', categories: ['2014', '2019', '2021'] },
    label: { zh: '格式版本', en: 'edition of the form' },
    value: ({ report }) => report.form,
  },
  {
    ...{ name: 'current', type: 'integer' },
    label: { zh: '是否现行版本', en: '1: the version in force of the report' },
    value: ({ report }) => report.current,
  },
];
