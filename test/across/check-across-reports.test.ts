import { describe, expect, test } from 'vitest';
import type { Correction } from '../../src/model/correction.ts';
import { checkAcrossReports } from '../../src/pipeline/across/check-across-reports.ts';
import { appendDecision } from '../../src/store/append-decision.ts';
import type { Store } from '../../src/store/store.ts';
import type { Figures } from '../generate/figures.ts';
import { createRandom } from '../generate/random.ts';
import { makeSeries } from '../generate/series.ts';
import { dump, query } from '../store/temp-store.ts';
import { allFindings, findingsOf, formStore, loadMade } from './make-report.ts';

const NONE = { corrections: [] };
const YEARS = [2021, 2022, 2023, 2024, 2025];
const FEES = 'disclosure.fees.amount_10k_yuan';
const RECEIVED = 'applications.received_new.total';
const years = makeSeries(createRandom(11), 5, 'county');

const withValue = (figures: Figures, variable: string, value: number): Figures =>
  new Map([...figures, [variable, value]]);

function loadYears(store: Store, changes: Readonly<Record<number, Figures>> = {}): void {
  YEARS.forEach((year, index) => {
    loadMade(store, { year, figures: changes[year] ?? (years[index] as Figures) });
  });
}

describe('the size of numbers', () => {
  test('yuan for 10,000 yuan is told of with the number it may be', () => {
    const store = formStore();
    loadYears(store, {
      2024: withValue(withValue(years[3] as Figures, FEES, 4_000_000), 'disclosure.licences.decisions', 0),
    });
    YEARS.filter((year) => year !== 2024).forEach((year) => {
      loadMade(store, {
        year,
        figures: withValue(years[year - 2021] as Figures, FEES, 380 + year - 2021),
        copy: 1,
        published: '2030-01-01',
      });
    });
    checkAcrossReports(store, NONE);
    expect(allFindings(store, /series.unit/)).toMatchObject([
      { year: 2024, severity: 'question', expected: 400, actual: 4_000_000 },
    ]);
    expect(findingsOf(store, /series.jump/).filter((text) => text.includes(FEES))).toEqual([]);
  });

  test('a count far from the other four years is a question; with three others nothing is said', () => {
    const far = withValue(years[4] as Figures, 'disclosure.penalties.decisions', 9_000_000);
    const store = formStore();
    loadYears(store, { 2025: far });
    checkAcrossReports(store, NONE);
    expect(allFindings(store, /series.jump/)).toMatchObject([
      { year: 2025, scope: 'disclosure.penalties.decisions', severity: 'question' },
    ]);
    const short = formStore();
    YEARS.slice(1).forEach((year, index) => {
      loadMade(short, { year, figures: year === 2025 ? far : (years[index + 1] as Figures) });
    });
    checkAcrossReports(short, NONE);
    expect(allFindings(short, /series.jump/)).toEqual([]);
  });

  test('a body far from twelve of its kind in the province is a question, and a later load mends it', () => {
    const store = formStore();
    const load = (index: number, received: number, copy = 0): void => {
      const figures = withValue(
        makeSeries(createRandom(100 + index), 1, 'county')[0] as Figures,
        RECEIVED,
        received,
      );
      const division = String(220_301 + index);
      loadMade(store, {
        division,
        place: `甲${index}县`,
        agency: `甲${index}县人民政府`,
        year: 2022,
        figures,
        copy,
        published: `2023-0${copy + 1}-01`,
      });
    };
    for (let index = 0; index < 13; index++) load(index, 40 + index);
    load(13, 90_000);
    checkAcrossReports(store, NONE);
    expect(allFindings(store, /peer.outlier/).filter(({ scope }) => scope === RECEIVED)).toMatchObject([
      { division: '220314', severity: 'question' },
    ]);
    load(13, 45, 1);
    checkAcrossReports(store, NONE);
    expect(allFindings(store, /peer.outlier/).filter(({ scope }) => scope === RECEIVED)).toEqual([]);
  });

  test('a government that counts less than its departments together is a question', () => {
    const store = formStore();
    const department = (agency: string, received: number): void => {
      loadMade(store, { agency, year: 2021, figures: new Map([[RECEIVED, received]]) });
    };
    loadMade(store, { year: 2021, figures: new Map([[RECEIVED, 50]]) });
    department('双辽市教育局', 30);
    checkAcrossReports(store, NONE);
    expect(findingsOf(store, /peer.parts/)).toEqual([]);
    department('双辽市司法局', 21);
    checkAcrossReports(store, NONE);
    expect(allFindings(store, /peer.parts/)).toMatchObject([
      { agency: '双辽市人民政府', expected: 51, actual: 50, severity: 'question' },
    ]);
  });

  test('a table that the text sets apart from the whole place is not compared with the departments', () => {
    const store = formStore();
    const whole = {
      variable: RECEIVED,
      value: 300,
      text: '300件',
      start: 0,
      end: 4,
      scope: 'other' as const,
    };
    loadMade(store, { year: 2021, figures: new Map([[RECEIVED, 50]]), claims: [whole] });
    loadMade(store, { agency: '双辽市教育局', year: 2021, figures: new Map([[RECEIVED, 51]]) });
    checkAcrossReports(store, NONE);
    expect(findingsOf(store, /peer.parts/)).toEqual([]);
  });
});

