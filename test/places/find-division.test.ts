import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DivisionEvidence } from '../../src/places/find-division.ts';
import { findDivision } from '../../src/places/find-division.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';

const gazetteer = loadGazetteer();

function expectCode(evidence: DivisionEvidence, year: number, code: string | null): void {
  const result = findDivision(evidence, year, gazetteer);
  expect(result.code, `${JSON.stringify(evidence)}: ${result.reason.en}`).toBe(code);
}

/** Title → code, null where the words do not decide. Codes from the lists of the Ministry of Civil Affairs. */
type Titles = readonly (readonly [title: string, year: number, code: string | null])[];

describe('a title with the whole path or a part of it', () => {
  const titles: Titles = [
    ['江苏省淮安市洪泽区人民政府2016年政府信息公开工作年度报告', 2016, '320813'],
    ['洪泽区人民政府办公室', 2016, '320813'],
    ['四川泸州合江县', 2020, '510522'],
    ['泸州合江人民政府2020年', 2020, '510522'],
    ['湖北黄石港区', 2020, '420202'],
    ['湖北省黄石市黄石港区', 2020, '420202'],
    ['浙江台州路桥区', 2020, '331004'],
    ['内蒙古通辽市科尔沁区', 2020, '150502'],
    ['内蒙古自治区人民政府', 2020, '150000'],
    ['上海市人民政府办公厅', 2020, '310000'],
    ['上海市浦东新区', 2020, '310115'],
    ['重庆市城口县', 2020, '500229'],
    ['天津滨海新区人民政府', 2020, '120116'],
    ['长春市退役军人事务局', 2023, '220100'],
    ['吉林省人民政府', 2020, '220000'],
    ['吉林市人民政府', 2020, '220200'],
    ['海南省人民政府', 2020, '460000'],
    ['海南屯昌县', 2020, '469022'],
    ['神农架林区人民政府', 2020, '429021'],
    ['济源市', 2020, '419001'],
    ['第八师石河子市', 2020, '659001'],
    ['三沙市西沙区', 2020, '460302'],
    ['台湾省', 2020, '710000'],
    ['中国人民银行合江县支行', 2020, '510522'],
    ['中国人民银行沛县支行', 2020, '320322'],
    ['国家税务总局沛县税务局', 2020, '320322'],
    ['国家统计局沛县调查队', 2020, '320322'],
    ['关于北京市大兴区2020年政府信息公开工作的报告', 2020, '110115'],
    ['云 县 人 民 政 府 2020 年 政 府 信 息 公 开 年 报', 2020, '530922'],
    ['池州市公安局贵池分局', 2020, '341702'],
    ['长春市场监督管理局2020年', 2020, '220100'],
  ];
  it.each(titles)('%s in %i is %s', (title, year, code) => expectCode({ title }, year, code));
});

describe('autonomous places and banners', () => {
  const titles: Titles = [
    ['宽城满族自治县', 2020, '130827'],
    ['宽城县人民政府', 2020, '130827'],
    ['长春市宽城区', 2020, '220103'],
    ['黔东南苗族侗族自治州人民政府', 2020, '522600'],
    ['黔东南州人民政府', 2020, '522600'],
    ['恩施州人民政府', 2020, '422800'],
    ['恩施市人民政府', 2020, '422801'],
    ['海南藏族自治州', 2020, '632500'],
    ['海南州共和县人民政府', 2020, '632521'],
    ['伊犁州伊宁县', 2020, '654021'],
    ['巴州库尔勒市', 2020, '652801'],
    ['巴中市巴州区', 2020, '511902'],
    ['昌江县人民政府', 2020, '469026'],
    ['景德镇市昌江区', 2020, '360202'],
    ['内蒙古科右中旗', 2020, '152222'],
    ['鄂温克旗人民政府', 2020, '150724'],
    ['河口县卫生健康局', 2022, '532532'],
  ];
  it.each(titles)('%s in %i is %s', (title, year, code) => expectCode({ title }, year, code));
});

