import { type DivisionRow, isInForce, levelOfCode } from '../../src/places/division.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';

/** A body that reports every year. */
export interface Body {
  readonly division: string;
  readonly place: string;
  readonly agency: string;
  readonly level: 'province' | 'prefecture' | 'county';
}

export const FIRST_YEAR = 2013;
export const LAST_YEAR = 2025;

/** The government first, then departments that most places have; a place has as many as its level says. */
const KINDS = [
  '人民政府办公室',
  '教育局',
  '公安局',
  '财政局',
  '民政局',
  '自然资源局',
  '住房和城乡建设局',
  '卫生健康局',
  '市场监督管理局',
  '生态环境局',
  '交通运输局',
  '农业农村局',
  '文化和旅游局',
  '应急管理局',
  '审计局',
  '统计局',
  '司法局',
  '水务局',
  '商务局',
  '医疗保障局',
];
const BODIES = { province: 20, prefecture: 8, county: 4 } as const;

/** The bodies of all places in force in a year: some 15,000. */
export function bodiesIn(year: number): Body[] {
  const units = [...new Set([...loadGazetteer().unitsByCode.values()].flat())];
  return units
    .flatMap(({ rows }) => rows.filter((row) => isInForce(row, year)))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .flatMap(bodiesOf);
}

function bodiesOf({ code, name }: DivisionRow): Body[] {
  const level = levelOfCode(code);
  return KINDS.slice(0, BODIES[level]).map((kind) => {
    return { division: code, place: name, agency: `${name}${kind}`, level };
  });
}

export const formOf = (year: number): '2014' | '2019' | '2021' =>
  year < 2019 ? '2014' : year < 2021 ? '2019' : '2021';
