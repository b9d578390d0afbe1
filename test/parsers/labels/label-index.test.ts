import { describe, expect, test } from 'vitest';
import { meaningsOf } from '../../../parsers/labels/label-index.ts';

const named = (text: string): readonly string[] =>
  meaningsOf(text).map((meaning) => (meaning.kind === 'row' ? meaning.row.id : meaning.kind));

describe('a note in brackets behind a label', () => {
  test.each<[string, string]>([
    ['规章（设区的市、自治州人民政府填报）', '规章'],
    ['规范性文件（决定、通告、意见及标题用“办法”“细则”字样的公文）', '规范性文件'],
    ['行政处罚（含简易程序）', '行政处罚'],
    ['现行有效件数 (历史累计)', '现行有效件数'],
    ['上一年项目数量（指2019年许可事项数）', '上一年项目数量'],
  ])('explains it: %s', (text, label) => {
    expect(named(text)).toEqual(named(label));
    expect(named(text)).not.toEqual([]);
  });

  test.each([
    '行政许可（上年）',
    '行政许可（2020年）',
    '行政处罚（不含简易程序）',
    '规章（其中修订）',
    '规章（含规范性文件）',
    '行政事业性收费（万元）',
    '其他主动公开文件（含通知）',
  ])('makes it another, or none: %s', (text) => expect(named(text)).toEqual([]));
});