describe('copies', () => {
  const PROSE = Array.from(
    { length: 40 },
    (_, index) =>
      `双辽市教育局在2021年第${index}项工作中公开信息${(index * 37) % 91}条，答复申请${(index * 13) % 29}件。`,
  ).join('');

  test('the tables of another body, or of another year, are told of on both reports', () => {
    const store = formStore();
    const figures = years[0] as Figures;
    loadMade(store, { year: 2021, figures });
    loadMade(store, { year: 2021, figures, agency: '梨树县人民政府', place: '梨树县', division: '220322' });
    loadMade(store, { year: 2022, figures });
    checkAcrossReports(store, NONE);
    expect(
      allFindings(store, /copied_tables/)
        .map(({ rule, agency, year }) => `${rule} ${agency} ${year}`)
        .toSorted(),
    ).toEqual([
      'peer.copied_tables 双辽市人民政府 2021',
      'peer.copied_tables 双辽市人民政府 2022',
      'peer.copied_tables 梨树县人民政府 2021',
      'series.copied_tables 双辽市人民政府 2021',
      'series.copied_tables 双辽市人民政府 2022',
    ]);
  });

  test('tables of little else than noughts are no copies', () => {
    const store = formStore();
    const figures = new Map(
      [...(years[0] as Figures)].map(([name], index) => [name, index < 9 ? index + 2 : 0] as const),
    );
    loadMade(store, { year: 2021, figures, agency: '双辽市教育局' });
    loadMade(store, { year: 2021, figures, agency: '双辽市司法局' });
    checkAcrossReports(store, NONE);
    expect(findingsOf(store, /copied_tables/)).toEqual([]);
  });

  test('a text that is the same but for names is told of; when one of the two is rewritten, neither is', () => {
    const store = formStore();
    const figures = years[0] as Figures;
    const other = { year: 2021, figures: years[1] as Figures, agency: '双辽市司法局' };
    loadMade(store, { year: 2021, figures, agency: '双辽市教育局', prose: PROSE });
    loadMade(store, { ...other, prose: PROSE.replaceAll('教育局', '司法局') });
    checkAcrossReports(store, NONE);
    expect(findingsOf(store, /copied_text/)).toEqual([
      '2021 peer.copied_text text info: but for names its text is almost that of 1 reports of others: 220382 双辽市司法局 2021',
      '2021 peer.copied_text text info: but for names its text is almost that of 1 reports of others: 220382 双辽市教育局 2021',
    ]);
    loadMade(store, {
      ...other,
      prose: PROSE.replaceAll('公开信息', '主动向社会发布').replaceAll('答复申请', '办理依申请公开'),
    });
    checkAcrossReports(store, NONE);
    expect(findingsOf(store, /copied_text/)).toEqual([]);
    expect(query(store, 'SELECT * FROM copy')).toEqual([]);
  });
});

