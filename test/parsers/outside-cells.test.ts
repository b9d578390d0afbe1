import { expect, test } from 'vitest';
import { parseDocument } from '../../parsers/index.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';

const HEAD =
  '<tr><td colspan=4>第二十条第（一）项<tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数';
const NORMATIVE = '<tr><td>行政规范性文件<td>4<td>5<td>6';

async function findingsOf(rows: string) {
  const page = `<h1>双辽市2021年政府信息公开工作年度报告</h1><table>${HEAD}${rows}</table>`;
  const { findings } = await parseDocument(Buffer.from(page), { gazetteer: loadGazetteer() });
  return findings
    .filter(({ rule, message }) => rule === 'table.unmapped' && message.en.includes('outside of every cell'))
    .map(({ variables }) => variables.map((name) => name.replace('disclosure.', '')));
}

const ofRow = (row: string): string[] =>
  ['issued', 'repealed', 'in_force'].map((column) => `${row}.${column}`);

test('a number outside of every cell doubts the row that has something else than numbers', async () => {
  expect(await findingsOf(`<tr><td>规章<td>1</td>2</td><td>3<td>若干${NORMATIVE}`)).toEqual([
    ofRow('regulations'),
  ]);
});

test('where every row has all its numbers it doubts them all', async () => {
  expect(await findingsOf(`<tr><td>规章<td>1</td>2</td><td>3<td>7${NORMATIVE}`)).toEqual([
    [...ofRow('regulations'), ...ofRow('normative_documents')],
  ]);
});

test('blanks and words outside of cells doubt nothing', async () => {
  expect(await findingsOf(`<tr><td>规章<td>1</td>&nbsp;<b>返回</b></td><td>3<td>7${NORMATIVE}`)).toEqual([]);
});
