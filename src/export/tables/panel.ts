import { CELL_STATUSES } from '../../model/status.ts';
import { COMPUTED_STATUSES } from '../derive.ts';
import type { PreparedReport } from '../prepare-report.ts';
import { type Column, FORMATS } from '../release-table.ts';
import type { ReleaseVariable } from '../release-variable.ts';
import { addRows, columnsOf, REPORT_FIELDS, type ReportTable } from './report-table.ts';
import { PLACE_FIELDS } from './reports.ts';

export const PANEL_STATUSES = [...CELL_STATUSES, ...COMPUTED_STATUSES] as const;

const KEY_FIELDS = [...REPORT_FIELDS.filter(({ name }) => name !== 'current'), ...PLACE_FIELDS];
const keyColumns = columnsOf(KEY_FIELDS);

/** The version in force of reports whose place, agency and year are known: one row an agency and year. */
const isInPanel = ({ report }: PreparedReport): boolean =>
  report.current === 1 && ![report.form, report.division, report.agency, report.year].includes(null);

/** The wide table. Its rows also hold the statuses, which no format writes there: Stata makes missing values of them. */
export function panelTable(variables: readonly ReleaseVariable[]): ReportTable {
  const first = keyColumns.length;
  const values = variables.map(
    ({ column, label }, index): Column => ({
      ...{ name: column, type: 'number', label, statusAt: first + variables.length + index },
    }),
  );
  const hidden = statusColumns(variables).map((column) => ({
    ...column,
    name: `_${column.name}`,
    omit: FORMATS,
  }));
  return {
    name: 'panel',
    title: { zh: '宽表：每行为一个机关一年', en: 'Wide: one row an agency and year' },
    columns: [...keyColumns, ...values, ...hidden],
    key: ['division', 'agency', 'year'],
    addTo: (batch, report) => {
      if (!isInPanel(report)) return;
      addRows(batch, KEY_FIELDS, [report], report);
      report.held.forEach(({ value, status }, index) => {
        batch[first + index]?.push(value);
        batch[first + variables.length + index]?.push(status);
      });
    },
  };
}

/** The same rows and columns with the status of each value, so that wide and long say the same. */
export function panelStatusTable(variables: readonly ReleaseVariable[]): ReportTable {
  return {
    name: 'panel_status',
    title: { zh: '宽表各值的状态', en: 'Statuses of the wide table' },
    columns: [...keyColumns, ...statusColumns(variables)],
    key: ['division', 'agency', 'year'],
    addTo: (batch, report) => {
      if (!isInPanel(report)) return;
      addRows(batch, KEY_FIELDS, [report], report);
      report.held.forEach(({ status }, index) => {
        batch[keyColumns.length + index]?.push(status);
      });
    },
  };
}

const statusColumns = (variables: readonly ReleaseVariable[]): Column[] =>
  variables.map(({ column, label }) => ({ name: column, type: 'text', label, categories: PANEL_STATUSES }));