test('checked again, nothing changes; a decision upon a finding survives its coming and going', () => {
  const store = formStore();
  const far = withValue(years[4] as Figures, 'disclosure.penalties.decisions', 9_000_000);
  loadYears(store, { 2025: far });
  expect(checkAcrossReports(store, NONE)).toMatchObject({ changed: 5, compared: 5 });
  const before = dump(store);
  expect(checkAcrossReports(store, NONE)).toMatchObject({ changed: 0, compared: 0 });
  expect(dump(store)).toEqual(before);
  const [finding] = allFindings(store, /series.jump/);
  const findingId = finding?.id ?? 0;
  appendDecision(store, {
    findingId,
    verdict: 'publisher_error',
    author: 'a',
    decidedAt: '2026-01-01T00:00:00Z',
  });
  loadMade(store, { year: 2025, figures: years[4] as Figures });
  checkAcrossReports(store, NONE);
  expect(allFindings(store, /series.jump/)).toEqual([]);
  loadMade(store, { year: 2025, figures: far });
  checkAcrossReports(store, NONE);
  expect(allFindings(store, /series.jump/)).toMatchObject([
    { id: findingId, key: finding?.key, signature: finding?.signature },
  ]);
});

test('a comparison that was cut off is gone on with, and ends where an undisturbed one ends', () => {
  const load = (store: Store): void => {
    for (let index = 0; index < 30; index++) {
      const figures = makeSeries(createRandom(100 + index), 1, 'county')[0] as Figures;
      loadMade(store, {
        ...{ division: String(220_301 + index), place: `甲${index}县`, agency: `甲${index}县人民政府` },
        ...{ year: 2022, figures: withValue(figures, RECEIVED, index === 29 ? 90_000 : 40 + index) },
      });
    }
  };
  const [calm, cut] = [formStore(), formStore()];
  for (const store of [calm, cut]) load(store);
  checkAcrossReports(calm, NONE);
  // The last report is compared in the second transaction.
  cut.sqlite.exec(`CREATE TEMP TRIGGER cut BEFORE INSERT ON finding WHEN NEW.report = 30 AND NEW.family = 'peers'
    BEGIN SELECT RAISE(ABORT, 'cut off'); END`);
  expect(() => checkAcrossReports(cut, NONE)).toThrow('cut off');
  expect(query(cut, 'SELECT count(*) AS n FROM report WHERE compared = 0')).toEqual([{ n: 10 }]);
  cut.sqlite.exec('DROP TRIGGER cut');
  checkAcrossReports(cut, NONE);
  expect(dump(cut)).toEqual(dump(calm));
  expect(findingsOf(cut, /peer.outlier/).length).toBeGreaterThan(0);
});

test('reports stored before there were checks across years are checked by the next batch', () => {
  const store = formStore();
  loadMade(store, { year: 2021, figures: years[0] as Figures });
  loadMade(store, { year: 2022, figures: years[2] as Figures });
  const wanted = findingsOf(store, /carry_over/);
  expect(wanted.length).toBeGreaterThan(0);
  store.sqlite.exec(
    "DELETE FROM finding WHERE family = 'history'; DELETE FROM cross_check; UPDATE report SET series = NULL, compared = 0",
  );
  checkAcrossReports(store, NONE);
  expect(findingsOf(store, /carry_over/)).toEqual(wanted);
});

test('each report stored before is checked in a transaction of its own, and a check that was cut off goes on', () => {
  const store = formStore();
  loadYears(store);
  const wanted = dump(store)['cross_check'];
  store.sqlite.exec(`DELETE FROM finding WHERE family = 'history'; DELETE FROM cross_check; UPDATE report SET compared = 0;
    CREATE TEMP TRIGGER cut BEFORE INSERT ON cross_check WHEN NEW.report = 5 BEGIN SELECT RAISE(ABORT, 'cut off'); END`);
  expect(() => checkAcrossReports(store, NONE)).toThrow('cut off');
  expect(query(store, 'SELECT DISTINCT report FROM cross_check').length).toBeGreaterThan(1);
  store.sqlite.exec('DROP TRIGGER cut');
  checkAcrossReports(store, NONE);
  expect(dump(store)['cross_check']).toEqual(wanted);
});

