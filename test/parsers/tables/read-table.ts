import type { Grid } from '../../../parsers/grid.ts';
import { readHtml } from '../../../parsers/html/read-html.ts';
import { readCells } from '../../../parsers/read-record.ts';
import { cutIntoParts } from '../../../parsers/tables/parts.ts';
import { readParts } from '../../../parsers/tables/read-parts.ts';
import { readText } from '../../../parsers/text/read-text.ts';
import type { Cell } from '../../../src/model/cell.ts';

/** What was read of some tables: values (or the status) by variable, and the rules of the findings. */
export interface TableReading {
  readonly values: Readonly<Record<string, number | Cell['status']>>;
  readonly rules: readonly string[];
}

/** `isOfOtherYear` as the captions of the tables tell. */
export const readGrids = (
  grids: readonly Grid[],
  isOfOtherYear?: (grid: Grid) => boolean,
  year: number | null = null,
): TableReading => {
  const { cells, findings } = readCells(readParts(cutIntoParts(grids, isOfOtherYear).parts, year));
  return {
    values: Object.fromEntries([...cells].map(([name, { value, status }]) => [name, value ?? status])),
    rules: findings.map((finding) => finding.rule),
  };
};

export const readTables = (markup: string, year: number | null = null): TableReading =>
  readGrids(readHtml(markup).grids, undefined, year);
export const readLines = (text: string): TableReading => readGrids(readText(text).grids);

const APPLICANTS = [
  '自然人',
  '商业企业',
  '科研机构',
  '社会公益组织',
  '法律服务机构',
  '其他',
  '总计',
] as const;
const COLUMN_IDS = [
  'natural_person',
  'commercial_enterprise',
  'research_institution',
  'public_welfare_org',
  'legal_service_org',
  'other_org',
  'total',
] as const;

/** The header of the applications table as the notice prints it, three rows deep. */
export const APPLICATIONS_HEADER =
  '<tr><td colspan=3 rowspan=3>（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）<td colspan=7>申请人情况' +
  '<tr><td rowspan=2>自然人<td colspan=5>法人或其他组织<td rowspan=2>总计' +
  `<tr>${APPLICANTS.slice(1, -1)
    .map((label) => `<td>${label}`)
    .join('')}`;

/** The seven values of an applications row, by their variables. */
export const rowOf = (
  row: string,
  values: readonly (number | Cell['status'])[],
): Record<string, number | Cell['status']> =>
  Object.fromEntries(
    COLUMN_IDS.map((column, at) => [`applications.${row}.${column}`, values[at] ?? 'absent']),
  );

export const cellsOf = (values: readonly (number | string)[]): string =>
  values.map((value) => `<td>${value}`).join('');
