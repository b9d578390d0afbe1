import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDoc } from '../../../parsers/doc/read-doc.ts';
import { openDocument } from '../../../parsers/open-document.ts';
import { extractDocument } from '../../../src/pipeline/extract-document.ts';
import { loadGazetteer } from '../../../src/places/load-gazetteer.ts';
import { scoreDocument, type Truth } from '../../golden/score-document.ts';
import { mutated, mutations } from '../docx/mutations.ts';
import { gridLines } from '../docx/office-grid.ts';

const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const truths = JSON.parse(fixture('truth.json').toString()) as readonly Truth[];

test('shapes of text and tables are read as printed', async () => {
  const document = await readDoc(fixture('shapes.doc'));
  expect(document.grids.map(gridLines)).toEqual([
    [
      '0:spacing|1:127',
      '0:hidden|1:27',
      '0:deleted|1:27',
      '0:field|1:27',
      '0:struck|1:〔27〕28',
      '0:raised|1:27〔1〕',
      '0:two/lines|1:27/28',
      '0:quotes “三安全一稳定”|1:',
    ].join('\n'),
    '0v2:一|1+2:二|3:1\n1:三|2:四|3:2\n0+3:五|3:3',
    '0:外|1:内/7',
    '0:内|1:7',
  ]);
  expect(document.text).toBe('双辽市2021年政府信息公开工作年度报告\n合并\n嵌套\n外\n完');
  expect(document.findings).toEqual([]);
});

test('white text and text too small to be seen are no digits; a text box on a cell may hold its number', async () => {
  const { grids } = await readDoc(fixture('unseen.doc'));
  expect(grids.map(gridLines)).toEqual(['0:白字|1:〔7〕27\n0:全白|1:27\n0:小字|1:27\n0:文本框|1:〔图〕']);
});

test.each(truths.map((truth) => [truth.file, truth] as const))('%s is read exactly', async (file, truth) => {
  const extraction = await extractDocument(fixture(file), {}, { gazetteer: loadGazetteer() });
  const score = scoreDocument({ ...truth, published: null }, extraction);
  expect(score).toEqual({ silent: [], inexact: [], missed: [], falseAlarms: [], metadata: [] });
  const placed = extraction.cells.filter(({ status }) => status === 'reported');
  expect(placed.every(({ source }) => source?.kind === 'docx')).toBe(true);
});

const withWord = (at: number, value: number): Buffer => {
  const bytes = Buffer.from(fixture('shapes.doc'));
  const main = bytes.indexOf(Buffer.from([0xec, 0xa5]));
  bytes.writeUInt16LE(value, main + at);
  return bytes;
};

test.each([
  ['a password', withWord(0x0a, 0x1300), 'document.encrypted'],
  ['a version before Word 97', withWord(0, 0xa5dc), 'document.unsupported'],
  ['half a file', fixture('shapes.doc').subarray(0, 6000), 'document.unreadable'],
  ['its first bytes', fixture('shapes.doc').subarray(0, 100), 'document.unreadable'],
])('%s gives a finding', async (_, bytes, rule) => {
  expect((await openDocument(bytes)).findings.map((finding) => finding.rule)).toEqual([rule]);
});

test('a chain of sectors that runs in circles ends', async () => {
  const bytes = Buffer.from(fixture('shapes.doc'));
  const table = 512 * (bytes.readUInt32LE(76) + 1);
  for (let sector = 0; sector < 20; sector++) bytes.writeUInt32LE((sector + 1) % 20, table + 4 * sector);
  expect((await readDoc(bytes)).findings.map(({ rule }) => rule)).toEqual(['document.unreadable']);
});

test.each(['shapes.doc', 'report-2019.doc'])(
  '%s, cut or changed, never throws and never hangs',
  { timeout: 300_000 },
  async (name) => {
    const bytes = fixture(name);
    await fc.assert(
      fc.asyncProperty(mutations(bytes.length), async (changes) => {
        const { grids } = await openDocument(mutated(bytes, changes));
        for (const { rows } of grids) expect(rows.flat().length).toBeLessThan(200_000);
      }),
      { numRuns: 200 },
    );
  },
);
