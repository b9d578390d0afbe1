import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Extraction } from '../../src/model/extraction.ts';
import { appendDecision } from '../../src/store/append-decision.ts';
import { neighboursOf } from '../../src/store/history/series.ts';
import { listFindings } from '../../src/store/list-findings.ts';
import type { Store } from '../../src/store/store.ts';
import type { Figures } from '../generate/figures.ts';
import { createRandom } from '../generate/random.ts';
import { makeSeries } from '../generate/series.ts';
import { extractFixture } from '../golden/extract-fixture.ts';
import { dump, query } from '../store/temp-store.ts';
import { allFindings, findingsOf, formStore, loadExtracted, loadMade, makeReport } from './make-report.ts';

const [first, second, third] = makeSeries(createRandom(7), 3, 'county') as [Figures, Figures, Figures];
const CARRIED_IN = 'applications.carried_in.natural_person';
const CARRIED_OUT = 'applications.carried_out.natural_person';

/** The figures with some changed, and those that follow from them in the same column or row. */
const changed = (figures: Figures, changes: Readonly<Record<string, number>>): Figures =>
  new Map([...figures, ...Object.entries(changes)]);

const ACROSS = /^(?:series\.|applications\.carry_over|disclosure\.in_force)/;

test('years that follow from each other have no finding, and are counted as passed', () => {
  const store = formStore();
  for (const [index, figures] of [first, second, third].entries())
    loadMade(store, { year: 2021 + index, figures });
  expect(findingsOf(store, ACROSS)).toEqual([]);
  expect(
    query(store, 'SELECT report_id, rule, passed, failed, not_evaluable, reason FROM cross_checks'),
  ).toEqual([
    {
      report_id: 1,
      rule: 'applications.carry_over',
      passed: 0,
      failed: 0,
      not_evaluable: 7,
      reason: 'no_previous',
    },
    {
      report_id: 1,
      rule: 'disclosure.in_force',
      passed: 0,
      failed: 0,
      not_evaluable: 2,
      reason: 'no_previous',
    },
    ...[2, 3].flatMap((report_id) => [
      { report_id, rule: 'applications.carry_over', passed: 7, failed: 0, not_evaluable: 0, reason: null },
      { report_id, rule: 'disclosure.in_force', passed: 2, failed: 0, not_evaluable: 0, reason: null },
    ]),
  ]);
});

const wrong = changed(second, { [CARRIED_IN]: (second.get(CARRIED_IN) ?? 0) + 3 });
const was = first.get(CARRIED_OUT) ?? 0;
const MESSAGE = `2022 applications.carry_over natural_person error: the report about 2021 carried ${was} over, the one about 2022 took ${was + 3} over`;

test.each([
  ['the earlier year first', [0, 1, 2]],
  ['the later year first', [2, 1, 0]],
  ['the middle last', [0, 2, 1]],
])('a difference is found on the later report, %s', (_, order) => {
  const store = formStore();
  const years = [first, wrong, third];
  for (const index of order) loadMade(store, { year: 2021 + index, figures: years[index] as Figures });
  expect(findingsOf(store, /carry_over/)).toEqual([MESSAGE]);
  expect(findingsOf(store, /^series/)).toEqual([]);
});

test('a repaired neighbour withdraws the finding; a decision upon it survives until it is back', () => {
  const store = formStore();
  loadMade(store, { year: 2022, figures: second });
  const bad = changed(first, { [CARRIED_OUT]: was + 1 });
  loadMade(store, { year: 2021, figures: bad });
  const [finding] = allFindings(store, /carry_over/);
  expect(finding).toMatchObject({ year: 2022, scope: 'natural_person', expected: was + 1, actual: was });
  const id = finding?.id ?? 0;
  appendDecision(store, {
    findingId: id,
    verdict: 'publisher_error',
    author: 'a',
    decidedAt: '2026-01-01T00:00:00Z',
  });
  loadMade(store, { year: 2021, figures: first });
  expect(allFindings(store, /carry_over/)).toEqual([]);
  expect(query(store, 'SELECT withdrawn FROM finding WHERE id = ?', id)).toEqual([{ withdrawn: 1 }]);
  loadMade(store, { year: 2021, figures: bad });
  const [again] = allFindings(store, /carry_over/);
  expect([again?.id, again?.key, again?.signature]).toEqual([id, finding?.key, finding?.signature]);
});

