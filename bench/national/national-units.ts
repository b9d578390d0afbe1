import { levelOfCode } from '../../src/places/division.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import type { NationalUnit } from './national-report.ts';

/** Bodies that a county has, most of which publish a report of their own. */
const BODIES =
  '人民政府办公室 发展和改革局 教育局 科学技术局 工业和信息化局 公安局 民政局 司法局 财政局 人力资源和社会保障局 自然资源局 生态环境分局 住房和城乡建设局 交通运输局 水利局 农业农村局 商务局 文化和旅游局 卫生健康局 退役军人事务局 应急管理局 审计局 市场监督管理局 统计局 医疗保障局 信访局 林业和草原局 城市管理执法局 乡村振兴局 税务局 气象局 消防救援大队 烟草专卖局 行政审批局 国有资产监督管理局 体育局 广播电视局 粮食和物资储备局 人民防空办公室 地方金融监督管理局 城关镇人民政府 开发区管理委员会 城东街道办事处 城西街道办事处 城南街道办事处 城北街道办事处 东镇人民政府 西镇人民政府 南镇人民政府 北镇人民政府 河东乡人民政府 河西乡人民政府 山前乡人民政府 山后乡人民政府 大队乡人民政府 新民镇人民政府 和平镇人民政府 胜利镇人民政府 红旗镇人民政府 太平镇人民政府'.split(
    ' ',
  );
export const NATIONAL_YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025] as const;

/** All agencies of all counties in all years: about 2,850 × 60 × 7. */
export const NATIONAL_REPORTS = 1_200_000;

/** As many reports as asked for, spread evenly over the country and the years: a sample of the national load. */
export function* nationalUnits(reports: number): Generator<NationalUnit> {
  const counties = [...loadGazetteer().unitsByCode.values()]
    .flat()
    .map(({ rows }) => rows.at(-1))
    .filter((row) => row !== undefined && row.lastYear === null && levelOfCode(row.code) === 'county')
    .map((row) => ({ code: row?.code ?? '', name: row?.name ?? '' }));
  const all = counties.length * BODIES.length * NATIONAL_YEARS.length;
  const step = Math.max(1, all / reports);
  for (let n = 0; n < Math.min(reports, all); n++) {
    const at = Math.floor(n * step);
    const county = counties[Math.floor(at / (BODIES.length * NATIONAL_YEARS.length))];
    const body = BODIES[Math.floor(at / NATIONAL_YEARS.length) % BODIES.length] ?? '';
    const year = NATIONAL_YEARS[at % NATIONAL_YEARS.length] ?? 2021;
    if (county)
      yield {
        ...{ division: county.code, place: county.name, agency: `${county.name}${body}`, year, seed: at + 1 },
      };
  }
}
