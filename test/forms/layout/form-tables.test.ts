import { expect, test } from 'vitest';
import { FORMS, formVariables } from '../../../src/forms/index.ts';
import { formTables } from '../../../src/forms/layout/form-tables.ts';
import type { FormTable } from '../../../src/forms/layout/printed-table.ts';

/** How many cells lie over each slot of a table, by the HTML table model; spans that run out of it count there. */
function coverage({ head, body, columns }: FormTable): number[][] {
  const rows = [...head, ...body];
  const slots = rows.map(() => Array<number>(columns).fill(0));
  for (const [row, cells] of rows.entries()) {
    let column = 0;
    for (const { rowSpan, columnSpan } of cells) {
      while (slots[row]?.[column]) column++;
      for (let y = row; y < row + rowSpan; y++)
        for (let x = column; x < column + columnSpan; x++) {
          const line = slots[y];
          if (!line || x >= columns) throw new Error(`a span runs out of the table at ${row}, ${column}`);
          line[x] = (line[x] ?? 0) + 1;
        }
      column += columnSpan;
    }
  }
  return slots;
}

for (const form of FORMS) {
  test(`the tables of ${form.id} leave no slot empty and cover none twice`, () => {
    for (const printed of [true, false])
      for (const table of formTables(form, () => printed))
        expect(new Set(coverage(table).flat()), `${table.id} of ${form.id}`).toEqual(new Set([1]));
  });

  test(`every variable of ${form.id} has one cell`, () => {
    const cells = formTables(form, () => true).flatMap(({ body }) => body.flat());
    const shown = cells.flatMap(({ variable }) => variable ?? []).sort();
    expect(shown).toEqual(
      formVariables(form)
        .map(({ name }) => name)
        .sort(),
    );
  });
}

test('of two ways to print a row the form of 2021 shows its own, and the other where a report prints it', () => {
  const [form] = FORMS.filter(({ id }) => id === '2021');
  const rowsWith = (isPrinted: (variable: string) => boolean) =>
    form ? formTables(form, isPrinted).flatMap(({ body }) => body.flat()) : [];
  expect(rowsWith(() => false).some(({ variable }) => variable === 'applications.other.total')).toBe(false);
  expect(
    rowsWith((name) => name === 'applications.other.total').some(
      ({ variable }) => variable === 'applications.other.total',
    ),
  ).toBe(true);
});

test('a heading of the statistics table stands above its row', () => {
  const [form] = FORMS.filter(({ id }) => id === '2014');
  const [table] = form ? formTables(form, () => true) : [];
  const at = (table?.body ?? []).findIndex(([first]) => first?.label?.zh === '八、机构建设和保障经费情况');
  expect(table?.body[at + 1]?.[2]?.variable).toBe('statistics.units');
});
