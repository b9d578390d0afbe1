import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isReportAddress,
  type Judgement,
  judgeLink,
  sortLinks,
  speaksOfReports,
} from '../../scrapers/discover-reports.ts';
import { REAL_ADDRESSES } from './real-addresses.ts';

const COLUMN = 'http://www.example.gov.cn/zwgk/zfxxgknb/';
const inReports = { url: COLUMN, inReports: true };
const elsewhere = { url: 'http://www.example.gov.cn/zwgk/', inReports: false };
const ARTICLE = `${COLUMN}202201/t20220120_100001.html`;

describe('titles of reports in their many wordings', () => {
  const TITLES = [
    '双辽市2021年政府信息公开工作年度报告',
    '2022年度平和县人民政府政府信息公开工作年度报告',
    '教育局关于2020年度政府信息公开工作的年度报告',
    '政府信息公开工作2013年年度报告',
    '永嘉县农业局2010年政府信息公开年报',
    '某区统计局2018年度信息公开年度报告',
    '2008年政府信息公开工作情况报告',
    '某县2016年度政府信息公开报告',
    '某县二〇一二年政府信息公开年度报告',
    '２０１９年政府信息公开工作年度报告',
    '某镇 2021 年政府信息公开 工作年度报告（文字版）',
    '双辽市人民政府办公室2021年政府信息公开工作年...',
    '2015年某县政务公开工作年度报告',
    '2014年年度报告（政府信息公开）',
  ];
  test.each(TITLES)('%s', (title) => {
    expect(speaksOfReports(title)).toBe(true);
    expect(judgeLink({ url: ARTICLE, title }, elsewhere)).toBe('report');
  });
});

describe('titles that are none', () => {
  const TITLES: readonly (readonly [title: string, judgement: Judgement])[] = [
    ['关于做好2021年政府信息公开工作年度报告编制工作的通知', 'notice'],
    ['国务院办公厅政府信息与政务公开办公室关于印发《政府信息公开工作年度报告格式》的通知', 'notice'],
    ['关于报送2022年度政府信息公开工作年度报告的函', 'notice'],
    ['《2022年大明湖街道政府信息公开工作年度报告》文字解读', 'interpretation'],
    ['一图读懂某区2023年政府信息公开工作年度报告', 'interpretation'],
    ['【图解】2020年政府信息公开年度报告', 'interpretation'],
    ['某县水利局政府信息公开指南（年报）', 'guide'],
    ['贵州省政府发布2016年政府信息公开工作年度报告', 'news'],
    ['某区召开政府信息公开年度报告编制培训会', 'news'],
    ['2023年政府网站工作年度报表', 'other'],
    ['2022年法治政府建设年度报告', 'other'],
    ['某县2021年国民经济和社会发展统计公报', 'other'],
    ['依申请公开', 'other'],
    ['首页', 'other'],
  ];
  test.each(TITLES)('%s', (title, judgement) => {
    expect(judgeLink({ url: ARTICLE, title }, elsewhere)).toBe(judgement);
  });

  test('the yearly report of another subject is told of where it stands among the reports', () => {
    const link = { url: ARTICLE, title: '2022年法治政府建设年度报告' };
    expect(judgeLink(link, inReports)).toBe('other_report');
  });
});

describe('lists of reports', () => {
  const LISTS: readonly (readonly [url: string, title: string])[] = [
    ['/zwgk/zfxxgknb/', '政府信息公开年报'],
    ['/xxgk/xxgknb/', '信息公开年度报告'],
    ['/col/col12696/index.html', '政府信息公开工作年度报告'],
    ['/zwgk/ndbg/', '年度报告'],
  ];
  test.each(LISTS)('from anywhere: %s %s', (path, title) => {
    expect(judgeLink({ url: `http://www.example.gov.cn${path}`, title }, elsewhere)).toBe('list');
  });

  const BELOW: readonly (readonly [url: string, title: string])[] = [
    ['2021n/', '2021年'],
    ['2019nian/', '2019年度'],
    ['2020/', '2020'],
    ['2022/2022bmdnbg/', '2022年部门年报'],
    ['2020/sjbm/', '2020年市直部门'],
  ];
  test.each(BELOW)('within a column of reports: %s %s', (path, title) => {
    expect(judgeLink({ url: COLUMN + path, title }, inReports)).toBe('list');
    expect(judgeLink({ url: COLUMN + path, title: title.slice(0, 4) }, elsewhere)).toBe('other');
  });
});

