import { expect, test } from 'vitest';
import { judgeRelease } from '../../src/export/gates.ts';
import type { Gates, Retired } from '../../src/export/release-data.ts';
import type { Statistics } from '../../src/export/statistics.ts';

const GATES: Gates = {
  ...{ reports: { max_drop: 0.01 }, divisions: { max_drop: 0.01 } },
  ...{ fill_rate: { max_move: 0.05, min_cells: 100 }, status_share: { max_move: 0.03, min_cells: 100 } },
  ...{ anomaly_rate: { max_rise: 0.05, min_reports: 50 } },
};

const BEFORE: Statistics = {
  ...{ version: '1.4.0+abc', snapshot: 'a', reports: 1000 },
  years: {
    '2021': {
      ...{ reports: 1000, divisions: 400, status: { reported: 190_000, blank: 10_000 } },
      fill: { one: [1000, 950], rare: [99, 99] },
    },
  },
  rules: { 'applications.balance': 100 },
  columns: { panel: { year: 'integer', gone: 'number' } },
};

const year = BEFORE.years['2021']!;
const withYear = (parts: Partial<typeof year>): Statistics => ({
  ...BEFORE,
  years: { '2021': { ...year, ...parts } },
});

const CASES: readonly (readonly [what: string, after: Statistics, breaches: readonly string[]])[] = [
  ['nothing moved', BEFORE, []],
  ['reports within the band', withYear({ reports: 990 }), []],
  ['reports beyond the band', withYear({ reports: 989 }), ['reports 2021']],
  ['more reports', withYear({ reports: 9000 }), []],
  ['places beyond the band', withYear({ divisions: 395 }), ['divisions 2021']],
  ['a year that is gone', { ...BEFORE, years: {} }, ['divisions 2021', 'reports 2021']],
  ['a fill rate within the band', withYear({ fill: { ...year.fill, one: [1000, 900] } }), []],
  ['a fill rate that fell', withYear({ fill: { ...year.fill, one: [1000, 899] } }), ['fill_rate one 2021']],
  ['a variable of few cells', withYear({ fill: { ...year.fill, rare: [99, 0] } }), []],
  [
    'a status that grew',
    withYear({ status: { reported: 183_000, blank: 17_000 } }),
    ['status_share blank 2021', 'status_share reported 2021'],
  ],
  [
    'a status that is new',
    withYear({ status: { reported: 183_000, blank: 10_000, ambiguous: 7000 } }),
    ['status_share ambiguous 2021', 'status_share reported 2021'],
  ],
  [
    'more findings',
    { ...BEFORE, rules: { 'applications.balance': 151 } },
    ['anomaly_rate applications.balance'],
  ],
  ['a rule that finds nothing any more', { ...BEFORE, rules: {} }, []],
];

const RETIRED: Retired = {
  ...{ table: 'panel', column: 'gone', zh: '旧', en: 'old', last_version: '1.4.0', replaced_by: null },
  why: { zh: '不再需要', en: 'not needed any more' },
};
const YEAR = { year: 'integer' } as const;
const COLUMN_CASES: readonly (readonly [
  what: string,
  version: string,
  columns: Statistics['columns'],
  retired: readonly Retired[],
  breaches: readonly string[],
])[] = [
  ['the same columns in another order', '1.4.0', { panel: { gone: 'number', ...YEAR } }, [], []],
  ['one that is gone', '1.5.0', { panel: YEAR }, [RETIRED], ['panel.gone (number)']],
  [
    'one that came',
    '1.5.0',
    { panel: { ...BEFORE.columns['panel'], new: 'text' } },
    [],
    ['panel.new (text)'],
  ],
  ['a table that came', '1.5.0', { ...BEFORE.columns, more: YEAR }, [], ['more.year (integer)']],
  [
    ...(['one of another type', '1.5.0', { panel: { year: 'text', gone: 'number' } }, []] as const),
    ['panel.year (integer)', 'panel.year (text)'],
  ],
  ['one of another type, told by the version', '2.0.0', { panel: { year: 'text', gone: 'number' } }, [], []],
  [
    'one that came, told by the version',
    '2.0.0',
    { panel: { ...BEFORE.columns['panel'], new: 'text' } },
    [],
    [],
  ],
  ['one that is gone and told of', '2.0.0', { panel: YEAR }, [RETIRED], []],
  ['one that is gone and not told of', '2.0.0', { panel: YEAR }, [], ['panel.gone (number)']],
  [
    ...(['one that is said to have gone before', '2.0.0', { panel: YEAR }] as const),
    ...([[{ ...RETIRED, last_version: '1.3.0' }], ['panel.gone (number)']] as const),
  ],
];

test.each(COLUMN_CASES)('columns: %s', (_, version, columns, retired, breaches) => {
  const after = { ...BEFORE, version: `${version}+def`, columns };
  const judged = judgeRelease(BEFORE, after, GATES, retired);
  expect(judged.breaches.map(({ gate, of }) => [gate, of]).sort()).toEqual(
    breaches.map((of) => ['columns', of]),
  );
});

test.each(CASES)('%s', (_, after, breaches) => {
  const judged = judgeRelease(BEFORE, after, GATES);
  expect(judged.breaches.map(({ gate, of }) => `${gate} ${of}`).sort()).toEqual(breaches);
});

test('the ten largest moves are told, those that moved most for their bands first', () => {
  const rules = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`rule.${index}`, index]));
  const { largest } = judgeRelease(BEFORE, { ...withYear({ reports: 900 }), rules }, GATES);
  expect(largest.length).toBe(10);
  expect(largest[0]).toMatchObject({ gate: 'reports', before: 1000, after: 900, move: -0.1 });
});