test('loading all again changes nothing', () => {
  const store = formStore();
  const load = (): unknown =>
    [first, wrong, third].map((figures, index) => loadMade(store, { year: 2021 + index, figures }).outcome);
  load();
  const before = dump(store);
  expect(load()).toEqual(['unchanged', 'unchanged', 'unchanged']);
  expect(dump(store)).toEqual(before);
});

test('a report that turns out to be about another year leaves its old neighbours', () => {
  const store = formStore();
  loadMade(store, { year: 2021, figures: first });
  const later = makeReport({ year: 2022, figures: wrong });
  loadExtracted(store, later);
  expect(findingsOf(store, /carry_over/)).toHaveLength(1);
  loadMade(store, { year: 2023, figures: third });
  const moved: Extraction = { ...later, report: { ...later.report, year: 2019 } };
  loadExtracted(store, moved);
  expect(findingsOf(store, /carry_over/)).toEqual([]);
  expect(findingsOf(store, /series/)).toEqual([
    '2021 series.gap series question: the reports of this agency about 2020 are missing (there is one about 2019)',
    '2023 series.gap series question: the reports of this agency about 2022 are missing (there is one about 2021)',
  ]);
});

test('a county that became a city is compared with its reports as a county', () => {
  const store = formStore();
  const county = { agency: '黔西县人民政府', place: '黔西县', division: '520522' };
  loadMade(store, { ...county, year: 2020, figures: first });
  loadMade(store, {
    ...{ agency: '黔西市人民政府', place: '黔西市', division: '520581' },
    ...{ year: 2021, figures: wrong },
  });
  expect(findingsOf(store, /carry_over/)).toHaveLength(1);
  expect(findingsOf(store, /series/)).toEqual([]);
});

test('a district that others were merged into says so in that year, and is only asked about the year before', () => {
  const store = formStore();
  const district = { agency: '上城区人民政府', place: '上城区', division: '330102' };
  for (const [index, figures] of [first, wrong, third].entries())
    loadMade(store, { ...district, year: 2020 + index, figures });
  const told = findingsOf(store, /^(?:series|applications.carry_over)/).filter((line) =>
    line.startsWith('2021'),
  );
  expect(told).toHaveLength(2);
  expect(told[0]).toMatch(
    /^2021 applications\.carry_over \S+ question: .+; but the area changed this year, and the year before may count another one$/,
  );
  expect(told[1]).toMatch(
    /^2021 series\.reorganised series info: the area changed this year: on 2021-\d\d-\d\d 江干区 came in, whole or in part \(.+\)\. The numbers of the year before are hardly comparable\.$/,
  );
});

