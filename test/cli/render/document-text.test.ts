import { describe, expect, test } from 'vitest';
import type { DocumentResult } from '../../../src/cli/document-record.ts';
import { renderDocument } from '../../../src/cli/render/document-text.ts';
import { choosePaint, plain } from '../../../src/cli/render/paint.ts';
import { widthOf } from '../../../src/cli/render/width.ts';
import { FORM_2019, formVariables } from '../../../src/forms/index.ts';
import type { Language } from '../../../src/model/status.ts';
import { capture, handMade } from '../hand-made.ts';

const name = { file: '双辽.txt' };
const render = (lang: Language, result: DocumentResult = handMade(), width = 100) =>
  renderDocument(name, result, { lang, paint: plain, width });
const boxLines = (text: string) => text.split('\n').filter((line) => /^[│┌├└]/.test(line));
const rowOf = (text: string, label: string) => {
  const line = text.split('\n').find((candidate) => candidate.includes(`│`) && candidate.includes(label));
  return line
    ?.split('│')
    .slice(1, -1)
    .map((cell) => cell.trim());
};

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  test.each([100, 78])('every table keeps its lines equally long, within %i columns', (width) => {
    const text = render(lang, handMade(), width);
    for (const line of text.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(width);
    for (const table of text.split('┌').slice(1)) {
      const lines = boxLines(`┌${table}`);
      expect(new Set(lines.map(widthOf)).size).toBe(1);
    }
  });

  test('the form of 2019 fits too', () => {
    const cells = formVariables(FORM_2019).map(({ name: variable }) => ({
      variable,
      value: 123456,
      raw: '123456',
      status: 'reported' as const,
      source: null,
    }));
    const base = handMade();
    const text = render(lang, { ...base, cells, findings: [], report: { ...base.report, form: '2019' } });
    const lines = boxLines(text);
    expect(lines.length).toBeGreaterThan(50);
    expect(text).toContain(lang === 'zh' ? '第二十条第（九）项' : 'Article 20, item 9');
    expect(rowOf(text, lang === 'zh' ? '（六）其他处理' : '(6) Other processing')).toHaveLength(8);
  });
});

test('each cell is shown by its value or by the sign of its status', () => {
  const text = render('zh');
  expect(rowOf(text, '规章')).toEqual(['规章', '', '不涉及', '!']);
  expect(rowOf(text, '行政许可')).toEqual(['行政许可', '9737']);
  expect(rowOf(text, '一、本年新收')?.slice(1)).toEqual(['27¹', '0', '0', '0', '0', '0', '27²']);
  expect(rowOf(text, '（二）部分公开')?.slice(1)).toEqual(['[2]', '0', '0', '0', '0', '?', '0']);
  expect(rowOf(text, '5.属于三类内部事务信息')?.[5]).toBe('0³');
});

test('groups stand as headings and the way of printing that was not used is left out', () => {
  const text = render('zh');
  expect(rowOf(text, '三、本年度办理结果')).toHaveLength(1);
  expect(rowOf(text, '（三）不予公开')).toHaveLength(1);
  expect(rowOf(text, '（六）其他处理')).toHaveLength(1);
  expect(boxLines(text).filter((line) => line.includes('其他处理'))).toHaveLength(1);
});

test('without a table the counts of the prose are shown, and that there is none', () => {
  const base = handMade();
  const claim = { text: '受理申请37件', start: 0, end: 7, scope: 'agency' as const };
  const text = render('en', {
    ...base,
    ...{ report: { ...base.report, form: null }, cells: [], findings: [] },
    claims: [{ ...claim, variable: 'applications.received_new.total', value: 37 }],
  });
  expect(text).toContain('No table of any form was read');
  expect(text).toContain('1. Received this year · total: 37 (受理申请37件)');
});

