import type { Place } from './places.ts';
import type { Random } from './random.ts';

export type Agency = {
  readonly name: string;
  /** Who the counts of the report are about: 全市, 全县, 我局. */
  readonly who: string;
};

const DEPARTMENTS = ['教育局', '司法局', '交通运输局', '自然资源局', '统计局', '退役军人事务局', '水利局'];

const whole = (place: Place): string => {
  const last = place.name.at(-1) ?? '';
  if (place.name.endsWith('自治区')) return '全区';
  if (place.name.endsWith('地区')) return '全地区';
  return `全${last}`;
};

const seat = (place: Place): string => (/(盟|地区)$/.test(place.name) ? '行政公署' : '人民政府');

export const makeAgency = (place: Place, random: Random): Agency => {
  if (place.level === 'county' && random.chance(0.15)) {
    return { name: `${place.name}${random.pick(DEPARTMENTS)}`, who: '我局' };
  }
  const office = place.level === 'province' ? '办公厅' : '办公室';
  const name = random.pick([
    place.name,
    `${place.name}${seat(place)}`,
    `${place.name}${seat(place)}${office}`,
    place.name,
  ]);
  return { name, who: whole(place) };
};

export const makeTitle = (agency: Agency, year: number, random: Random): string =>
  random.pick([
    `${agency.name}${year}年政府信息公开工作年度报告`,
    `${agency.name}${year}年度政府信息公开工作年度报告`,
    `${year}年${agency.name}政府信息公开工作年度报告`,
    `${year}年度${agency.name}政府信息公开工作年度报告`,
    `${agency.name}政府信息公开工作${year}年度报告`,
    `${agency.name}${year}年政府信息公开工作年度报告`,
    `${agency.name}关于${year}年度政府信息公开工作的年度报告`,
  ]);

const period = (year: number, random: Random): string =>
  random.pick([
    `自${year}年1月1日起至12月31日止`,
    `自${year}年1月1日起至${year}年12月31日止`,
    `从${year}年1月1日起，到${year}年12月31日止`,
    `为${year}年1月1日至12月31日`,
    `自${year} 年 1 月 1 日起至 ${year} 年 12 月 31 日止`,
    // 年 and 月 lost with their spans, as seen on published pages
    `自${year}11日起至${year}1231日止`,
  ]);

/** How the period of the figures is printed: `lost` where characters of its dates did not survive. */
export type PeriodStyle = 'usual' | 'lost';

const lostPeriod = (year: number, random: Random): string =>
  random.pick([
    `${year}11日起至${year}1231日止`,
    `${year}11日起至${year}1230日止`,
    `自${year}年11日起至${year}年1231日止`,
    `自${year}1月1日起至${year}12月31日止`,
    `自${year}年1月1起至12月31止`,
    `自${year}年月日起至${year}年月日止`,
  ]);

export const makeIntroduction = (
  agency: Agency,
  place: Place,
  year: number,
  style: PeriodStyle,
  random: Random,
): string => {
  const printed = style === 'lost' ? lostPeriod(year, random) : period(year, random);
  const contact = `地址：${place.name}人民路${random.integer(1, 399)}号，邮编：${random.integer(130000, 839999)}，电话：0${random.integer(310, 999)}-${random.integer(2000000, 8999999)}`;
  return random.pick([
    `根据《中华人民共和国政府信息公开条例》规定，现公布${agency.name}${year}年度政府信息公开工作年度报告。本报告所列数据的统计期限${printed}。如有疑问，请与${agency.name}联系（${contact}）。`,
    `根据《中华人民共和国政府信息公开条例》（以下简称《条例》）和国务院办公厅有关要求，编制本报告。本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。所列数据的统计期限${printed}。${contact}。`,
    `本年度报告由${agency.name}按照《中华人民共和国政府信息公开条例》（中华人民共和国国务院令第711号）及《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔${year < 2021 ? '2019〕60' : '2021〕30'}号）要求编制，现公布${year}年度政府信息公开工作年度报告，统计期限${printed}。`,
  ]);
};

export type HeadingStyle =
  | 'usual'
  | 'shifted'
  | 'bracketed'
  | 'no numbers'
  | 'residue'
  | 'first part'
  | 'dirt';

/** The six section titles in one of the wordings read on published reports. */
export const makeHeadings = (style: HeadingStyle, random: Random): readonly string[] => {
  const titles = [
    random.pick(['总体情况', '总体情况', '概述', '基本情况']),
    '主动公开政府信息情况',
    random.pick(['收到和处理政府信息公开申请情况', '行政机关收到和处理政府信息公开申请情况']),
    random.pick([
      '政府信息公开行政复议、行政诉讼情况',
      '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '政府信息公开行政复议和行政诉讼情况',
    ]),
    random.pick([
      '存在的主要问题及改进情况',
      '政府信息公开工作存在的主要问题及改进情况',
      '存在问题及改进情况',
      '存在的主要问题和改进情况',
    ]),
    '其他需要报告的事项',
  ];
  const numerals = '一二三四五六七';
  return titles.map((title, at) => {
    if (style === 'shifted') return `${numerals[at + 1]}、${title}`;
    if (style === 'bracketed') return `（${numerals[at]}）${title}`;
    if (style === 'no numbers') return title;
    if (style === 'first part') return `第${numerals[at]}部分　${title}`;
    if (style === 'residue') return `${numerals[at]}、${title}${at % 2 === 0 ? '(宋体加粗小四号字)' : ''}`;
    if (style === 'dirt') return `${at === 5 ? 'l' : ''}${numerals[at]}、 ${title}`;
    return `${numerals[at]}、${title}`;
  });
};
