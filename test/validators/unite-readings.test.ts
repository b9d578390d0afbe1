import { expect, test } from 'vitest';
import { parseDocument } from '../../parsers/index.ts';
import type { Reading } from '../../src/model/extraction.ts';
import { extractReport } from '../../src/pipeline/extract-document.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { uniteReadings } from '../../src/validators/unite-readings.ts';

const gazetteer = loadGazetteer();
const read = (text: string): Promise<Reading> => parseDocument(Buffer.from(text), { gazetteer });

const disclosure = (licences: number) => `第二十条第（五）项 | |
信息内容 | 本年处理决定数量 |
行政许可 | ${licences} |
第二十条第（六）项 | |
信息内容 | 本年处理决定数量 |
行政处罚 | 3 |
行政强制 | 4 |`;
const page = (body: string) => `来凤县2022年政府信息公开工作年度报告
根据《中华人民共和国政府信息公开条例》，现公布2022年政府信息公开工作年度报告。政府信息公开，政府信息公开。
发布日期：2023-01-20
二、主动公开政府信息情况
${body}`;

test('a page without tables takes its numbers from the attachment, and keeps what it knows itself', async () => {
  const { reading, winner } = uniteReadings([await read(page('（见附件）')), await read(disclosure(7))]);
  expect(winner).toBe(1);
  expect(reading.report).toMatchObject({
    division: '422827',
    year: 2022,
    published: '2023-01-20',
    form: '2021',
  });
  expect(reading.cells.find((cell) => cell.variable === 'disclosure.licences.decisions')?.value).toBe(7);
  expect(reading.findings.map((finding) => finding.rule)).not.toContain('document.place_unknown');
});

test('numbers on which page and attachment disagree are named', async () => {
  const { reading, winner } = uniteReadings([await read(page(disclosure(7))), await read(disclosure(70))]);
  expect(winner).toBe(0);
  const finding = reading.findings.find((candidate) => candidate.rule === 'document.attachment_differs');
  expect(finding).toMatchObject({ severity: 'warning', variables: ['disclosure.licences.decisions'] });
  expect(finding?.message.en).toContain('7 / 70');
});

test('documents that agree say nothing', async () => {
  const { reading } = uniteReadings([await read(page(disclosure(7))), await read(disclosure(7))]);
  expect(reading.findings.map((finding) => finding.rule)).not.toContain('document.attachment_differs');
});

const GROUP = '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计';
const challenges = `行政复议 | 行政诉讼 |
${GROUP} | 未经复议直接起诉 | 复议后起诉 |
${GROUP} | ${GROUP} |
1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |`;

test('a table that another file alone prints is told of, though it does not tell its year', async () => {
  const { extraction, winner } = await extractReport(
    [page('（见附件）'), challenges, disclosure(7)].map((text) => ({ bytes: Buffer.from(text), origin: {} })),
    { gazetteer },
  );
  expect(winner).toBe(1);
  expect(extraction.findings.filter(({ rule }) => rule === 'document.attachment_holds')).toMatchObject([
    {
      severity: 'warning',
      variables: ['licences', 'penalties', 'compulsory_measures'].map((row) => `disclosure.${row}.decisions`),
    },
  ]);
});

test('an attachment of another year is not taken for the same report without a word', async () => {
  const other = page(disclosure(7)).replaceAll('2022', '2021');
  const { reading } = uniteReadings([await read(page(disclosure(7))), await read(other)]);
  const finding = reading.findings.find((candidate) => candidate.rule === 'document.attachment_differs');
  expect(finding?.message.en).toContain('2022 / 2021');
});

test('a fuller attachment of another year does not take the place of a page that prints numbers', async () => {
  const small = page(disclosure(7).split('\n').slice(0, 3).join('\n'));
  const other = page(disclosure(70)).replaceAll('2022', '2021');
  const { reading, winner } = uniteReadings([await read(small), await read(other)]);
  expect(winner).toBe(0);
  expect(reading.report.year).toBe(2022);
  const finding = reading.findings.filter((candidate) => candidate.rule === 'document.attachment_differs');
  expect(finding.map(({ message }) => message.en)).toEqual([
    'Page and attachment do not look like one report: 2022 / 2021.',
  ]);
});