test('findings are told by severity, in words, with their arithmetic', () => {
  const text = render('zh').split('发现 3 个问题')[1] ?? '';
  expect(text.indexOf('错误')).toBeLessThan(text.indexOf('提示'));
  expect(text).toContain('27 + 1 = 28，表中为 27 + 0 = 27（应为 28，实为 27，相差 -1）');
  expect(text).toContain('61 项相符，2 项不符，1 项无法核对');
  expect(text).toContain('四、结转下年度继续办理 · 自然人 → 1');
  expect(text).not.toMatch(/applications\.|natural_person|carried_out/);
  expect(text).toContain('各类申请人之和应等于总计 · （二）部分公开：有一格不确定');
});

test.each([
  [{ localised: true, alternatives: 1 }, '最小的改法只有这一种', 'the only change as small'],
  [
    { localised: false, alternatives: 3 },
    '同样小的改法共 3 种，不能确定是哪一种',
    'one of 3 equally small changes: which it is cannot be told',
  ],
])('a suggested change says how many are as small: %o', (rank, zh, en) => {
  const base = handMade();
  const [first] = base.findings;
  if (!first) throw new Error('the record has no finding');
  const suggestion = {
    ...{ changes: { 'applications.carried_out.total': 1 }, why: { zh: '误填为零', en: 'a zero' } },
    ...{ repairs: 1, breaks: 0, typos: [], ...rank },
  };
  const record = { ...base, findings: [{ ...first, confirmed: true, suggestions: [suggestion] }] };
  const flat = (lang: Language): string => render(lang, record, 400);
  expect(flat('zh')).toContain(`（误填为零）；${zh}`);
  expect(flat('zh')).toContain('换一种读法，数字相同');
  expect(flat('en')).toContain(`(a zero); ${en}`);
});

test('the legend explains the signs that occur and no other', () => {
  const text = render('en').replaceAll('\n', ' ');
  expect(text).toContain('? = numbers whose column is not certain');
  expect(text).toContain('[n] = follows from arithmetic');
  expect(text).not.toContain('· = not printed;');
});

test('a document without a form has no table, only the reason', () => {
  const result = handMade();
  const nothing = {
    ...result,
    report: { ...result.report, form: null, title: null, agency: null },
    cells: [],
    findings: result.findings.slice(0, 1),
  };
  const text = render('en', nothing);
  expect(text).toContain('(no title found)');
  expect(boxLines(text)).toEqual([]);
});

test('a table that is missing is said to be, not drawn empty', () => {
  const result = handMade();
  const cells = result.cells.map((cell) =>
    cell.variable.startsWith('challenges.') ? { ...cell, value: null, status: 'no_table' as const } : cell,
  );
  expect(render('zh', { ...result, cells })).toContain(
    '四、政府信息公开行政复议、行政诉讼情况\n报告中没有找到这张表',
  );
});

test('text of the document cannot steer the terminal', () => {
  const evil = '\u001b]0;owned\u0007\u202e\u009b2J';
  const result = handMade();
  const [finding] = result.findings;
  const text = renderDocument(
    { file: `${evil}.txt`, url: `http://x/${evil}` },
    {
      ...result,
      report: { ...result.report, title: evil, agency: evil, place: evil },
      cells: result.cells.map((cell) => (cell.status === 'dash' ? { ...cell, raw: evil } : cell)),
      findings: finding
        ? [{ ...finding, rule: evil, scope: evil, message: { zh: evil, en: evil }, variables: [evil, 'b'] }]
        : [],
    },
    { lang: 'en', paint: plain, width: 100 },
  );
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

test('colours are for terminals that want them', () => {
  const { stdout } = capture({ stdout: true });
  const file = capture().stdout;
  expect(choosePaint(stdout, {})('red', 'x')).toBe('\u001b[31mx\u001b[39m');
  expect(choosePaint(stdout, { NO_COLOR: '1' })('red', 'x')).toBe('x');
  expect(choosePaint(file, {})('red', 'x')).toBe('x');
});