describe('one name of several places', () => {
  const titles: Titles = [
    ['朝阳区人民政府', 2021, null],
    ['北京市朝阳区', 2021, '110105'],
    ['长春市朝阳区', 2021, '220104'],
    ['朝阳市朝阳县', 2021, '211321'],
    ['朝阳2021年政府信息公开年度报告', 2021, null],
    ['吉林2021年政府信息公开年度报告', 2021, null],
    ['鼓楼区', 2020, null],
    ['福建福州鼓楼区', 2020, '350102'],
    ['开封市鼓楼区', 2020, '410204'],
    ['和平区人民政府', 2021, null],
    ['天津市和平区', 2021, '120101'],
    ['城关区', 2020, null],
    ['兰州市城关区', 2020, '620102'],
    ['拉萨市城关区', 2020, '540102'],
    ['河东区', 2019, null],
    ['临沂市河东区', 2019, '371312'],
    ['通州区', 2012, null],
    ['南通市通州区', 2012, '320612'],
    ['西湖区', 2020, null],
    ['南昌市西湖区', 2020, '360103'],
    ['铁西区', 2020, null],
    ['鞍山市铁西区', 2020, '210303'],
    ['四平铁西区政府信息公开', 2020, '220302'],
    ['宝山区', 2020, null],
    ['普陀区', 2020, null],
    ['江北区', 2024, null],
    ['东乡县', 2015, null],
    ['江西省东乡县', 2015, '361029'],
  ];
  it.each(titles)('%s in %i is %s', (title, year, code) => expectCode({ title }, year, code));
});

describe('names that are ordinary words', () => {
  const titles: Titles = [
    ['阳泉市郊区', 2020, '140311'],
    ['铜陵市郊区人民政府', 2020, '340711'],
    ['郊区人民政府', 2020, null],
    ['晋城市城区', 2020, '140502'],
    ['乐山市市中区', 2020, '511102'],
    ['乐山市中区2020年', 2020, '511102'],
    ['济宁市中区人民政府', 2012, '370802'],
    ['市中区人民政府', 2020, null],
    ['青岛市南区', 2020, '370202'],
    ['青岛市市南区', 2020, '370202'],
    ['东区人民政府', 2020, null],
    ['攀枝花市东区', 2020, '510402'],
    ['省、市和县人民政府', 2020, null],
    ['马鞍山市和县人民政府', 2020, '340523'],
    ['秦巴山区扶贫', 2020, null],
    ['城乡规划局', 2020, null],
    ['自然资源局', 2020, null],
    ['公安局', 2020, null],
    ['新疆生产建设兵团第八师', 2020, null],
  ];
  it.each(titles)('%s in %i is %s', (title, year, code) => expectCode({ title }, year, code));
});

