import fc from 'fast-check';
import { CATALOGUE } from '../../parsers/labels/label-index.ts';

const LABELS = [
  ...new Set(
    CATALOGUE.flatMap((block) => [
      ...block.rows.map((row) => row.zh),
      ...block.columns.map((column) => column.zh),
      ...[...block.rowGroups, ...block.columnGroups].map((group) => group.zh),
      block.head?.zh ?? '',
      block.corner?.zh ?? '',
    ]),
  ),
].filter((label) => label !== '');

const NUMBERS = [
  '0',
  '12',
  '3,456',
  '１２',
  '-5',
  '1.5',
  '00',
  '1 2',
  '—',
  '/',
  '无',
  '',
  '12件',
  '5②',
  '1e5',
  '9'.repeat(40),
];

/** What stands in the tables of a report, and what never should. */
export const tableText: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...LABELS) },
  { weight: 6, arbitrary: fc.constantFrom(...NUMBERS) },
  { weight: 3, arbitrary: fc.nat({ max: 5000 }).map(String) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...LABELS).map((label) => label.slice(0, Math.ceil(label.length / 2))),
  },
);
