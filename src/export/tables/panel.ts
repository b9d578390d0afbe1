import { CELL_STATUSES } from '../../model/status.ts';
import { type Batch, pushValue } from '../batch.ts';
import { COMPUTED_STATUSES } from '../derive.ts';
import type { PreparedReport } from '../prepare-report.ts';
import { type Column, FORMATS, type Value } from '../release-table.ts';
import type { ReleaseVariable } from '../release-variable.ts';
import { addRows, columnsOf, REPORT_FIELDS, type ReportTable } from './report-table.ts';
import { PLACE_FIELDS } from './reports.ts';

export const PANEL_STATUSES = [...CELL_STATUSES, ...COMPUTED_STATUSES] as const;

const KEY_FIELDS = [...REPORT_FIELDS.filter(({ name }) => name !== 'current'), ...PLACE_FIELDS];
const keyColumns = columnsOf(KEY_FIELDS);

/** The version in force of reports whose place, agency and year are known: one row an agency and year. */
const isInPanel = ({ report }: PreparedReport): boolean =>
  report.current === 1 && ![report.form, report.division, report.agency, report.year].includes(null);

function put({ columns }: Batch, at: number, value: Value): void {
  const column = columns[at];
  if (column) pushValue(column, value);
}

/**
 * The wide table, and the same rows with the status of each value, so that wide and long say the same. The rows of the
 * first also hold the statuses, which no format writes there: Stata makes missing values of them.
 */
export function panelTables(variables: readonly ReleaseVariable[]): readonly [ReportTable, ReportTable] {
  const first = keyColumns.length;
  const statuses = statusColumns(variables);
  const values = variables.map(
    ({ column, label }, index): Column => ({
      ...{ name: column, type: 'number', label, statusAt: first + variables.length + index },
    }),
  );
  const hidden = statuses.map((column) => ({ ...column, name: `_${column.name}`, omit: FORMATS }));
  const key = ['division', 'agency', 'year'];
  const panel = {
    name: 'panel',
    title: { zh: '宽表：每行为一个机关一年', en: 'Wide: one row an agency and year' },
    ...{ columns: [...keyColumns, ...values, ...hidden], key },
    addTo: (batch: Batch, report: PreparedReport): void => {
      if (!isInPanel(report)) return;
      addRows(batch, KEY_FIELDS, [report], report);
      report.held.forEach(({ value, status }, index) => {
        put(batch, first + index, value);
        put(batch, first + variables.length + index, status);
      });
    },
  };
  const panelStatus = {
    name: 'panel_status',
    title: { zh: '宽表各值的状态', en: 'Statuses of the wide table' },
    ...{ columns: [...keyColumns, ...statuses], key, from: panel },
    columnsFrom: [...keyColumns.keys(), ...statuses.map((_, index) => first + variables.length + index)],
  };
  return [panel, panelStatus];
}

const statusColumns = (variables: readonly ReleaseVariable[]): Column[] =>
  variables.map(({ column, label }) => ({ name: column, type: 'text', label, categories: PANEL_STATUSES }));
