import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHtml } from '../../parsers/html/read-html.ts';

const span = fc.oneof(
  fc.constantFrom('', '0', '1', '2', '3', '-1', 'x', '2.5', '999999999999', ' 2 ', '+2'),
  fc.integer({ min: 0, max: 20 }).map(String),
);
const cell = fc.record({ tag: fc.constantFrom('td', 'th'), colspan: span, rowspan: span });
const row = fc.array(cell, { maxLength: 6 });
const section = fc.record({
  tag: fc.constantFrom('', 'thead', 'tbody', 'tfoot'),
  rows: fc.array(row, { maxLength: 5 }),
  closed: fc.boolean(),
});
const table = fc.array(section, { minLength: 1, maxLength: 4 });

/** The markup of a table whose cells are numbered, and how many there are. */
function render(sections: typeof table extends fc.Arbitrary<infer T> ? T : never): {
  markup: string;
  cells: number;
} {
  let cells = 0;
  const body = sections.map(({ tag, rows, closed }) => {
    const inner = rows.map((own) => {
      const rendered = own.map(
        ({ tag: name, colspan, rowspan }) =>
          `<${name} colspan="${colspan}" rowspan="${rowspan}">c${cells++}${closed ? `</${name}>` : ''}`,
      );
      return `<tr>${rendered.join('')}${closed ? '</tr>' : ''}`;
    });
    return tag === '' ? inner.join('') : `<${tag}>${inner.join('')}${closed ? `</${tag}>` : ''}`;
  });
  return { markup: `<table>${body.join('')}</table>`, cells };
}

test('every cell of a table is in its grid once, whatever its spans', () => {
  fc.assert(
    fc.property(table, (sections) => {
      const { markup, cells } = render(sections);
      const texts =
        readHtml(markup)
          .grids[0]?.rows.flat()
          .map(({ text }) => text) ?? [];
      expect([...texts].sort()).toEqual(Array.from({ length: cells }, (_, at) => `c${at}`).sort());
    }),
    { numRuns: 500 },
  );
});

test('cells begin where no other begins, left to right, with spans of at least 1', () => {
  fc.assert(
    fc.property(table, (sections) => {
      for (const [at, cells] of (readHtml(render(sections).markup).grids[0]?.rows ?? []).entries()) {
        let before = -1;
        for (const { row: own, column, rowSpan, columnSpan } of cells) {
          expect(own).toBe(at);
          expect(column).toBeGreaterThan(before);
          expect(Math.min(rowSpan, columnSpan)).toBeGreaterThan(0);
          before = column + columnSpan - 1;
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('no cell begins where one that hangs from above lies', () => {
  fc.assert(
    fc.property(table, (sections) => {
      const taken = new Map<string, string>();
      for (const { text, row: own, column, rowSpan, columnSpan } of readHtml(
        render(sections).markup,
      ).grids[0]?.rows.flat() ?? []) {
        expect(taken.get(`${own} ${column}`), text).toBeUndefined();
        for (let r = own; r < own + Math.min(rowSpan, 30); r++)
          for (let c = column; c < column + Math.min(columnSpan, 30); c++) taken.set(`${r} ${c}`, text);
      }
    }),
    { numRuns: 300 },
  );
});
