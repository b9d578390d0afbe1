import { type Batch, clearBatch, newBatch, pushNumber, pushText, pushValue } from '../batch.ts';
import type { PreparedReport } from '../prepare-report.ts';
import type { Column, ReleaseTable, Row, Value } from '../release-table.ts';

/** A table whose rows come report by report. */
export type ReportTable = FilledTable | SelectingTable;

interface FilledTable extends ReleaseTable {
  /** Puts the rows of a report at the end of the batch. */
  readonly addTo: (batch: Batch, report: PreparedReport) => void;
}

/** A table of columns that another one before it has too: they are filled once. */
export interface SelectingTable extends ReleaseTable {
  readonly from: FilledTable;
  /** Which of its columns. */
  readonly columnsFrom: readonly number[];
}

/** A batch of every table, in their order, to be filled with the rows of reports, emptied and filled again. */
export interface Filling {
  readonly batches: ReadonlyMap<ReportTable, Batch>;
  readonly add: (report: PreparedReport) => void;
  readonly clear: () => void;
}

export function fillingOf(tables: readonly ReportTable[]): Filling {
  const batches = new Map<ReportTable, Batch>();
  const fillers: ((report: PreparedReport) => void)[] = [];
  for (const table of tables)
    if ('addTo' in table) {
      const batch = newBatch(table);
      batches.set(table, batch);
      fillers.push((report) => table.addTo(batch, report));
    } else batches.set(table, selectFrom(batches.get(table.from), table));
  return {
    batches,
    add: (report) => {
      for (const fill of fillers) fill(report);
    },
    clear: () => {
      for (const batch of batches.values()) clearBatch(batch);
    },
  };
}

function selectFrom(batch: Batch | undefined, { name, from, columnsFrom }: SelectingTable): Batch {
  const columns = columnsFrom.flatMap((at) => batch?.columns[at] ?? []);
  if (!batch || columns.length !== columnsFrom.length) throw new Error(`${name} comes before ${from.name}`);
  return { rows: batch.rows, columns };
}

/** A column and what it holds for one thing. */
export interface Field<Thing> extends Column {
  readonly value: (thing: Thing) => Value;
}

/** A column that holds the same for all things of a report. */
export interface ReportField extends Column {
  readonly ofReport: (report: PreparedReport) => Value;
}

/** A column that holds one thing for each of the things of a report. */
export interface ThingField<Thing> extends Column {
  readonly ofThing: (thing: Thing, report: PreparedReport) => Value;
}

export const columnsOf = (fields: readonly Column[]): Column[] =>
  fields.map(({ name, type, label, free, categories, omit, statusAt, required, heldWhen, ...field }) => ({
    ...{ name, type, label },
    ...('ofReport' in field ? { shared: true as const } : {}),
    ...(free ? { free } : {}),
    ...(categories ? { categories } : {}),
    ...(omit ? { omit } : {}),
    ...(statusAt === undefined ? {} : { statusAt }),
    ...(required ? { required } : {}),
    ...(heldWhen ? { heldWhen } : {}),
  }));

export const rowOf = <Thing>(fields: readonly Field<Thing>[], thing: Thing): Row =>
  fields.map(({ value }) => value(thing));

/** Puts a row for each thing at the end of the batch. What all things of the report share is computed once. */
export function addRows<Thing>(
  batch: Batch,
  fields: readonly (ReportField | ThingField<Thing>)[],
  things: readonly Thing[],
  report: PreparedReport,
): void {
  batch.rows.push(things.length);
  fields.forEach((field, at) => {
    const column = batch.columns[at];
    if (!column) return;
    if ('ofReport' in field) pushValue(column, field.ofReport(report));
    else if (column.kind === 'number')
      for (const thing of things) pushNumber(column, field.ofThing(thing, report) as number | null);
    else if (column.kind === 'text')
      for (const thing of things) pushText(column, field.ofThing(thing, report) as string | null);
  });
}

export const indexOf = (columns: readonly Column[], name: string): number => {
  const at = columns.findIndex((column) => column.name === name);
  if (at < 0) throw new Error(`no column ${name}`);
  return at;
};

/** What identifies a report, first in every table that speaks of reports. */
export const REPORT_FIELDS: readonly ReportField[] = [
  {
    ...{ name: 'report_id', type: 'text' },
    label: {
      zh: '报告编号（原文 SHA-256 的前16位）',
      en: 'report: first 16 digits of the sha256 of the document',
    },
    required: true,
    ofReport: ({ id }) => id,
  },
  {
    ...{ name: 'division', type: 'text' },
    label: { zh: '报告年度的行政区划代码', en: 'GB/T 2260 code of the place in the year of the report' },
    ofReport: ({ report }) => report.division,
  },
  {
    ...{ name: 'year', type: 'integer' },
    label: { zh: '报告年度', en: 'year that is reported about' },
    ofReport: ({ report }) => report.year,
  },
  {
    ...{ name: 'form', type: 'text', categories: ['2014', '2019', '2021'] },
    label: { zh: '格式版本', en: 'edition of the form' },
    ofReport: ({ report }) => report.form,
  },
  {
    ...{ name: 'current', type: 'integer' },
    label: { zh: '是否现行版本', en: '1: the version in force of the report' },
    ofReport: ({ report }) => report.current,
  },
  {
    ...{ name: 'withdrawn', type: 'integer' },
    label: { zh: '原文是否已从发布网站撤下', en: '1: no longer on the site that published it' },
    required: true,
    ofReport: ({ known }) => Number(known.withdrawn !== null),
  },
];
