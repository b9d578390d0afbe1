import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { variableSeeds } from '../../src/cli/variable-seeds.ts';
import { FORM_2021, formVariables } from '../../src/forms/index.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import { loadRecord } from '../../src/pipeline/load-record.ts';
import type { ListedFinding } from '../../src/store/list-findings.ts';
import { listFindings } from '../../src/store/list-findings.ts';
import type { LoadResult } from '../../src/store/load-extraction.ts';
import { openStore } from '../../src/store/open-store.ts';
import { seedVariables } from '../../src/store/seed-variables.ts';
import type { Store } from '../../src/store/store.ts';
import { validateAlone } from '../../src/validators/index.ts';
import type { Figures } from '../generate/figures.ts';
import { tempDir } from '../store/temp-store.ts';
import { cellOf, type Printed } from '../validators/reading.ts';

export interface MadeReport {
  readonly agency?: string;
  readonly place?: string;
  readonly division?: string;
  readonly level?: 'county' | 'prefecture' | 'province';
  readonly year: number;
  readonly published?: string | null;
  readonly figures: Figures | ReadonlyMap<string, Printed>;
  readonly prose?: string;
  readonly claims?: Extraction['claims'];
  /** Tells versions of one report apart. */
  readonly copy?: number;
}

/** The record of a report in the form of 2021 that prints these figures; the rest of its cells are absent. */
export function makeReport(made: MadeReport): Extraction {
  const {
    agency = '双辽市人民政府',
    place = '双辽市',
    division = '220382',
    year,
    prose = '',
    copy = 0,
  } = made;
  const { published = `${year + 1}-01-20`, level = 'county', figures, claims = [] } = made;
  const cells = formVariables(FORM_2021).map(({ name }) => {
    const printed = figures.get(name);
    return printed === undefined ? { ...cellOf(name, 'absent'), raw: null } : cellOf(name, printed);
  });
  const record = validateAlone({
    report: {
      ...{
        title: `${agency}${year}年政府信息公开工作年度报告`,
        agency,
        place,
        division,
        level,
        year,
        published,
      },
      form: '2021',
      period: [`${year}-01-01`, `${year}-12-31`],
      contact: { address: null, postcode: null, phone: null },
    },
    basis: { form: { score: 1, reason: 'made' }, division: { reason: { zh: '编造', en: 'made' } } },
    ...{ cells, claims, findings: [] },
    unordered: [],
    paragraphs: prose === '' ? [] : [{ text: prose, start: 0, end: prose.length }],
  });
  const sha256 = createHash('sha256')
    .update(JSON.stringify([division, agency, year, copy]))
    .digest('hex');
  return { ...record, sha256 };
}

/** A new database that knows the variables of the forms. */
export function formStore(): Store {
  const store = openStore(join(tempDir(), 'across.sqlite'));
  onTestFinished(() => store.close());
  seedVariables(store, variableSeeds());
  return store;
}

export function loadMade(store: Store, made: MadeReport): LoadResult {
  return loadExtracted(store, makeReport(made));
}

export function loadExtracted(store: Store, extraction: Extraction): LoadResult {
  const { sha256 } = extraction;
  const document = { sha256, byteLength: 1000, kind: 'html', origin: { file: `${sha256.slice(0, 8)}.html` } };
  return loadRecord(store, { ...document, parserVersion: 'test' }, extraction);
}

/** Findings of a rule, `year scope severity: message`, as a person meets them. */
export const findingsOf = (store: Store, rule: RegExp): string[] =>
  allFindings(store, rule).map(
    ({ year, rule: name, scope, severity, message }) => `${year} ${name} ${scope} ${severity}: ${message.en}`,
  );

export const allFindings = (store: Store, rule: RegExp): ListedFinding[] =>
  listFindings(store).rows.filter((finding) => rule.test(finding.rule));
