import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { variableSeeds } from '../../src/cli/variable-seeds.ts';
import { loadReleaseData, parseNames } from '../../src/export/release-data.ts';
import { lacksOf, releaseVariables } from '../../src/export/release-variable.ts';
import { DERIVED_VALUES } from '../../src/export/tables/derived-values.ts';
import { FINDINGS } from '../../src/export/tables/findings.ts';
import { panelTables } from '../../src/export/tables/panel.ts';
import { REPORT_VALUES } from '../../src/export/tables/report-values.ts';
import { REPORTS } from '../../src/export/tables/reports.ts';
import { findVariable, formById, formVariables } from '../../src/forms/index.ts';
import { RELEASE_DIR } from './make-release.ts';

const data = loadReleaseData(RELEASE_DIR);
const variables = releaseVariables(data);

describe('names of columns', () => {
  test('every variable of the forms has one, and no other has', () => {
    expect([...data.names.keys()].sort()).toEqual(
      variableSeeds()
        .map(({ name }) => name)
        .sort(),
    );
  });

  test('no two are alike, not even in letters of another case, and none is a column of the panel already', () => {
    const columns = panelTables(variables)[0].columns.map(({ name }) => name.toLowerCase());
    expect(new Set(columns).size).toBe(columns.length);
  });

  test('those that were published stay', () => {
    // A few of each kind: a name that changes breaks every script that uses it.
    const published = {
      'applications.received_new.total': 'app_received_new_total',
      'applications.refused_deliberative.public_welfare_org': 'app_refused_deliberative_welfare',
      'challenges.litigation_after_reconsideration.pending': 'cha_lit_after_pending',
      'disclosure.procurement.amount_10k_yuan': 'dis_procurement_amount_10ky',
      'statistics.press_conferences_by_leaders': 'sta_press_conf_by_head',
      'applications.refused.total': 'd_app_refused_total',
    };
    for (const [variable, column] of Object.entries(published)) expect(data.names.get(variable)).toBe(column);
  });

  test.each([
    ['a name of 33 letters', `v\tc\na\t${'x'.repeat(33)}\n`],
    ['a capital', 'v\tc\na\tX\n'],
    ['two variables of one column', 'v\tc\na\tx\nb\tx\n'],
    ['a variable that stands twice', 'v\tc\na\tx\na\ty\n'],
  ])('%s is refused', (_, tsv) => {
    expect(() => parseNames(tsv)).toThrow('names.tsv');
  });
});

describe('harmonised variables', () => {
  test.each(data.harmonised)('$name is made of variables that the edition prints', ({ forms }) => {
    for (const [form, ways] of Object.entries(forms)) {
      const printed = new Set(formVariables(formById(form)!).map(({ name }) => name));
      expect((ways ?? []).flat().filter((part) => !printed.has(part))).toEqual([]);
    }
  });

  test.each(data.harmonised)('$name has columns like the others and parts of one unit', ({ forms, unit }) => {
    const units = Object.values(forms)
      .flat(2)
      .map((part) => findVariable(String(part)))
      .map((variable) => variable?.row.unit ?? variable?.column.unit);
    // The statistics table counts applications as cases (件).
    expect(new Set(units.map((each) => (each === 'cases' ? unit : each)))).toEqual(new Set([unit]));
  });
});

describe('the codebook', () => {
  test('says all there is to say of each variable', () => {
    for (const variable of variables) expect(lacksOf(variable), variable.name).toEqual([]);
    expect(variables.filter(({ rules }) => rules.length > 0).length).toBeGreaterThan(220);
    const [change] = variables.filter(({ number }) => number === 'change');
    expect(change?.range).toEqual({ least: -1e9, most: 1e9 });
  });

  test.each([
    ['a label', { zh: '' }, 'label_zh'],
    ['a note', { note: { zh: '有', en: '' } }, 'note_en'],
    ['a unit', { unit: '' }, 'unit'],
    ['a form', { forms: {} }, 'forms'],
  ])('is not made when a variable has no %s', (_, parts, field) => {
    const [first, ...others] = data.harmonised;
    const harmonised = [{ ...first!, ...parts }, ...others];
    expect(() => releaseVariables({ ...data, harmonised })).toThrow(`${first?.name}: ${field}`);
  });

  test('is not made when a name that was retired is used again', () => {
    const [first] = data.harmonised;
    const retired = {
      ...{ table: 'panel', column: first!.column, zh: '旧', en: 'old', last_version: '1.0.0' },
      ...{ replaced_by: null, why: { zh: '旧', en: 'old' } },
    };
    expect(() => releaseVariables({ ...data, retired: [retired] })).toThrow(`${first?.column}) is in use`);
  });
});

test('every column of every table has a name that Stata takes and words in both languages', () => {
  for (const { columns } of [REPORT_VALUES, DERIVED_VALUES, REPORTS, FINDINGS, panelTables(variables)[0]])
    for (const { name, label, omit } of columns) {
      if (omit?.length !== 5) expect(name).toMatch(/^[a-z][a-z0-9_]{0,31}$/);
      expect(label.zh !== '' && label.en !== '', name).toBe(true);
    }
});

test('the documented names are those of the data', () => {
  const page = readFileSync(join(RELEASE_DIR, '../../docs/export.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `([\w.]+)` \| `(\w+)` \|$/gm)];
  expect(rows.length).toBeGreaterThan(2);
  for (const [, variable = '', column] of rows) expect(data.names.get(variable)).toBe(column);
});
