import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appendResource } from '../../src/archive/append-resource.ts';
import { variableSeeds } from '../../src/cli/variable-seeds.ts';
import { extractDocument, extractReport } from '../../src/pipeline/extract-document.ts';
import { storeDocument } from '../../src/pipeline/store-document.ts';
import { verifyCell } from '../../src/pipeline/verify-cell.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { findReports } from '../../src/store/release/find-cell.ts';
import { seedVariables } from '../../src/store/seed-variables.ts';
import { DATE, tempArchive } from '../archive/temp-archive.ts';
import { tempStore } from '../store/temp-store.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
const gazetteer = loadGazetteer();
const PAGE = Buffer.from(
  `<html><head><title>双辽市教育局2021年政府信息公开工作年度报告</title></head><body><div>
<h1>双辽市教育局2021年政府信息公开工作年度报告</h1><p>发布日期：2022-01-20</p>
<p>一、总体情况。本年度收到政府信息公开申请27件。报告全文见附件。</p><a href="report.pdf">附件</a></div></body></html>`,
);

const text = readFileSync(join(FIXTURES, 'generated/text-l2-2021-33.txt'), 'utf8');

test.each([
  { name: 'report.pdf', kind: 'pdf', attachment: readFileSync(join(FIXTURES, 'pdf/office-dotted.pdf')) },
  // The page alone knows whose it is and of which year.
  {
    ...{ name: 'tables.txt', kind: 'text' },
    attachment: Buffer.from(text.slice(text.indexOf('二、主动公开政府信息情况'))),
  },
])('a number that $name prints is read again from it, without the page it hangs on', async (given) => {
  const attachment = new Uint8Array(given.attachment);
  const documents = [
    { bytes: new Uint8Array(PAGE), origin: { url: 'http://www.shuangliao.gov.cn/a.html' } },
    { bytes: attachment, origin: { url: `http://www.shuangliao.gov.cn/${given.name}` } },
  ];
  const { extraction, winner } = await extractReport(documents, { gazetteer });
  expect(winner).toBe(1);

  const [store, archive] = [tempStore(), await tempArchive()];
  seedVariables(store, variableSeeds());
  const places = [];
  for (const { bytes, origin } of documents)
    places.push(await appendResource(archive, bytes, { ...origin, date: DATE }));
  const archived = places[winner] ?? expect.unreachable();
  storeDocument(
    {
      ...{ sha256: extraction.sha256, byteLength: attachment.length, kind: given.kind },
      ...{ origin: documents[1]?.origin ?? {}, archived },
    },
    extraction,
    { store, parserVersion: '0.1.0' },
  );

  const [report] = findReports(store, '1');
  if (!report) return expect.unreachable();
  const read: Buffer[] = [];
  const reading = extractDocument(attachment, documents[1]?.origin ?? {}, { gazetteer });
  const deps = {
    ...{ store, archive: archive.dir },
    extract: (bytes: Uint8Array) => {
      read.push(Buffer.from(bytes));
      return reading;
    },
  };
  // Every one of them, also those that arithmetic filled in and those that are not printed.
  for (const { variable } of extraction.cells)
    expect(await verifyCell(report, variable, deps)).toMatchObject({ equal: true });
  expect(read.every((bytes) => bytes.equals(attachment))).toBe(true);
  expect(extraction.cells.filter(({ status }) => status === 'reported').length).toBeGreaterThan(100);
});
