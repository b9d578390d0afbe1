import { Writable } from 'node:stream';
import type { DocumentResult } from '../../src/cli/document-record.ts';
import type { Io, Session } from '../../src/cli/session.ts';
import { FORM_2021, formVariables } from '../../src/forms/index.ts';
import type { Cell } from '../../src/model/cell.ts';
import type { Language } from '../../src/model/status.ts';
import { makeFinding } from '../../src/rules/make-finding.ts';

const NONZERO: Readonly<Record<string, number>> = {
  'disclosure.normative_documents.in_force': 1,
  'disclosure.licences.decisions': 9737,
  'disclosure.penalties.decisions': 440,
  'disclosure.compulsory_measures.decisions': 53,
  'disclosure.fees.amount_10k_yuan': 1798.66,
  'applications.received_new.natural_person': 27,
  'applications.received_new.total': 27,
  'applications.carried_in.natural_person': 1,
  'applications.carried_in.total': 1,
  'applications.granted.natural_person': 12,
  'applications.granted.total': 12,
  'applications.total_processed.natural_person': 27,
  'applications.total_processed.total': 27,
};

/** Cells in each status that is no number, so that every sign is seen. */
const OTHER_CELLS: readonly Cell[] = [
  { variable: 'disclosure.regulations.issued', value: null, raw: '', status: 'blank', source: null },
  { variable: 'disclosure.regulations.repealed', value: null, raw: '不涉及', status: 'dash', source: null },
  {
    variable: 'disclosure.regulations.in_force',
    value: null,
    raw: '三件',
    status: 'unreadable',
    source: null,
  },
  {
    variable: 'applications.granted_in_part.other_org',
    value: null,
    raw: '2 2',
    status: 'ambiguous',
    source: null,
  },
  {
    variable: 'applications.granted_in_part.natural_person',
    value: null,
    raw: '2 2',
    status: 'ambiguous',
    source: null,
    imputed: 2,
  },
];

function cellOf(variable: string): Cell {
  const other = OTHER_CELLS.find((cell) => cell.variable === variable);
  if (other) return other;
  if (variable.startsWith('applications.other.')) {
    return { variable, value: null, raw: null, status: 'absent', source: null };
  }
  const value = NONZERO[variable] ?? 0;
  const raw = variable === 'applications.refused_internal_affairs.legal_service_org' ? '00' : String(value);
  return { variable, value, raw, status: 'reported', source: null };
}

const balance = (column: string) =>
  ['received_new', 'carried_in', 'total_processed', 'carried_out'].map(
    (row) => `applications.${row}.${column}`,
  );

/** An extraction made by hand: most of the Shuangliao report, with a cell of every status. */
export function handMade(): DocumentResult {
  return {
    report: {
      title: '双辽市2021年政府信息公开工作年度报告',
      agency: '双辽市政府办公室',
      place: '双辽市',
      division: '220382',
      level: 'county',
      year: 2021,
      published: null,
      form: '2021',
      period: ['2021-01-01', '2021-12-31'],
      contact: { address: null, postcode: '136000', phone: '0434-7663373' },
    },
    basis: {
      form: { score: 1, reason: 'item_1 as in 2021' },
      division: { reason: { zh: '标题写明', en: 'the title names it' } },
    },
    cells: formVariables(FORM_2021).map(({ name }) => cellOf(name)),
    claims: [
      {
        variable: 'applications.total_processed.total',
        value: 28,
        text: '答复28件',
        start: 1,
        end: 6,
        scope: 'agency',
      },
    ],
    findings: [
      makeFinding({
        rule: 'cell.malformed',
        scope: 'applications.refused_internal_affairs.legal_service_org',
        severity: 'info',
        message: { zh: '印作“00”，读作 0', en: 'printed "00", read as 0' },
        variables: ['applications.refused_internal_affairs.legal_service_org'],
      }),
      makeFinding({
        rule: 'applications.balance',
        scope: 'natural_person',
        severity: 'error',
        message: { zh: '27 + 1 = 28，表中为 27 + 0 = 27', en: '27 + 1 = 28, reported 27 + 0 = 27' },
        expected: 28,
        actual: 27,
        variables: balance('natural_person'),
        suggestions: [
          {
            changes: { 'applications.carried_out.natural_person': 1 },
            why: { zh: '结转下年度应为 1', en: 'one is carried out' },
            repairs: 2,
            breaks: 0,
            typos: ['zero_for_number'],
            alternatives: 3,
            localised: false,
          },
        ],
      }),
      makeFinding({
        rule: 'applications.balance',
        scope: 'total',
        severity: 'error',
        message: { zh: '27 + 1 = 28，表中为 27 + 0 = 27', en: '27 + 1 = 28, reported 27 + 0 = 27' },
        expected: 28,
        actual: 27,
        variables: balance('total'),
      }),
      makeFinding({
        rule: 'applications.row_total',
        scope: 'granted_in_part',
        outcome: 'not_evaluable',
        message: { zh: '有一格不确定', en: 'one cell is not certain' },
        variables: ['applications.granted_in_part.other_org'],
      }),
    ],
    evaluated: { pass: 61, fail: 2, not_evaluable: 1 },
  };
}

export interface Captured extends Io {
  readonly out: () => string;
  readonly err: () => string;
}

/** The edge of a process whose two outputs are kept. */
export function capture(terminal: { stdout?: boolean; stderr?: boolean; columns?: number } = {}): Captured {
  const stdout = collector(terminal.stdout, terminal.columns);
  const stderr = collector(terminal.stderr, terminal.columns);
  return { stdout: stdout.stream, stderr: stderr.stream, env: {}, out: stdout.text, err: stderr.text };
}

function collector(isTTY = false, columns = 100) {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream: Object.assign(stream, isTTY ? { isTTY, columns } : {}), text: () => chunks.join('') };
}

export function sessionOf(io: Io, lang: Language = 'en'): Session {
  return {
    stdout: io.stdout,
    stderr: io.stderr,
    env: io.env,
    lang,
    logLevel: 'info',
    database: 'none.sqlite',
    archive: 'none',
  };
}