describe('corrections', () => {
  const VARIABLE = 'applications.carried_out.natural_person';
  const printed = String(years[0]?.get(VARIABLE));
  const correction: Correction = {
    ...{
      division: '220382',
      agency: '双辽市政府',
      year: 2021,
      variable: VARIABLE,
      value: 77,
      expect: printed,
    },
    ...{ reason: 'a made-up case', evidence: 'a'.repeat(64), reviewer: 'a', date: '2026-01-01' },
    ...{ file: 'jilin/220382.yml', line: 1 },
  };
  const check = (store: Store, changes: Partial<Correction> = {}) =>
    checkAcrossReports(store, { corrections: [{ ...correction, ...changes }] });
  const cell = (store: Store) =>
    query(store, 'SELECT reported, raw, corrected, value FROM report_values WHERE variable = ?', VARIABLE);
  const loaded = (): Store => {
    const store = formStore();
    loadMade(store, { year: 2021, figures: years[0] as Figures });
    return store;
  };

  test('a correction stands beside the printed value; panel and values follow, and it is kept when applied again', () => {
    const store = loaded();
    expect(check(store).corrections).toMatchObject([{ state: 'applied', reportId: 1 }]);
    expect(cell(store)).toEqual([{ reported: Number(printed), raw: printed, corrected: 77, value: 77 }]);
    expect(query(store, 'SELECT applications_carried_out_natural_person AS v FROM panel')).toEqual([
      { v: 77 },
    ]);
    expect(findingsOf(store, /correction/)).toEqual([]);
    const before = dump(store);
    check(store);
    expect(dump(store)).toEqual(before);
    checkAcrossReports(store, NONE);
    expect(cell(store)).toMatchObject([{ corrected: null, value: Number(printed) }]);
    expect(query(store, 'SELECT * FROM corrections')).toEqual([]);
  });

  test('when something else is printed the guard fails, at once and with a finding', () => {
    const store = loaded();
    check(store);
    loadMade(store, { year: 2021, figures: withValue(years[0] as Figures, VARIABLE, 55) });
    expect(cell(store)).toMatchObject([{ corrected: null, value: 55 }]);
    expect(check(store).corrections).toMatchObject([{ state: 'failed', printed: '55' }]);
    expect(cell(store)).toMatchObject([{ corrected: null, value: 55 }]);
    expect(findingsOf(store, /correction/)).toEqual([
      `2021 correction.failed ${VARIABLE} error: a correction was not applied: it expects "${printed}", printed is "55" (data/corrections/jilin/220382.yml:1)`,
    ]);
    expect(query(store, 'SELECT state, printed, report_id, line FROM corrections')).toEqual([
      { state: 'failed', printed: '55', report_id: 1, line: 1 },
    ]);
    loadMade(store, { year: 2021, figures: years[0] as Figures });
    check(store);
    expect(findingsOf(store, /correction/)).toEqual([]);
    expect(cell(store)).toMatchObject([{ corrected: 77 }]);
  });

  test('a correction to what is printed already is unused, and so is one whose report is not at hand', () => {
    const store = loaded();
    expect(check(store, { value: Number(printed) }).corrections).toMatchObject([
      { state: 'unused', reportId: 1 },
    ]);
    expect(allFindings(store, /correction/)).toMatchObject([
      { rule: 'correction.unused', severity: 'warning' },
    ]);
    expect(check(store, { year: 2019 }).corrections).toMatchObject([{ state: 'unused', reportId: null }]);
    expect(findingsOf(store, /correction/)).toEqual([]);
    expect(query(store, 'SELECT state, report_id FROM corrections')).toEqual([
      { state: 'unused', report_id: null },
    ]);
  });

  test('a cell that is not printed is corrected by expecting nothing', () => {
    const store = formStore();
    loadMade(store, { year: 2021, figures: new Map([[RECEIVED, 5]]) });
    expect(check(store, { expect: null }).corrections).toMatchObject([{ state: 'applied' }]);
  });
});
