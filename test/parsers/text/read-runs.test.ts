import { describe, expect, test } from 'vitest';
import { readRuns } from '../../../parsers/text/read-runs.ts';

const APPLICANTS = '自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计';
const LEVELS = '自然人 法人或其他组织 总计 商业企业 科研机构 社会公益组织 法律服务机构 其他';

const read = (...lines: readonly string[]) => Object.fromEntries(readRuns(lines.join('\n')));
const totals = (text: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(text).filter(([name]) => name.endsWith('.total')));

describe('readRuns', () => {
  test.each([
    ['flat', APPLICANTS],
    ['level by level', LEVELS],
    ['behind prose', `本年共受理 27 件。申请人情况 | ${LEVELS}`],
  ])('counts the numbers behind a label under a header printed %s', (_, header) => {
    expect(read(header, '一、本年新收政府信息公开申请数量', '27', '0', '1', '0', '0', '00', '28')).toEqual({
      'applications.received_new.natural_person': 27,
      'applications.received_new.commercial_enterprise': 0,
      'applications.received_new.research_institution': 1,
      'applications.received_new.public_welfare_org': 0,
      'applications.received_new.legal_service_org': 0,
      'applications.received_new.other_org': 0,
      'applications.received_new.total': 28,
    });
  });

  test.each([
    ['a row with a blank cell', [APPLICANTS, '四、结转下年度继续办理 | 5 | | 0 | 0 | 0 | 0 | 5 |']],
    ['a number broken by a blank', [APPLICANTS, '四、结转下年度继续办理 1 5 0 0 0 0 0 15']],
    [
      'a row under a header in another order',
      [
        '总计 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他',
        '四、结转下年度继续办理 5 0 0 0 0 0 5',
      ],
    ],
    ['a label with other words before it', [APPLICANTS, '其中：往年的 四、结转下年度继续办理 5 0 0 0 0 0 5']],
    ['a row without its header', ['四、结转下年度继续办理 5 0 0 0 0 0 5']],
    ['an amount in another unit', ['信息内容 本年收费金额（单位：元） 行政事业性收费 17986600']],
  ])('%s is not found rather than guessed', (_, lines) => {
    expect(read(...lines)).toEqual({});
  });

  test('a placeholder keeps its place and has no number', () => {
    expect(totals(read(APPLICANTS, '四、结转下年度继续办理 5 / / / / — 5'))).toEqual({
      'applications.carried_out.total': 5,
    });
  });

  test('a label that several rows have means the one that the form prints next', () => {
    const before = '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 1 0 0 0 0 0 1';
    expect(totals(read(APPLICANTS, before, '3.其他 2 0 0 0 0 0 2'))).toEqual({
      'applications.other_fee_unpaid.total': 1,
      'applications.other_other.total': 2,
    });
    const duplicates = '2.重复申请 1 0 0 0 0 0 1';
    expect(totals(read(APPLICANTS, duplicates, '其他 2 0 0 0 0 0 2'))).toEqual({
      'applications.rejected_duplicate.total': 1,
    });
  });

  test('a row printed twice is found when both say the same', () => {
    const row = (total: number) => `四、结转下年度继续办理 5 0 0 0 0 0 ${total}`;
    expect(totals(read(APPLICANTS, row(5), APPLICANTS, row(5)))).toEqual({
      'applications.carried_out.total': 5,
    });
    expect(totals(read(APPLICANTS, row(5), APPLICANTS, row(6)))).toEqual({});
  });

  test('the header of three columns is not taken for its last one', () => {
    expect(read('信息内容 上一年项目数量 本年增/减 处理决定数量', '行政许可 27 -3 4,363')).toEqual({
      'disclosure.licences.items_last_year': 27,
      'disclosure.licences.items_change': -3,
      'disclosure.licences.decisions': 4363,
    });
  });

  test('the table of challenges has no labels', () => {
    const outcomes = '结果维持 结果纠正 其他结果 尚未审结 总计';
    const header = `行政复议 行政诉讼 ${outcomes} 未经复议直接起诉 复议后起诉 ${outcomes} ${outcomes}`;
    const found = read(header, '1 2 3 4 10 0 0 0 0 0 5 6 7 8 26');
    expect(Object.keys(found)).toHaveLength(15);
    expect(found).toMatchObject({
      'challenges.reconsideration.total': 10,
      'challenges.litigation_after_reconsideration.upheld': 5,
    });
  });

  test('the figures of the statistics table stand behind their units', () => {
    const found = read(
      '统计指标 | 单位 | 统计数',
      '四、行政复议数量 | 件 | 3',
      '（一）维持具体行政行为数 | 件 | 1',
      '（二）被依法纠错数 | 件 | 2',
      '（三）其他情形数 | 件 | 0',
    );
    expect(found).toEqual({
      'statistics.reconsiderations': 3,
      'statistics.reconsiderations_upheld': 1,
      'statistics.reconsiderations_corrected': 2,
      'statistics.reconsiderations_otherwise': 0,
    });
  });
});
