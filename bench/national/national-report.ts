import { createHash } from 'node:crypto';
import { FORMS, formVariables } from '../../src/forms/index.ts';
import type { Cell } from '../../src/model/cell.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import type { Source } from '../../src/model/source.ts';
import { makeFinding } from '../../src/rules/make-finding.ts';
import { type FigureShape, type Figures, makeFigures } from '../../test/generate/figures.ts';
import { createRandom, type Random } from '../../test/generate/random.ts';

/** One agency of one county in one year. */
export interface NationalUnit {
  readonly division: string;
  readonly place: string;
  readonly agency: string;
  readonly year: number;
  readonly seed: number;
}

/** Most departments get few applications or none; the county government's own office gets the most. */
const SIZES = ['empty', 'empty', 'tiny', 'tiny', 'tiny', 'county'] as const;
const COLUMNS = 7;

/** A record as a county's department gives it: numbers that balance but for one report in ten, prose and places. */
export function nationalReport(unit: NationalUnit): Extraction {
  const { division, place, agency, year, seed } = unit;
  const random = createRandom(seed);
  const edition = year < 2021 ? '2019' : '2021';
  const shape: FigureShape = {
    ...{ layout: edition, other: edition === '2019' ? 'one row' : 'three rows', size: random.pick(SIZES) },
    naturalOnly: random.chance(0.5),
  };
  const cells = cellsOf(edition, makeFigures(random, shape), random);
  const names = cells.map(({ variable }) => variable);
  return {
    report: {
      ...{
        title: `${agency}${year}年政府信息公开工作年度报告`,
        agency,
        place,
        division,
        level: 'county',
        year,
      },
      ...{ published: `${year + 1}-01-${String(10 + (seed % 20))}`, form: edition },
      period: [`${year}-01-01`, `${year}-12-31`],
      contact: { address: `${place}人民路${seed % 300}号`, postcode: '136400', phone: '0434-7663373' },
    },
    basis: {
      form: { score: 0.98, reason: `26 of 26 row labels of the form of ${edition}` },
      division: {
        reason: { zh: `标题和地址写明：${place}`, en: `${place} is named in the title and in the address` },
      },
    },
    cells,
    claims: claimsOf(cells, random),
    findings: random.chance(0.1) ? [contradiction(names, seed)] : [],
    sha256: createHash('sha256').update(`${agency} ${year}`).digest('hex'),
    evaluated: { pass: 61, fail: 0, not_evaluable: 0 },
    checks: {
      'applications.balance': { pass: 7, fail: 0, not_evaluable: {} },
      'applications.row_total': { pass: 26, fail: 0, not_evaluable: {} },
      'applications.result_total': { pass: 7, fail: 0, not_evaluable: {} },
      'challenges.total': { pass: 3, fail: 0, not_evaluable: {} },
      'narrative.mismatch': { pass: 2 + (seed % 5), fail: 0, not_evaluable: {} },
    },
  };
}

function cellsOf(edition: '2019' | '2021', figures: Figures, random: Random): Cell[] {
  const form = FORMS.find(({ id }) => id === edition) ?? FORMS[0]!;
  const blanks = random.chance(0.15);
  return formVariables(form).map(({ name }, index): Cell => {
    const value = figures.get(name);
    if (value === undefined)
      return { variable: name, value: null, raw: null, status: 'absent', source: null };
    const source = placeOf(index);
    if (value === 0 && blanks) return { variable: name, value: null, raw: '', status: 'blank', source };
    const raw = random.chance(0.002) ? ` ${value}` : String(value);
    return { variable: name, value, raw, status: 'reported', source };
  });
}

function placeOf(index: number): Source {
  const table = index < 20 ? 0 : index < 185 ? 1 : 2;
  const [row, column] = [3 + Math.floor(index / COLUMNS), 3 + (index % COLUMNS)];
  const cell = `tr:nth-of-type(${row + 1}) > td:nth-of-type(${column - (row % 3)})`;
  const path = `#zoom > div:nth-of-type(2) > table:nth-of-type(${table + 1}) > tbody > ${cell}`;
  return { kind: 'html', table, row, column, path };
}

function claimsOf(cells: readonly Cell[], random: Random): Extraction['claims'] {
  return random
    .sample(
      cells.filter(({ value }) => value !== null),
      4,
    )
    .map(({ variable, value }, index) => ({
      ...{ variable, value: value ?? 0, text: `收到政府信息公开申请${value}件`, scope: 'agency' as const },
      ...{ start: 700 + index * 40, end: 716 + index * 40 },
    }));
}

function contradiction(names: readonly string[], seed: number): Extraction['findings'][number] {
  return makeFinding({
    ...{ rule: 'applications.balance', scope: 'natural_person', severity: 'error' },
    message: {
      zh: `${seed} + 1 = ${seed + 1}，报告为 ${seed}`,
      en: `${seed} + 1 = ${seed + 1}, reported ${seed}`,
    },
    ...{ expected: seed + 1, actual: seed, variables: names.slice(20, 24) },
    suggestions: [
      {
        ...{ changes: { [names[21] ?? '']: 1 }, why: { zh: '正文如此', en: 'the prose says so' } },
        ...{ repairs: 2, breaks: 0, typos: ['digit_lost'], alternatives: 3, localised: false },
      },
    ],
  });
}
