import { describe, expect, test } from 'vitest';
import {
  cleanText,
  hasText,
  labelOrdinal,
  normaliseLabel,
  stripResidue,
} from '../../parsers/normalise-label.ts';
import { countProcessorTime } from '../processor-time.ts';

describe('normaliseLabel', () => {
  test.each([
    ['（二）部分公开', '部分公开'],
    ['(2)部分 公开', '部分公开'],
    ['(二) 部分公开', '部分公开'],
    ['二、上年结转政府信息公开申请数量', '上年结转政府信息公开申请数量'],
    ['l六、其他需要报告的事项', '其他需要报告的事项'],
    ['T(七)总计', '总计'],
    ['1.属于国家秘密', '属于国家秘密'],
    ['1．属于国家秘密', '属于国家秘密'],
    ['1、属于国家秘密', '属于国家秘密'],
    ['1属于国家秘密', '属于国家秘密'],
    ['①属于国家秘密', '属于国家秘密'],
    ['3.危及“三安全一稳定”', '危及三安全一稳定'],
    ['3.危及"三安全一稳定"', '危及三安全一稳定'],
    ['情　形', '情形'],
    ['情\u00a0形', '情形'],
    ['规\u200b章', '规章'],
    ['规\n章', '规章'],
    ['⾏政复议', '行政复议'],
    ['⻓安', '长安'],
    ['本年增/减', '本年增减'],
    ['第二十條第（五）項', '第二十条第五项'],
    ['法律服務(wù)機構', '法律服务机构'],
    ['予以公(gong)開(kāi)', '予以公开'],
    ['本年收费金额（单位：万元）', '本年收费金额单位万元'],
    ['总体情况(宋体加粗小四号字)', '总体情况'],
    ['一、总体情况（黑体三号字）', '总体情况'],
    ['第二十条第（一）项', '第二十条第一项'],
    ['一', '一'],
    ['12', '12'],
    ['', ''],
    ['——', ''],
  ])('%j is compared as %j', (printed, expected) => expect(normaliseLabel(printed)).toBe(expected));

  test('what is normalised stays as it is', () => {
    for (const label of ['部分公开', '危及三安全一稳定', '第二十条第一项', '其他'])
      expect(normaliseLabel(normaliseLabel(label))).toBe(normaliseLabel(label));
  });

  test('prose of a megabyte costs nothing', () => {
    const spentMs = countProcessorTime();
    expect(normaliseLabel('（公开'.repeat(1 << 18)).length).toBeLessThanOrEqual(120);
    expect(spentMs()).toBeLessThan(100);
  });
});

test.each([
  '（二）部分公开 ᠬᠤᠪᠢ',
  '（二）部分公开\nབོད་ཡིག་གསལ་བསྒྲགས།',
  'ئۇيغۇرچە （二）部分公开',
  '（二）部分公开 부분 공개',
])('of %j, which is printed in two languages, the Chinese counts', (printed) => {
  expect(normaliseLabel(printed)).toBe(normaliseLabel('（二）部分公开'));
  expect(labelOrdinal(printed)).toBe('二');
  expect(normaliseLabel('བོད་ཡིག')).not.toBe('');
});

describe('labelOrdinal', () => {
  test.each([
    ['（二）部分公开', '二'],
    ['(2)部分公开', '2'],
    ['7.属于行政执法案卷', '7'],
    ['7属于行政执法案卷', '7'],
    ['四、结转下年度继续办理', '四'],
    ['规章', null],
    ['2021年', null],
  ])('%j begins with %j', (printed, ordinal) => expect(labelOrdinal(printed)).toBe(ordinal));
});

describe('cleanText', () => {
  test.each([
    [' a\u00a0\u3000b ', 'a b'],
    ['\ufeff12\u200b', '12'],
    ['1\n2', '1 2'],
    ['\u00ad', ''],
  ])('%j is %j to the eye', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
    expect(hasText(text)).toBe(clean !== '');
  });
});

test('stripResidue keeps brackets that a template did not leave', () => {
  expect(stripResidue('五、存在问题及改进情况(宋体加粗小四号字)')).toBe('五、存在问题及改进情况');
  expect(stripResidue('（一）予以公开')).toBe('（一）予以公开');
});