describe('names and codes as of the year', () => {
  const titles: Titles = [
    ['华亭县', 2017, '620824'],
    ['华亭市', 2018, '620881'],
    ['华亭县', 2018, '620881'],
    ['华亭市', 2017, '620824'],
    ['铜陵县', 2014, '340721'],
    ['义安区', 2015, '340706'],
    ['洪泽县', 2015, '320829'],
    ['公主岭市', 2019, '220381'],
    ['公主岭市', 2020, '220184'],
    ['双辽市', 2008, '220382'],
    ['双辽市', 2025, '220382'],
    ['米林县', 2022, '540422'],
    ['米林市', 2023, '540481'],
    ['错那县', 2022, '540530'],
    ['错那市', 2023, '540581'],
    ['白杨市', 2023, '659012'],
    ['白杨市', 2022, null],
    ['儋州市', 2014, '469003'],
    ['儋州市', 2015, '460400'],
    ['上海市崇明县', 2015, '310230'],
    ['上海市崇明区', 2016, '310151'],
    ['襄樊市襄阳区', 2009, '420607'],
    ['襄阳市襄州区', 2011, '420607'],
    ['襄樊市人民政府', 2012, '420600'],
    ['毕节市人民政府', 2010, '522401'],
    ['毕节市人民政府', 2012, '520500'],
    ['巢湖市人民政府', 2010, '341400'],
    ['巢湖市人民政府', 2012, '340181'],
    ['莱芜市莱城区', 2019, '370116'],
    ['通州市', 2008, '320683'],
    ['闸北区人民政府', 2014, '310108'],
    ['闸北区人民政府', 2016, null],
    ['长治市城区', 2017, '140402'],
    ['长治市城区', 2019, null],
    ['重庆市江北区', 2024, '500105'],
    ['重庆市江北区', 2025, null],
    ['江北区', 2025, null],
    ['两江新区', 2025, '500157'],
    ['合江县', 2005, '510522'],
    ['合江县', 2030, '510522'],
  ];
  it.each(titles)('%s in %i is %s', (title, year, code) => expectCode({ title }, year, code));

  it('says that an old name was printed, and what the place was called in the year', () => {
    const { reason } = findDivision({ title: '华亭县人民政府2018年' }, 2018, gazetteer);
    expect(reason.en).toContain('printed as 华亭县 (620824), which at the end of 2018 was 华亭市 620881');
  });

  it('says what became of a place that was merged', () => {
    const result = findDivision({ title: '闸北区人民政府' }, 2016, gazetteer);
    expect(result.reason.en).toContain('静安区 310106');
    expect(result.candidates).toMatchObject([{ code: '310106', name: '静安区' }]);
  });

  it.each([
    [{}, '没有写地名'],
    [{ title: '鼓楼区' }, '“鼓楼区”，看不出是哪一个'],
    [{ title: '合江县', phone: '025-83230000' }, '标题写明：合江县，与电话（025）不符'],
    [{ title: '闸北区人民政府' }, '闸北区（310108）在 2014 年以后撤销，所辖区域划归静安区（310106）'],
  ])('says why in Chinese without a word of English: %j', (evidence, why) => {
    const { zh } = findDivision(evidence, 2016, gazetteer).reason;
    expect(zh).toContain(why);
    expect(zh).not.toMatch(/[a-z]/i);
  });

  it('says which list was used outside the years of the lists', () => {
    expect(findDivision({ title: '合江县' }, 2005, gazetteer).reason.en).toContain('list of 2008');
  });
});

describe('towns and zones', () => {
  it.each([
    ['邹城市田黄镇人民政府', 2021, '370883', 'township'],
    ['道里区经纬街道办事处', 2022, '230102', 'township'],
    ['越秀区白云街道', 2022, '440104', 'township'],
    ['合江县合江镇人民政府', 2020, '510522', 'township'],
    ['中山市大涌镇人民政府', 2016, '442000', 'township'],
    ['东莞市虎门镇人民政府', 2020, '441900', 'township'],
    ['邹城市乡村振兴局', 2022, '370883', 'county'],
    ['邹城市住房和城乡建设局', 2022, '370883', 'county'],
    ['广东从化经济开发区管理委员会', 2022, '440117', 'county'],
    ['西宁经济技术开发区', 2022, '630100', 'prefecture'],
    ['苏州工业园区管委会', 2020, '320500', 'prefecture'],
    ['南京江北新区管委会', 2020, '320100', 'prefecture'],
    ['郑州高新区沟赵办事处', 2021, '410100', 'township'],
    ['上海市人民政府办公厅', 2021, '310000', 'province'],
  ])('%s in %i is %s, a %s', (agency, year, code, level) => {
    expect(findDivision({ agency }, year, gazetteer)).toMatchObject({ code, level });
  });

  const titles: Titles = [
    ['田黄镇人民政府', 2021, null],
    ['济宁市田黄镇人民政府', 2021, null],
    ['苏银产业园管理委员会', 2025, null],
    ['河北雄安新区管理委员会', 2020, null],
    ['北京经济技术开发区管委会', 2020, null],
    ['杭州市下沙区', 2020, null],
    ['沈阳县人民政府', 2020, null],
    ['辽宁省沈阳县审计局', 2020, null],
    ['大兴安岭地区加格达奇区', 2020, null],
    ['蚌埠某县某镇', 2016, null],
  ];
  it.each(titles)('%s in %i names no county that has a code', (title, year) =>
    expectCode({ title }, year, null),
  );
});

