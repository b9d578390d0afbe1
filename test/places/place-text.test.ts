import { describe, expect, it } from 'vitest';
import {
  bareKind,
  tidyEvidence,
  townAfter,
  unknownPlaceAfter,
  zoneFollows,
} from '../../src/places/place-text.ts';

describe('what stands around a name', () => {
  it('joins letters set apart, and keeps other spaces', () => {
    expect(tidyEvidence(' 云 县 人 民 政 府\n')).toBe('云县人民政府');
    expect(tidyEvidence('合江县　２０２０年 年报')).toBe('合江县 2020年 年报');
  });

  it.each([
    ['田黄镇人民政府2020年', '田黄镇'],
    ['唐村镇', '唐村镇'],
    ['经纬街道办事处', '经纬街道办事处'],
    ['砲里街道', '砲里街道'],
    ['老洲乡', '老洲乡'],
    ['(亮河镇年报)', '亮河镇'],
    ['沟赵办事处', '沟赵办事处'],
    ['乡村振兴局', undefined],
    ['乡镇企业局', undefined],
    ['住房和城乡建设局', undefined],
    ['驻北京办事处', undefined],
    ['人民政府办公室', undefined],
  ])('the town of %s is %s', (rest, town) => expect(townAfter(rest)).toBe(town));

  it.each([
    ['下沙区', '下沙区'],
    ['某县某镇', '某县'],
    ['加格达奇区人民政府', '加格达奇区'],
    ['高新区', undefined],
    ['经济技术开发区', undefined],
    ['城市管理局', undefined],
    ['人民政府市区办', undefined],
    ['退役军人事务局', undefined],
    ['市区', undefined],
  ])('the unlisted place in %s is %s', (rest, place) => expect(unknownPlaceAfter(rest)).toBe(place));

  it.each([
    ['经济技术开发区管委会', true],
    ['工业园区', true],
    ['人民政府', false],
  ])('a zone follows: %s %s', (rest, zone) => expect(zoneFollows(rest)).toBe(zone));

  it.each([
    ['区审计局', '区'],
    ['市司法局', '市'],
    ['县人民政府办公室', '县'],
    ['自治区北部湾办', '自治区'],
    ['省统计局', '省'],
    ['市民政局', '市'],
    ['市场监督管理局', undefined],
    ['县域经济办', undefined],
    ['审计局', undefined],
  ])('%s is of a %s', (agency, kind) => expect(bareKind(agency)).toBe(kind));
});