describe('which report is the one of the year before', () => {
  const loadBefore = (store: Store, agency: string, copy = 0) =>
    loadMade(store, { agency, year: 2021, figures: first, copy });
  const loadNow = (store: Store) => loadMade(store, { agency: '双辽市人民政府', year: 2022, figures: wrong });

  test.each(['双辽市', '吉林省双辽市人民政府', '双辽市政府'])('%s is the same body', (agency) => {
    const store = formStore();
    loadBefore(store, agency);
    loadNow(store);
    expect(findingsOf(store, /carry_over/)).toEqual([MESSAGE]);
  });

  test('the office of the government may be another body: a question', () => {
    const store = formStore();
    loadBefore(store, '双辽市人民政府办公室');
    loadNow(store);
    const [finding] = allFindings(store, /carry_over/);
    expect(finding).toMatchObject({
      severity: 'question',
      message: { en: expect.stringContaining('perhaps another body') },
    });
  });

  test('a department is another body', () => {
    const store = formStore();
    loadBefore(store, '双辽市教育局');
    const { reportId } = loadNow(store);
    expect(findingsOf(store, ACROSS)).toEqual([]);
    expect(neighboursOf(store, reportId)).toEqual([]);
  });

  test.each([
    ['吉林省双辽市人民政府', '双辽市人民政府'],
    ['双辽市', '双辽市政府'],
  ])('%s and %s are one body: the later report takes the place of the one before', (one, other) => {
    const store = formStore();
    loadMade(store, { agency: one, year: 2021, figures: first, published: '2022-01-20' });
    loadMade(store, { agency: other, year: 2021, figures: second, published: '2022-02-20' });
    expect(query(store, 'SELECT agency FROM panel')).toEqual([{ agency: other }]);
    expect(findingsOf(store, /^series/)).toEqual([
      expect.stringMatching(/^2021 series\.reissued report info: there are 2 versions/),
    ]);
    loadMade(store, { agency: one, year: 2021, figures: first, copy: 1, published: '2022-03-20' });
    expect(query(store, 'SELECT agency FROM panel')).toEqual([{ agency: one }]);
  });

  test('a report of the government and one of its office may be a double: both stay, and both ask', () => {
    const store = formStore();
    loadBefore(store, '双辽市人民政府');
    loadBefore(store, '双辽市人民政府办公室');
    expect(findingsOf(store, /^series/)).toEqual(
      ['双辽市人民政府办公室', '双辽市人民政府'].map(
        (name) =>
          `2021 series.duplicate series question: there are 1 more reports about 2021, under the name ${name}, which may be of the same body`,
      ),
    );
    expect(query(store, 'SELECT count(*) AS n FROM panel')).toEqual([{ n: 2 }]);
  });
});

describe('versions that no date puts in order', () => {
  const version = (copy: number, change: number, published: string | null = '2023-01-20') => ({
    ...{ year: 2022, copy, published },
    figures: changed(second, { [CARRIED_IN]: change }),
  });
  const tied = (...versions: ReturnType<typeof version>[]) => {
    const store = formStore();
    for (const each of versions) loadMade(store, each);
    return findingsOf(store, /^series/);
  };

  test('warn when their figures differ, and say which counts and why', () => {
    expect(tied(version(1, 7), version(2, 8), version(3, 7), version(4, 9))).toEqual([
      expect.stringMatching(
        new RegExp(
          `^2022 series\\.tied_versions report warning: 3 more versions have other figures, and no date says which is the later: ${CARRIED_IN} 9, elsewhere 7 / 8\\. This one \\(\\w{8}\\.html\\) counts, because it came into the database last; not used: (?:\\w{8}\\.html(?:; )?){3}$`,
        ),
      ),
    ]);
  });

  test('warn of one before the last too, when the last two agree', () => {
    expect(tied(version(1, 7), version(2, 8), version(3, 8))).toEqual([
      expect.stringMatching(/ 1 more versions .* 8, elsewhere 7\./),
    ]);
  });

  test('are told beside an earlier one that was issued again', () => {
    expect(tied(version(1, 5, '2022-12-01'), version(2, 7), version(3, 8))).toEqual([
      expect.stringMatching(
        /series\.reissued report info: there are 3 versions; the one in force differs from the one before \(2022-12-01\).*5 → 8/,
      ),
      expect.stringMatching(/series\.tied_versions report warning: 1 more versions/),
    ]);
  });

  test('are told where one has a date and the other none', () => {
    expect(tied(version(1, 7), version(2, 8, null))).toEqual([
      expect.stringMatching(/7, elsewhere 8\..* prints a date of publication/),
    ]);
  });

  test('say nothing when their figures are the same', () => {
    expect(tied(version(1, 7), version(2, 7))).toEqual([]);
  });
});

