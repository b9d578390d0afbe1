import { expect, test } from 'vitest';
import { parseDocument } from '../../parsers/index.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';

const HEAD =
  '<tr><td colspan=4>第二十条第（一）项<tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数';

async function findingsOf(rows: string, prose = '') {
  const page = `<h1>双辽市2021年政府信息公开工作年度报告</h1>${prose}<table>${HEAD}${rows}</table>`;
  const { findings } = await parseDocument(Buffer.from(page), { gazetteer: loadGazetteer() });
  return findings;
}

const REGULATIONS = '<tr><td>规章<td>1<td>2<td>3';
const NORMATIVE = '<tr><td>行政规范性文件<td>4<td>5<td>6';

test('rows that are printed twice are one finding a table, with what stands in them', async () => {
  const again = '<tr><td>规章<td>7<td>2<td>3<tr><td>行政规范性文件<td>4<td>8<td>';
  const findings = (await findingsOf(REGULATIONS + NORMATIVE + again)).filter(
    ({ rule }) => rule === 'table.duplicate',
  );
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({
    severity: 'warning',
    variables: ['regulations.issued', 'normative_documents.repealed', 'normative_documents.in_force'].map(
      (name) => `disclosure.${name}`,
    ),
  });
  expect(findings[0]?.message.zh).toContain('规章 · 本年制发件数 1 / 7');
  expect(findings[0]?.message.zh).toContain('行政规范性文件 · 本年废止件数 5 / 8');
});

test('many of them are counted', async () => {
  const findings = await findingsOf((REGULATIONS + NORMATIVE).repeat(5));
  const twice = findings.filter(({ rule }) => rule === 'table.duplicate');
  expect(twice.map(({ severity }) => severity)).toEqual(['info']);
  expect(twice[0]?.variables).toHaveLength(6);
});

test('a finding in English has no Chinese words', async () => {
  const prose = '<p>统计期限自2020年1月1日起至2020年12月31日止。</p><p>发布日期：2020-01-20</p>';
  const findings = await findingsOf(REGULATIONS + NORMATIVE + REGULATIONS, prose);
  const rules = findings.map(({ rule }) => rule);
  expect(rules).toEqual(
    expect.arrayContaining(['document.year_conflict', 'table.incomplete', 'table.duplicate']),
  );
  for (const { message } of findings) expect(message.en).not.toMatch(/\p{Script=Han}/u);
});
