import { createHash } from 'node:crypto';
import type { Cell } from '../../src/model/cell.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import type { Source } from '../../src/model/source.ts';
import { makeFinding } from '../../src/rules/make-finding.ts';
import type { VariableSeed } from '../../src/store/seed-variables.ts';

/** What the made-up reports differ in. `seed` decides every number. */
export interface Made {
  readonly seed?: number;
  readonly cells?: number;
  readonly kind?: 'html' | 'text';
  readonly agency?: string;
  readonly division?: string;
  readonly year?: number;
  readonly published?: string | null;
}

const COLUMNS = 7;
const columnNames = ['natural_person', 'enterprise', 'research', 'social', 'legal', 'other', 'total'];

/** As many variables as the form of 2021 has, with names of the same shape. */
export const VARIABLES: readonly VariableSeed[] = Array.from({ length: 210 }, (_, index) => {
  const row = Math.floor(index / COLUMNS);
  const columnLabel = columnNames[index % COLUMNS] ?? '';
  const name = `applications.row_${row}.${columnLabel}`;
  return {
    name,
    table: 'applications',
    rowLabel: `行${row}`,
    columnLabel,
    unit: 'applications',
    forms: ['2019', '2021'],
  };
});

export const variable = (index: number): string => VARIABLES[index]?.name ?? '';
export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A record such as a county's report gives: mostly small counts, a few odd cells, claims and findings. */
export function makeExtraction(made: Made = {}): Extraction {
  const {
    seed = 1,
    cells = 200,
    kind = 'html',
    agency = `双辽市政府办公室${seed}`,
    division = '220382',
  } = made;
  const { year = 2021, published = '2022-01-20' } = made;
  const random = randomFrom(seed);
  return {
    report: {
      title: `${agency}${year}年政府信息公开工作年度报告`,
      agency,
      place: '双辽市',
      division,
      level: 'county',
      year,
      published,
      form: '2021',
      period: [`${year}-01-01`, `${year}-12-31`],
      contact: { address: '双辽市辽河路1618号', postcode: '136400', phone: '0434-7663373' },
    },
    basis: {
      form: { score: 0.98, reason: '26 of 26 row labels of the form of 2021' },
      division: { reason: { zh: '标题写明：双辽市', en: '双辽市 is named in the title and in the address' } },
    },
    cells: makeCells(cells, kind, random),
    claims: [1, 2, 3].map((index) => ({
      variable: variable(index),
      value: index * 9,
      text: `收到政府信息公开申请${index * 9}件`,
      start: 700 + index * 40,
      end: 716 + index * 40,
      scope: 'agency',
    })),
    findings: [makeBalance(seed)],
    sha256: sha256Of(JSON.stringify(made)),
    evaluated: { pass: 61, fail: 1, not_evaluable: 0 },
    checks: makeChecks(random),
  };
}

/** As a report without table four gives them. */
function makeChecks(random: () => number): Extraction['checks'] {
  const told = Math.floor(random() * 12);
  return {
    'applications.balance': { pass: 6, fail: 1, not_evaluable: {} },
    'applications.row_total': { pass: 22, fail: 0, not_evaluable: { absent: 2, ambiguous: 1 } },
    'challenges.total': { pass: 0, fail: 0, not_evaluable: { no_table: 3 } },
    'narrative.mismatch': { pass: told, fail: 0, not_evaluable: {} },
    'cell.malformed': { pass: 150 + told, fail: told, not_evaluable: {} },
    'document.year_conflict': { pass: 1, fail: 0, not_evaluable: {} },
  };
}

function makeBalance(seed: number) {
  return makeFinding({
    rule: 'applications.balance',
    scope: 'natural_person',
    severity: 'error',
    message: {
      zh: `${seed} + 1 = ${seed + 1}，报告为 ${seed}`,
      en: `${seed} + 1 = ${seed + 1}, reported ${seed}`,
    },
    expected: seed + 1,
    actual: seed,
    variables: [variable(0), variable(7), variable(14), variable(21)],
    suggestions: [
      {
        changes: { [variable(21)]: 1 },
        why: { zh: '正文如此', en: 'the prose says so' },
        ...{ repairs: 2, breaks: 0, typos: ['digit_lost'], alternatives: 3, localised: false },
      },
    ],
  });
}

function makeCells(count: number, kind: 'html' | 'text', random: () => number): Cell[] {
  let end = 1800;
  return Array.from({ length: count }, (_, index) => {
    const { value, raw, status, imputed } = makeReading(random);
    const start = end + (index % COLUMNS === 0 ? 12 + Math.floor(random() * 30) : 3);
    end = start + (raw?.length ?? 0);
    const source = status === 'absent' ? null : makeSource(kind, index, start, end);
    const cell = { variable: variable(index), value, raw, status, source };
    return imputed === undefined ? cell : { ...cell, imputed };
  });
}

type Reading = Omit<Cell, 'variable' | 'source'>;

function makeReading(random: () => number): Reading {
  const chance = random();
  if (chance < 0.01) return { value: 0, raw: '00', status: 'reported' };
  if (chance < 0.02) return { value: null, raw: '/', status: 'dash' };
  if (chance < 0.04) return { value: null, raw: '', status: 'blank', imputed: 3 };
  if (chance < 0.05) return { value: null, raw: null, status: 'absent' };
  if (chance < 0.06) return { value: 1798.66, raw: '1798.66', status: 'reported' };
  const value = chance < 0.7 ? 0 : Math.floor(random() * 60);
  return { value, raw: String(value), status: 'reported' };
}

function makeSource(kind: 'html' | 'text', index: number, start: number, end: number): Source {
  const table = index < 20 ? 0 : index < 185 ? 1 : 2;
  const row = 3 + Math.floor(index / COLUMNS);
  const column = 3 + (index % COLUMNS);
  if (kind === 'text') return { kind, table, row, column, start, end };
  const cell = `tr:nth-of-type(${row + 1}) > td:nth-of-type(${column - (row % 3)})`;
  return {
    kind,
    table,
    row,
    column,
    path: `#zoom > div:nth-of-type(2) > table:nth-of-type(${table + 1}) > tbody > ${cell}`,
  };
}

/** Mulberry32: the same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