describe('several lines of evidence', () => {
  const cases: readonly (readonly [why: string, evidence: DivisionEvidence, code: string | null])[] = [
    ['the site names the city', { agency: '和平区人民政府', siteName: '沈阳市和平区人民政府' }, '210102'],
    ['the site names only the city', { title: '西湖区2020年年报', siteName: '杭州市人民政府' }, '330106'],
    [
      'the site names the county of a town',
      { agency: '龙田镇人民政府', siteName: '岑巩县人民政府' },
      '522626',
    ],
    [
      'the site names a city, whose county is not named',
      { agency: '春城街道', siteName: '长春市人民政府' },
      null,
    ],
    [
      'the agency is above the county in the title',
      { title: '合江县2020年', agency: '泸州市人民政府' },
      '510522',
    ],
    ['the agency is below the title', { title: '池州市公安局2020年', agency: '池州市公安局贵池分局' }, null],
    ['title and agency disagree', { title: '合江县2020年', agency: '纳溪区司法局' }, null],
    ['one line names two counties', { title: '合江县和纳溪区2020年' }, null],
    ['a district’s bureau on a city’s site', { agency: '区统计局', siteName: '西安市人民政府' }, null],
    ['a district’s bureau on its site', { agency: '区统计局', siteName: '西安市雁塔区人民政府' }, '610113'],
    ['a city’s bureau on a province’s site', { agency: '市司法局', siteName: '四川省人民政府' }, null],
    ['a city’s bureau on its site', { agency: '市司法局', siteName: '泸州市人民政府' }, '510500'],
    ['copied prose is not read', { title: '贺兰县2020年年报', intro: '灵武市人民政府办公室编制' }, '640122'],
    ['the telephone chooses', { title: '鼓楼区2020年', phone: '0371-22222222' }, '410204'],
    ['the telephone chooses, without hyphen', { title: '鼓楼区2020年', phone: '02583230000' }, '320106'],
    ['the telephone chooses, with brackets', { title: '普陀区2020年', phone: '（021）52564588' }, '310107'],
    ['two telephones choose nothing', { title: '鼓楼区', phone: '025-83230000、0371-22222222' }, null],
    ['the postcode chooses', { title: '鼓楼区2020年', postcode: '350001' }, '350102'],
    ['the postcode leaves two', { title: '鼓楼区2020年', postcode: '210009' }, null],
    [
      'postcode and telephone choose',
      { title: '鼓楼区', postcode: '221000', phone: '0516-85800000' },
      '320302',
    ],
    ['postcode and telephone disagree', { title: '鼓楼区', postcode: '350001', phone: '025-83230000' }, null],
    ['the site code chooses', { title: '鼓楼区2020年', siteCode: '3203020001' }, '320302'],
    ['the site code of the city chooses', { title: '河东区2020年', siteCode: '1200000001' }, '120102'],
    [
      'site code and telephone disagree',
      { title: '鼓楼区', siteCode: '3203020001', phone: '025-83230000' },
      null,
    ],
    [
      'the address holds a site code',
      { title: '鼓楼区', url: 'http://a.cn/b?siteCode=3203020001' },
      '320302',
    ],
    ['the introduction names the city', { title: '西湖区', intro: '江西省南昌市西湖区人民政府' }, '360103'],
    ['a witness makes a common word a name', { title: '东区人民政府', phone: '0812-2222222' }, '510402'],
    [
      'an official name in the title stands',
      { title: '合江县', phone: '025-83230000', siteCode: '3201060001' },
      '510522',
    ],
    ['so does a path', { title: '四川泸州合江县', phone: '025-83230000', postcode: '210009' }, '510522'],
    [
      'of a picture, a name whose unsure letter may be another place’s',
      { title: '泗阳县2020年', sureText: '\ufffd阳县\n\ufffd阳县', rivals: '况兄\n泗洒沭\n' },
      null,
    ],
    [
      'not when it was surely read once',
      { title: '泗阳县2020年', sureText: '\ufffd阳县\n泗阳县', rivals: '泗洒沭\n' },
      '321323',
    ],
    [
      'nor when its city is printed',
      { title: '宿迁市泗阳县2020年', sureText: '宿迁市\ufffd阳县', rivals: '泗洒沭\n' },
      '321323',
    ],
    [
      'nor when the telephone is its city’s',
      { title: '泗阳县2020年', sureText: '\ufffd阳县', rivals: '泗洒沭\n', phone: '0527-85222222' },
      '321323',
    ],
    [
      'nor when its letter could be no other place’s',
      { title: '睢宁县2020年', sureText: '\ufffd宁县', rivals: '睢雕雎唯\n' },
      '320324',
    ],
    ['a short name needs no objection', { title: '芷江县2020年', phone: '025-83230000' }, null],
    ['and is enough without', { title: '芷江县2020年', phone: '0745-6822222' }, '431228'],
    ['an old name needs no objection', { title: '华亭县2020年', phone: '025-83230000' }, null],
    ['a site name needs no objection', { siteName: '合江县人民政府', phone: '025-83230000' }, null],
    ['only a county’s site code', { title: '2020年政府信息公开年报', siteCode: '5105220012' }, '510522'],
    ['only a city’s site code', { title: '2020年政府信息公开年报', siteCode: '5105000012' }, null],
    ['only a department’s site code', { title: '2020年政府信息公开年报', siteCode: 'bm54000001' }, null],
    ['only a telephone', { title: '2020年政府信息公开年报', phone: '0830-5262222' }, null],
    ['only prose', { agency: '区统计局', intro: '由渭滨区统计局编制' }, null],
    [
      'prose and telephone',
      { agency: '区统计局', intro: '由渭滨区统计局编制', phone: '0917-3311111' },
      '610302',
    ],
    [
      'prose and a foreign telephone',
      { agency: '区统计局', intro: '由渭滨区统计局编制', phone: '025-83230000' },
      null,
    ],
    ['prose with only a province', { agency: '区统计局', intro: '根据陕西省规定', postcode: '710000' }, null],
    ['nothing', {}, null],
  ];
  it.each(cases)('%s', (_why, evidence, code) => expectCode(evidence, 2020, code));

  it('keeps every place of the name as candidates, best first', () => {
    const { candidates } = findDivision({ title: '鼓楼区', postcode: '210009' }, 2020, gazetteer);
    expect(candidates.map((each) => each.code)).toEqual(['320106', '320302']);
  });

  it('says what is against a name that stands', () => {
    const { reason } = findDivision({ title: '合江县', phone: '025-83230000' }, 2020, gazetteer);
    expect(reason.en).toContain('against the telephone 025');
  });

  it('gives the province by name', () => {
    expect(findDivision({ title: '合江县' }, 2020, gazetteer).province).toBe('四川省');
    expect(findDivision({ title: '上海市' }, 2020, gazetteer).province).toBe('上海市');
  });
});

