import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { scanPlaces } from '../../src/places/scan-places.ts';

const gazetteer = loadGazetteer();
const names = (text: string, year = 2020): string[] =>
  scanPlaces(text, year, gazetteer).map((each) => each.name);

describe('the places a text names', () => {
  it.each([
    ['四川泸州合江县2020年', ['四川', '泸州', '合江县']],
    ['湖北黄石港区', ['湖北', '黄石港区']],
    ['乐山市中区', ['乐山', '市中区']],
    ['乐山市市中区', ['乐山市', '市中区']],
    ['长春市场监管局', ['长春']],
    ['沈阳县人民政府', []],
    ['辽宁沈阳县人民政府', ['辽宁']],
    ['沈阳区县两级政府', ['沈阳']],
    ['沈阳和平区', ['沈阳', '和平区']],
    ['南海区域合作', []],
    ['密云区', ['密云区']],
    ['青云县', []],
    ['行政和县级机关', []],
    ['湘西山区', ['湘西']],
    ['太行西山区', []],
    ['自然资源局', []],
    ['市公安局', []],
    ['越秀区白云街道', ['越秀区']],
    ['南京路街道', []],
    ['浙江路桥区', ['浙江', '路桥区']],
    ['合江县城区街道', ['合江县']],
    ['阳泉市城区', ['阳泉市', '城区']],
    ['新疆生产建设兵团', []],
    ['北京时间', []],
    ['秦皇岛北戴河新区', ['秦皇岛']],
    ['南京江北新区', ['南京']],
    ['池州市公安局贵池分局', ['池州市', '贵池']],
    ['安徽农业大学', []],
    ['河北科技师范学院', []],
    ['南京中医药大学第一附属医院', []],
    ['安徽省农业科学院', ['安徽省']],
    ['广州大学城管委会', []],
    ['合肥2021年大学', ['合肥']],
    ['', []],
    ['县', []],
  ])('%s', (text, expected) => expect(names(text)).toEqual(expected));

  it('says where they stand', () => {
    expect(scanPlaces('原合江县人民政府', 2020, gazetteer)).toMatchObject([
      { start: 1, end: 4, name: '合江县' },
    ]);
  });

  it('means the places that had the name in the year, or lost it in the last two', () => {
    const codes = (year: number): string[] =>
      scanPlaces('江北区', year, gazetteer).flatMap((each) => each.entries.map((entry) => entry.row.code));
    expect(codes(2020)).toEqual(['330205', '500105']);
    expect(codes(2025)).toEqual(['330205', '500105']);
    const dongxiang = (year: number): string[] =>
      scanPlaces('东乡县', year, gazetteer).flatMap((each) => each.entries.map((entry) => entry.row.code));
    expect(dongxiang(2017).sort()).toEqual(['361029', '622926']);
    expect(dongxiang(2018)).toEqual(['622926']);
  });
});