test('a corrected version takes the place of the one before, and says what changed', () => {
  const store = formStore();
  loadMade(store, { year: 2021, figures: first });
  loadMade(store, { year: 2022, figures: wrong, copy: 1 });
  loadMade(store, { year: 2022, figures: second, copy: 2, published: '2023-05-01' });
  expect(findingsOf(store, ACROSS)).toEqual([
    `2022 series.reissued report info: there are 2 versions; the one in force differs from the one before (2023-01-20) in 1 numbers: ${CARRIED_IN} ${was + 3} → ${was}`,
  ]);
  expect(query(store, 'SELECT count(*) AS n FROM reports')).toEqual([{ n: 3 }]);
});

test('the year before decides which of several repairs comes first, and the record stays as it was', () => {
  const store = formStore();
  const unbalanced = changed(second, {
    [CARRIED_IN]: was + 10,
    'applications.carried_in.total': (second.get('applications.carried_in.total') ?? 0) + 10,
  });
  const { reportId } = loadMade(store, { year: 2022, figures: unbalanced });
  const firstChange = (): unknown =>
    listFindings(store, { reportId, rule: 'applications.balance' }).rows[0]?.suggestions[0];
  loadMade(store, { year: 2021, figures: first });
  expect(firstChange()).toMatchObject({
    changes: { [CARRIED_IN]: was },
    why: { en: expect.stringContaining(`carried out ${was}`) },
  });
  const before = dump(store);
  expect(loadMade(store, { year: 2022, figures: unbalanced }).outcome).toBe('unchanged');
  expect(dump(store)).toEqual(before);
});

test('empty cells count as nothing beside printed ones, and only warn; a missing table is told of', () => {
  const store = formStore();
  loadMade(store, { year: 2021, figures: first });
  const blank = new Map<string, number | 'blank'>([...second, [CARRIED_IN, 'blank']]);
  loadMade(store, { year: 2022, figures: blank });
  expect(allFindings(store, /carry_over/).map(({ severity }) => severity)).toEqual(
    was === 0 ? [] : ['warning'],
  );
  const noTable = new Map(
    [...third].map(([name, value]) => [
      name,
      name.startsWith('applications') ? ('no_table' as const) : value,
    ]),
  );
  loadMade(store, { year: 2023, figures: noTable });
  expect(findingsOf(store, /carry_over/).filter((text) => text.startsWith('2023'))).toEqual([
    '2023 applications.carry_over natural_person commercial_enterprise research_institution public_welfare_org legal_service_org other_org total info: 7 could not be compared with the year before: in the report about 2023 the table is missing.',
  ]);
});

const SUQIAN = '../shared/fixtures/real/suqian-2023.html';
test.skipIf(!existsSync(SUQIAN))(
  'Suqian 2023 and a year after it agree in all seven columns, in both orders',
  async () => {
    const published = await extractFixture(SUQIAN);
    const { agency, place, division } = published.report;
    const printed = new Map(
      published.cells.flatMap(({ variable, value }) => (value === null ? [] : [[variable, value]])),
    );
    const names = [...printed.keys()].filter((name) => name.startsWith('applications.carried_out.'));
    const next = changed(
      third,
      Object.fromEntries(names.map((name) => [name.replace('_out', '_in'), printed.get(name) ?? 0])),
    );
    const after = {
      agency: agency ?? '',
      place: place ?? '',
      division: division ?? '',
      level: 'prefecture',
      year: 2024,
      figures: next,
    } as const;
    for (const steps of [
      [0, 1],
      [1, 0],
    ]) {
      const store = formStore();
      for (const step of steps) step === 0 ? loadExtracted(store, published) : loadMade(store, after);
      expect(
        query(
          store,
          "SELECT passed, failed FROM cross_checks WHERE rule = 'applications.carry_over' AND passed > 0",
        ),
      ).toEqual([{ passed: 7, failed: 0 }]);
      expect(findingsOf(store, /carry_over/)).toEqual([]);
    }
  },
);
