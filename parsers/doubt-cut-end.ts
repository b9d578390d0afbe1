import type { Form } from '../src/forms/form.ts';
import { formVariables } from '../src/forms/index.ts';
import type { Cell } from '../src/model/cell.ts';
import type { CompleteRecord } from './complete-record.ts';
import { unreadableCell } from './tables/cell-findings.ts';

/** Behind the last character that came: the number it follows may have had more digits. */
const CUT_MARK = '…';

/**
 * A flattened text whose last characters are a number, while rows that the form prints behind it did not come, may
 * stop in the middle of that number: the number is no longer one. A text that ends with the form's last row is whole,
 * as those of 2013–2018 that print nothing behind their table.
 *
 * @param text - the document as given; places of cells are characters of it
 */
export function doubtCutEnd(record: CompleteRecord, form: Form, text: string): CompleteRecord {
  const end = text.trimEnd().length;
  const last = record.cells.find(({ status, source }) => {
    return status === 'reported' && source?.kind === 'text' && source.end === end;
  });
  if (!last || !goesOn(form, record.cells, last)) return record;
  const raw = `${last.raw}${CUT_MARK}`;
  return {
    cells: record.cells.map((cell) =>
      cell === last ? { ...cell, value: null, raw, status: 'unreadable' } : cell,
    ),
    findings: [...record.findings, unreadableCell(last.variable, raw)],
  };
}

/** Whether the form goes on behind a cell, and the report does not. */
function goesOn(form: Form, cells: readonly Cell[], last: Cell): boolean {
  const printed = new Set(cells.filter(({ source }) => source !== null).map(({ variable }) => variable));
  const names = formVariables(form).map(({ name }) => name);
  const behind = names.slice(names.indexOf(last.variable) + 1);
  return names.includes(last.variable) && behind.length > 0 && !behind.some((name) => printed.has(name));
}
