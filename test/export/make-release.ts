import { join } from 'node:path';
import { variableSeeds } from '../../src/cli/variable-seeds.ts';
import type { ExportOptions } from '../../src/export/export-options.ts';
import { exportRelease, type Released } from '../../src/export/export-release.ts';
import { loadGates, loadReleaseData } from '../../src/export/release-data.ts';
import { FORMATS } from '../../src/export/release-table.ts';
import { FORMS, formVariables } from '../../src/forms/index.ts';
import type { Cell } from '../../src/model/cell.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import type { Source } from '../../src/model/source.ts';
import { CELL_STATUSES, type FormId } from '../../src/model/status.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { makeFinding } from '../../src/rules/make-finding.ts';
import { loadExtraction } from '../../src/store/load-extraction.ts';
import { openStore } from '../../src/store/open-store.ts';
import { seedVariables } from '../../src/store/seed-variables.ts';
import type { Store } from '../../src/store/store.ts';
import { sha256Of } from '../store/make-extraction.ts';

export const RELEASE_DIR = join(import.meta.dirname, '../../data/release');

/** What the made-up reports differ in; `seed` decides every number. */
export interface MadeReport {
  readonly seed: number;
  readonly form?: FormId;
  readonly agency?: string;
  readonly division?: string | null;
  readonly year?: number | null;
  readonly published?: string;
  readonly url?: string;
  /** Value of the first variable of the form. */
  readonly first?: number;
  /** Every cell is printed with a whole number. */
  readonly plain?: boolean;
}

/** A report in an edition of the real form: every status, decimals, a place for what is printed, one finding. */
export function makeReport(made: MadeReport): Extraction {
  const { seed, form = '2021', division = '220382', year = 2021, published = '2022-01-20' } = made;
  const agency = made.agency ?? `双辽市机关${seed}`;
  const names = formVariables(FORMS.find(({ id }) => id === form) ?? FORMS[0]!).map(({ name }) => name);
  const random = randomFrom(seed);
  const cells = names.map((variable, index): Cell => {
    const cell = makeCell(variable, index, random, made.plain === true);
    return index === 0 && made.first !== undefined
      ? { ...cell, value: made.first, raw: String(made.first), status: 'reported' }
      : cell;
  });
  return {
    report: {
      ...{ title: `${agency}${year}年政府信息公开工作年度报告`, agency, place: '双辽市', division },
      ...{ level: 'county', year, published, form, period: null },
      contact: { address: null, postcode: null, phone: null },
    },
    basis: { form: { score: 1, reason: '' }, division: { reason: { zh: '', en: '' } } },
    cells,
    claims: [],
    findings: [
      makeFinding({
        ...{ rule: 'applications.balance', scope: '=1+1', severity: 'error' },
        message: { zh: '“数” 1,\n2', en: '@SUM("a")' },
        variables: names.slice(0, 2),
      }),
    ],
    sha256: sha256Of(JSON.stringify({ ...made, first: null })),
    evaluated: { pass: 1, fail: 1, not_evaluable: 0 },
    checks: {},
  };
}

function makeCell(variable: string, index: number, random: () => number, plain: boolean): Cell {
  const value = random() < 0.5 ? 0 : Math.floor(random() * 60);
  const source: Source = {
    kind: 'html',
    table: 1,
    row: 3 + Math.floor(index / 7),
    column: index % 7,
    path: 'td',
  };
  const status = plain || random() < 0.8 ? 'reported' : (CELL_STATUSES[Math.floor(random() * 7)] ?? 'blank');
  if (status === 'reported') {
    const printed = !plain && random() < 0.02 ? 1798.66 : value;
    return { variable, value: printed, raw: String(printed), status, source };
  }
  const raw = status === 'blank' ? '' : status === 'dash' ? '=/' : null;
  const cell = { variable, value: null, raw, status, source: status === 'absent' ? null : source };
  return status === 'ambiguous' && random() < 0.5 ? { ...cell, imputed: value } : cell;
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

/** Loads made-up reports into the database at `file`, which is closed again. */
export function makeDatabase(
  file: string,
  reports: readonly MadeReport[],
  then?: (store: Store) => void,
): void {
  const store = openStore(file);
  try {
    seedVariables(store, variableSeeds());
    for (const made of reports) {
      const extraction = makeReport(made);
      const url = made.url ?? `http://www.shuangliao.gov.cn/${extraction.sha256.slice(0, 8)}.html?a=1,2`;
      const document = { sha256: extraction.sha256, byteLength: 80_000, kind: 'html', origin: { url } };
      loadExtraction(store, document, extraction);
    }
    then?.(store);
  } finally {
    store.close();
  }
}

/** Reports of all editions, two versions of one report, one whose year is not known, one place that was renamed. */
export const MIXED: readonly MadeReport[] = [
  { seed: 1, form: '2014', year: 2015 },
  { seed: 2, form: '2019', year: 2019, agency: '=cmd|calc' },
  { seed: 3, form: '2021', year: 2021, agency: '双辽市“办公室”, 一' },
  { seed: 4, form: '2021', year: 2021, agency: '双辽市财政局', published: '2022-01-10' },
  { seed: 5, form: '2021', year: 2021, agency: '双辽市财政局', published: '2022-03-10' },
  { seed: 6, form: '2021', year: null },
  { seed: 7, form: '2019', year: 2017, division: '620824', agency: '华亭县政府办公室' },
  { seed: 8, form: '2021', year: 2022, plain: true, agency: '双辽市公安局' },
];

/** A correction of a printed number and one of a cell that the report does not have. */
export function correctTwo({ sqlite }: Store): void {
  const correct = sqlite.prepare(
    "INSERT INTO correction SELECT r.id, v.id, ?, NULL, 'why', 'who', '2022-02-01', NULL FROM report r, variable v WHERE r.year = ? AND v.name = ?",
  );
  correct.run(77, 2022, 'applications.received_new.total');
  correct.run(5, 2019, 'disclosure.regulations.issued');
}

/** Exports what is in the database at `file` with the reviewed data of the project. */
export async function exportFrom(
  file: string,
  options: Pick<ExportOptions, 'to'> & Partial<ExportOptions>,
): Promise<Released> {
  const store = openStore(file, { readonly: true });
  try {
    return await exportRelease({
      ...{ store, formats: FORMATS, gazetteer: loadGazetteer(), softwareVersion: '0.0.0' },
      ...{ data: loadReleaseData(RELEASE_DIR), gates: loadGates(join(RELEASE_DIR, 'gates.yml')) },
      ...options,
    });
  } finally {
    store.close();
  }
}
