import {
  CHANGE_RELATIONS,
  type DivisionChange,
  type DivisionRow,
  levelOfCode,
} from '../../places/division.ts';
import type { Gazetteer, Unit } from '../../places/gazetteer.ts';
import { unitOfCode } from '../../places/gazetteer.ts';
import { placeIdOf } from '../../places/place-id.ts';
import { type Translation, translateCode } from '../../places/translate-code.ts';
import type { LatestDivision } from '../prepare-report.ts';
import type { ReleaseTable, Row } from '../release-table.ts';
import { columnsOf, type Field, rowOf } from './report-table.ts';

/** A table that does not come from the reports. */
export interface FixedTable extends ReleaseTable {
  readonly rows: readonly Row[];
}

interface Named {
  readonly row: DivisionRow;
  readonly unit: Unit;
}

const DIVISION_FIELDS: readonly Field<Named>[] = [
  {
    ...{ name: 'place_id', type: 'text', required: true },
    label: {
      zh: '地方编号，改名和换代码后不变',
      en: 'the place, the same after renamings and changes of code',
    },
    value: ({ unit }) => placeIdOf(unit),
  },
  { name: 'code', type: 'text', label: { zh: '代码', en: 'GB/T 2260 code' }, value: ({ row }) => row.code },
  { name: 'name', type: 'text', label: { zh: '名称', en: 'name' }, value: ({ row }) => row.name },
  {
    ...{ name: 'level', type: 'text', categories: ['province', 'prefecture', 'county'] },
    label: { zh: '层级', en: 'level' },
    value: ({ row }) => levelOfCode(row.code),
  },
  {
    ...{
      name: 'first_year',
      type: 'integer',
      label: { zh: '第一年（2008 为当年或更早）', en: 'first year; 2008: or before' },
    },
    value: ({ row }) => row.firstYear,
  },
  {
    ...{
      name: 'last_year',
      type: 'integer',
      label: { zh: '最后一年（空为仍有效）', en: 'last year; none: still in force' },
    },
    value: ({ row }) => row.lastYear,
  },
];

const CHANGE_FIELDS: readonly Field<DivisionChange>[] = [
  {
    name: 'date',
    type: 'text',
    label: { zh: '批准日期', en: 'day of the approval' },
    value: ({ date }) => date,
  },
  {
    ...{
      name: 'relation',
      type: 'text',
      categories: CHANGE_RELATIONS,
      label: { zh: '关系', en: 'relation' },
    },
    value: ({ relation }) => relation,
  },
  {
    ...{ name: 'from_code', type: 'text', label: { zh: '原代码', en: 'code before' } },
    value: ({ fromCode }) => fromCode || null,
  },
  {
    ...{ name: 'from_name', type: 'text', label: { zh: '原名称', en: 'name before' } },
    value: ({ fromName }) => fromName || null,
  },
  { name: 'to_code', type: 'text', label: { zh: '新代码', en: 'code after' }, value: ({ toCode }) => toCode },
  { name: 'to_name', type: 'text', label: { zh: '新名称', en: 'name after' }, value: ({ toName }) => toName },
  {
    ...{ name: 'source_note', type: 'text', label: { zh: '依据', en: 'source' } },
    value: ({ sourceNote }) => sourceNote,
  },
];

/** The places and how they became one another, by code and year. */
export function divisionTables(gazetteer: Gazetteer): FixedTable[] {
  const rows = [...gazetteer.unitsByCode.entries()]
    // A unit stands once for each of its rows of the code.
    .flatMap(([code, units]) =>
      [...new Set(units)].flatMap((unit) =>
        unit.rows.filter((row) => row.code === code).map((row): Named => ({ row, unit })),
      ),
    )
    .sort(
      ({ row: a }, { row: b }) => order(a.code, b.code) || a.firstYear - b.firstYear || order(a.name, b.name),
    );
  const changes = gazetteer.changes.toSorted((a, b) => order(sortKey(a), sortKey(b)));
  return [
    {
      name: 'divisions',
      title: { zh: '行政区划代码', en: 'Codes of places' },
      columns: columnsOf(DIVISION_FIELDS),
      key: ['code', 'name', 'first_year'],
      rows: rows.map((row) => rowOf(DIVISION_FIELDS, row)),
    },
    {
      name: 'division_changes',
      title: { zh: '行政区划变更', en: 'Changes of places' },
      columns: columnsOf(CHANGE_FIELDS),
      key: ['date', 'relation', 'from_code', 'to_code', 'to_name'],
      rows: changes.map((change) => rowOf(CHANGE_FIELDS, change)),
    },
  ];
}

/** By code point and never by a locale, which differs between machines. */
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const sortKey = ({ date, fromCode, toCode, relation }: DivisionChange): string =>
  [date, fromCode, toCode, relation].join(' ');

const ITSELF: ReadonlySet<Translation> = new Set(['same', 'rename', 'code_change', 'parent_change']);

/** The code that a place has today: null once it was merged or split, or when the code is unknown for the year. */
export function latestDivisionIn(gazetteer: Gazetteer): LatestDivision {
  return (code, year) => {
    if (code === null || year === null) return null;
    const { relation, codes } = translateCode(gazetteer, code, year, gazetteer.lastYear);
    return ITSELF.has(relation) ? (codes[0] ?? null) : null;
  };
}

/** The place that had `code` in `year`; null when it was none of that year's. */
export function placeIdIn(gazetteer: Gazetteer, code: string | null, year: number | null): string | null {
  if (code === null || year === null) return null;
  // After the last list of codes, that one is used.
  const unit = unitOfCode(gazetteer, code, Math.min(Math.max(year, gazetteer.firstYear), gazetteer.lastYear));
  return unit ? placeIdOf(unit) : null;
}
