import type { Rows } from '../route.ts';
import type { ReportData } from './report-data.ts';

const COLUMNS = [
  ...[
    'variable',
    'status',
    'printed',
    'reported',
    'imputed',
    'corrected',
    'value',
    'year_before',
    'findings',
    'place',
  ],
] as const;

/** The cells of a report as rows: what stands on its page and nothing else. */
export function reportRows({ cells }: ReportData): Rows {
  return {
    columns: COLUMNS,
    rows: [...cells.values()].map((cell) => [
      ...[
        cell.variable,
        cell.status,
        cell.raw,
        cell.value,
        cell.imputed ?? null,
        cell.corrected?.value ?? null,
      ],
      ...[cell.used, cell.before?.value ?? null, cell.findings.length],
      cell.source === null ? null : JSON.stringify(cell.source),
    ]),
  };
}
