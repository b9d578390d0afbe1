import fc from 'fast-check';
import { test } from 'vitest';
import { expectReading, runs, TIMEOUT_MS } from './is-reading.ts';
import { tableText } from './table-text.ts';

const span = fc.oneof(
  fc.constant(''),
  fc.integer({ min: -1, max: 30 }).map(String),
  fc.constantFrom('0', '1e9', '99999999999', 'x', '2.5', ' 3 ', '"'),
);
const cell = fc
  .record({
    tag: fc.constantFrom('td', 'th', 'TD', 'p', 'tr', 'table', 'div'),
    colspan: span,
    rowspan: span,
    text: tableText,
    close: fc.boolean(),
    style: fc.constantFrom('', ' style="display:none"', ' hidden', ' align=center'),
  })
  .map(({ tag, colspan, rowspan, text, close, style }) => {
    const spans = `${colspan === '' ? '' : ` colspan="${colspan}"`}${rowspan === '' ? '' : ` rowspan=${rowspan}`}`;
    return `<${tag}${spans}${style}>${text}${close ? `</${tag}>` : ''}`;
  });
const row = fc
  .record({ cells: fc.array(cell, { maxLength: 18 }), open: fc.boolean(), close: fc.boolean() })
  .map(({ cells, open, close }) => `${open ? '<tr>' : ''}${cells.join('')}${close ? '</tr>' : ''}`);
const table = fc
  .record({ rows: fc.array(row, { maxLength: 12 }), close: fc.boolean() })
  .map(({ rows, close }) => `<table>${rows.join('\n')}${close ? '</table>' : ''}`);
const page = fc
  .array(
    fc.oneof(
      table,
      tableText,
      fc.string().map((text) => `<p>${text}`),
    ),
    { maxLength: 8 },
  )
  .map((parts) => `<html><body><h1>某县2021年政府信息公开工作年度报告</h1>${parts.join('')}`);

test('pages of table tags in any order give a reading', { timeout: TIMEOUT_MS }, async () => {
  await fc.assert(
    fc.asyncProperty(page, async (markup) => {
      await expectReading(Buffer.from(markup));
    }),
    { numRuns: runs(250) },
  );
});

test('deep and unclosed nesting gives a reading', { timeout: TIMEOUT_MS }, async () => {
  const opening = fc.constantFrom(
    '<table><tr><td>',
    '<div>',
    '<p><b>',
    '<ul><li>',
    '<td>',
    '<tr>',
    '<!--',
    '<span ',
  );
  await fc.assert(
    fc.asyncProperty(opening, fc.integer({ min: 1, max: 3000 }), tableText, async (tag, times, text) => {
      await expectReading(Buffer.from(`${tag.repeat(times)}${text}`));
    }),
    { numRuns: runs(25) },
  );
});
