import { expect, test } from 'vitest';
import { quietWatermarks } from '../../parsers/nothing-lost.ts';
import type { Cell } from '../../src/model/cell.ts';
import { makeFinding } from '../../src/rules/make-finding.ts';

const message = { zh: '印', en: 'printed' };
const found = (rule: 'document.floating_text' | 'document.hidden_text' | 'table.incomplete') =>
  makeFinding({ rule, scope: 'document', message });
const cellOf = (status: Cell['status']): Cell => ({
  variable: 'applications.granted.total',
  value: status === 'reported' ? 3 : null,
  raw: '',
  status,
  source: null,
});

test.each<[string, readonly Cell[], boolean, string]>([
  ['every cell prints its number', [cellOf('reported'), cellOf('absent')], false, 'info'],
  ['a cell is blank', [cellOf('reported'), cellOf('blank')], false, 'warning'],
  ['a cell is unreadable', [cellOf('reported'), cellOf('unreadable')], false, 'warning'],
  ['a row is missing', [cellOf('reported'), cellOf('absent')], true, 'warning'],
  ['nothing was read', [], false, 'warning'],
])('numbers across a page where %s', (_, cells, lacksRow, severity) => {
  const gaps = lacksRow ? [found('table.incomplete')] : [];
  const [floating, hidden] = quietWatermarks(
    [found('document.floating_text'), found('document.hidden_text')],
    cells,
    gaps,
  );
  expect(floating?.severity).toBe(severity);
  // What is not seen may be the number that another was typed over.
  expect(hidden?.severity).toBe('warning');
});
