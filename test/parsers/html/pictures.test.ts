import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../parsers/html/read-html.ts';
import { parseDocument } from '../../../parsers/index.ts';
import { loadGazetteer } from '../../../src/places/load-gazetteer.ts';

const PNG = createCanvas(600, 300).toBuffer('image/png');
const PASTED = `<img src="data:image/png;base64,${PNG.toString('base64')}">`;
const TITLE = '双辽市政府办公室2021年政府信息公开工作年度报告';
const report = (content: string): Buffer =>
  Buffer.from(
    `<title>${TITLE}</title><body><h1>${TITLE}</h1><p>政府信息公开、政府信息公开、政府信息公开。</p>${content}</body>`,
  );
const findingsOf = async (content: string) =>
  (await parseDocument(report(content), { gazetteer: loadGazetteer() })).findings;

describe('pictures of a page', () => {
  it('are kept with the bytes that were pasted in, and their place between the paragraphs', () => {
    const { pictures, paragraphs } = readHtml(`<p>a</p><p>b</p>${PASTED}<p>c</p><img src="table.png">`);
    expect(paragraphs.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
    expect(pictures?.map(({ after, bytes }) => [after, bytes && Buffer.from(bytes).equals(PNG)])).toEqual([
      [2, true],
      [3, null],
    ]);
  });

  it('are found in a table that holds nothing else, but not where a cell stands among others', () => {
    const frame = (cell: string) => `<table><tr><td>${PASTED}</td><td>${cell}</td></tr></table>`;
    expect(readHtml(frame('')).pictures).toHaveLength(1);
    expect(readHtml(frame('12')).pictures).toHaveLength(0);
  });

  it('are told of when a table is missing: how to switch reading on, or that they lie elsewhere', async () => {
    const pasted = await findingsOf(PASTED);
    expect(pasted).toContainEqual(
      expect.objectContaining({ rule: 'document.ocr_missing', severity: 'warning' }),
    );
    const elsewhere = await findingsOf('<img src="https://example.org/table.png">');
    expect(elsewhere).toContainEqual(expect.objectContaining({ rule: 'document.pictures_unread' }));
    expect(elsewhere.map(({ rule }) => rule)).not.toContain('document.ocr_missing');
    expect((await findingsOf('')).map(({ rule }) => rule)).not.toContain('document.pictures_unread');
  });
});