describe('anything at all', () => {
  const letters = fc.string({
    unit: fc.constantFrom(...'中国省市县区州旗镇乡和朝阳鼓楼城东北河江海南0123 ()-'),
  });
  const text = fc.option(fc.oneof(fc.string({ unit: 'binary' }), letters), { nil: undefined });
  const evidence = fc.record(
    {
      title: text,
      agency: text,
      siteName: text,
      intro: text,
      postcode: text,
      phone: text,
      url: text,
      siteCode: text,
    },
    { requiredKeys: [] },
  );

  it('never throws, and a code is always one in force in the year', () => {
    fc.assert(
      fc.property(evidence, fc.integer({ min: 2008, max: 2025 }), (given, year) => {
        const result = findDivision(given as DivisionEvidence, year, gazetteer);
        if (result.code === null) return;
        const units = gazetteer.unitsByCode.get(result.code) ?? [];
        const rows = units.flatMap((unit) => unit.rows).filter((row) => row.code === result.code);
        const ok = rows.some((row) => row.firstYear <= year && (row.lastYear ?? 9999) >= year);
        expect(ok, `${result.code} ${year}`).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 2019.5])('takes %d for a year', (year) => {
    expect(findDivision({ title: '合江县' }, year, gazetteer).code).toBe('510522');
  });
});
