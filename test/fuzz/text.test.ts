import fc from 'fast-check';
import { test } from 'vitest';
import { expectReading, runs, TIMEOUT_MS } from './is-reading.ts';
import { tableText } from './table-text.ts';

const separator = fc.constantFrom(
  '|',
  ' | ',
  '||',
  '\n',
  '\n|\n',
  ' ',
  '\u3000',
  '|||||||||',
  '\t',
  '\r\n',
  '｜',
);
const lines = fc
  .array(fc.tuple(tableText, separator), { maxLength: 250 })
  .map((pieces) => `某县2021年政府信息公开工作年度报告\n${pieces.flat().join('')}`);

test('labels, numbers and bars in any order give a reading', { timeout: TIMEOUT_MS }, async () => {
  await fc.assert(
    fc.asyncProperty(lines, async (text) => {
      await expectReading(Buffer.from(text));
    }),
    { numRuns: runs(250) },
  );
});

test('any text gives a reading', { timeout: TIMEOUT_MS }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 3000 }), async (text) => {
      await expectReading(Buffer.from(text));
    }),
    { numRuns: runs(100) },
  );
});

test('the same piece many times over gives a reading', { timeout: TIMEOUT_MS }, async () => {
  await fc.assert(
    fc.asyncProperty(
      tableText,
      separator,
      fc.integer({ min: 1, max: 20_000 }),
      async (text, between, times) => {
        await expectReading(Buffer.from(`${text}${between}`.repeat(times)));
      },
    ),
    { numRuns: runs(15) },
  );
});
