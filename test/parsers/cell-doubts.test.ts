import { expect, test } from 'vitest';
import { parseDocument } from '../../parsers/index.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';

const HEAD =
  '<tr><td colspan=4>第二十条第（一）项<tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数';

/** What is read of one cell of a report, as its markup prints it. */
async function readCell(markup: string, rows = `${HEAD}<tr><td>规章${markup}<td>2<td>3`) {
  const page = `<h1>双辽市2021年政府信息公开工作年度报告</h1><table>${rows}</table>`;
  const { cells, findings } = await parseDocument(Buffer.from(page), { gazetteer: loadGazetteer() });
  const name = rows.startsWith(HEAD) ? 'disclosure.regulations.issued' : 'disclosure.fees.amount_10k_yuan';
  const { status, value, raw } = cells.find(({ variable }) => variable === name) ?? {};
  const said = findings.filter(({ variables }) => variables.length === 1 && variables[0] === name);
  return { status, value, raw, rules: said.map(({ rule, severity }) => `${rule} ${severity}`) };
}

test.each([
  ['9007199254740993', 'unreadable', null, ['cell.unreadable warning']],
  ['1000000001', 'reported', 1_000_000_001, ['cell.implausible warning']],
  ['1000000000', 'reported', 1_000_000_000, []],
])('the size of %s', async (printed, status, value, rules) => {
  expect(await readCell(`<td>${printed}`)).toEqual({ status, value, raw: printed, rules });
});