describe('sorting the links of a page', () => {
  const report = (title: string, name: string) => ({ title, url: `${COLUMN}202201/${name}` });

  test('the version made of pictures gives way to the version made of text', () => {
    const text = report('某局2025年政府信息公开工作年度报告（文字版）', 't20260120_1.html');
    const pictures = report('某局2025年政府信息公开工作年度报告（图片版）', 't20260120_2.html');
    const { reports, leftOut } = sortLinks([pictures, text], inReports);
    expect(reports).toEqual([text]);
    expect(leftOut).toEqual([{ ...pictures, reason: 'graphic_twin' }]);
  });

  test('a version made of pictures that stands alone is the report', () => {
    const pictures = report('某局2019年政府信息公开工作年度报告（图片版）', 't20200120_2.html');
    expect(sortLinks([pictures], inReports).reports).toEqual([pictures]);
  });

  test('the page for telephones gives way, unless it stands alone', () => {
    const title = '某区2023年政府信息公开工作年度报告';
    const wap = report(title, 't20240327_13086081_wap.html');
    const plain = report(title, 't20240327_13086081.html');
    expect(sortLinks([wap, plain], inReports).leftOut).toEqual([{ ...wap, reason: 'mobile_twin' }]);
    expect(sortLinks([wap], inReports).reports).toEqual([wap]);
  });

  test('an address that is linked twice is taken once, with its longer title and its date', () => {
    const whole = report('某局2021年政府信息公开工作年度报告', 't20220120_1.html');
    const links = [{ ...whole, title: '', date: '2022-01-20' }, whole, { ...whole, title: '详情' }];
    expect(sortLinks(links, inReports).reports).toEqual([{ ...whole, date: '2022-01-20' }]);
  });

  test('columns of bodies below the page are followed, those of its neighbours are not', () => {
    const below = { url: `${COLUMN}jyj/`, title: '教育局' };
    const beside = { url: 'http://www.example.gov.cn/wjw/zfxxgknb/', title: '卫生健康局' };
    const other = report('某县2021年政府信息公开工作年度报告', 't20220120_1.html');
    expect(sortLinks([below, beside, other], inReports).lists).toEqual([below]);
  });

  test('a page that holds columns of bodies and no report is their index', () => {
    const links = ['jyj', 'wjw', 'yfz'].map((name) => ({
      url: `http://www.example.gov.cn/${name}/zfxxgknb/`,
      title: `${name === 'yfz' ? '永丰镇' : `${name}局`.replace(/^[a-z]+/, '教育')}`,
    }));
    expect(sortLinks(links, inReports).lists).toEqual(links);
  });

  test('the column above and the page itself are no lists below it', () => {
    const above = { url: 'http://www.example.gov.cn/zwgk/', title: '政府信息公开年报' };
    const self = { url: `${COLUMN}index.html`, title: '政府信息公开年报' };
    expect(sortLinks([above, self], inReports).lists).toEqual([]);
  });

  test('nothing that a page can say makes it throw', () => {
    const link = fc.record({
      url: fc.webUrl({ withQueryParameters: true }),
      title: fc.string({ unit: 'binary' }),
    });
    fc.assert(
      fc.property(fc.array(link, { maxLength: 12 }), fc.boolean(), (links, within) => {
        const { reports, lists, leftOut } = sortLinks(links, { url: COLUMN, inReports: within });
        expect(reports.length + lists.length + leftOut.length).toBeLessThanOrEqual(links.length);
      }),
      { seed: 20210131, numRuns: 60 },
    );
  });
});

describe('addresses that were read in public', () => {
  const reports = REAL_ADDRESSES.filter(({ kind }) => kind === 'report');

  test.each(reports)(
    '$url with its usual title is a report, or the column that is one',
    ({ url, agency, year }) => {
      const title = `${agency.replace(/[（(].*/, '')}${year}年政府信息公开工作年度报告`;
      expect(judgeLink({ url, title }, elsewhere)).toBe('report');
    },
  );

  test('most name a column of reports, so that their list is known by its address', () => {
    const folders = reports.filter(({ url }) => isReportAddress(url));
    expect(folders.length / reports.length).toBeGreaterThan(0.5);
  });
});
