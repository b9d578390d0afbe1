import type { ExpectedReading } from './extract-fixture.ts';

/** What a person read off the document itself, before any program did. */
export interface Facts {
  readonly division: string;
  readonly year: number;
  readonly form: string | null;
  readonly values?: ExpectedReading['values'];
  /** Beginnings of findings that must be there: severity, outcome, rule and scope. */
  readonly findings?: readonly string[];
}

const applications = (row: string, column: string): string => `applications.${row}.${column}`;

/** Facts by fixture: one that has none fails its test. */
export const FACTS: Readonly<Record<string, Facts>> = {
  'html-plain-2021-11.html': {
    division: '220112',
    year: 2023,
    form: '2021',
    values: {
      'disclosure.normative_documents.issued': 29,
      [applications('other_not_corrected', 'total')]: 1,
    },
  },
  'html-plain-2019-wide-12.html': {
    division: '530922',
    year: 2019,
    form: '2019',
    values: { 'disclosure.normative_documents.made': 26, 'challenges.litigation_direct.total': 2 },
  },
  'html-word-2021-13.html': {
    division: '450181',
    year: 2021,
    form: '2021',
    values: { [applications('refused_internal_affairs', 'natural_person')]: 2 },
  },
  'html-unclosed-upper-14.html': {
    division: '330383',
    year: 2023,
    form: '2021',
    values: { 'challenges.litigation_after_reconsideration.other': 2 },
  },
  'html-nested-15.html': {
    division: '360733',
    year: 2020,
    form: '2019',
    values: { [applications('total_processed', 'natural_person')]: 45 },
  },
  'html-lost-spans-16.html': {
    division: '330383',
    year: 2023,
    form: '2021',
    values: { [applications('granted', 'total')]: 3, 'challenges.litigation_after_reconsideration.total': 1 },
  },
  'html-ragged-2019-17.html': {
    division: '610926',
    year: 2020,
    form: '2019',
    values: { [applications('received_new', 'total')]: 10, 'challenges.litigation_direct.total': 4 },
  },
  'html-ragged-blank-18.html': {
    division: '320612',
    year: 2019,
    form: '2019',
    values: {
      [applications('granted', 'other_org')]: 2,
      [applications('rejected_duplicate', 'natural_person')]: 1,
    },
  },
  'html-broken-header-19.html': {
    division: '360733',
    year: 2021,
    form: '2021',
    values: { [applications('granted_in_part', 'natural_person')]: 316 },
  },
  'html-rowspan-slip-long-20.html': {
    division: '450181',
    year: 2021,
    form: '2021',
    values: { [applications('total_processed', 'total')]: 38 },
  },
  'html-split-blank-21.html': {
    division: '420684',
    year: 2021,
    form: '2021',
    values: { [applications('rejected_duplicate', 'natural_person')]: 16 },
  },
  'html-split-twice-22.html': {
    division: '130503',
    year: 2024,
    form: '2021',
    values: { [applications('other_other', 'total')]: 3 },
  },
  'html-merged-even-23.html': {
    division: '350102',
    year: 2025,
    form: '2021',
    values: { 'disclosure.normative_documents.issued': 22, 'challenges.litigation_direct.total': 1 },
  },
  'html-hybrid-24.html': {
    division: '231100',
    year: 2024,
    form: '2021',
    values: { 'disclosure.normative_documents.made': 39, [applications('rejected_petition', 'total')]: 5 },
  },
  'html-other-one-row-25.html': {
    division: '130900',
    year: 2022,
    form: '2021',
    values: {
      [applications('other_other', 'total')]: 'absent',
      [applications('total_processed', 'public_welfare_org')]: 5,
    },
  },
  'html-subtotal-26.html': {
    division: '520113',
    year: 2022,
    form: '2021',
    values: { [applications('total_processed', 'public_welfare_org')]: 2 },
    findings: ['info fail table.unmapped applications'],
  },
  'html-blank-mixed-27.html': {
    division: '420684',
    year: 2020,
    form: '2019',
    values: { [applications('received_new', 'legal_service_org')]: 77 },
  },
  'html-yuan-in-cell-28.html': {
    division: '440305',
    year: 2020,
    form: '2019',
    values: { 'disclosure.fees.items_last_year': 239 },
    findings: ['info fail cell.unit disclosure.procurement.amount_10k_yuan'],
  },
  'html-anomaly-several-29.html': {
    division: '330500',
    year: 2025,
    form: '2021',
    findings: [
      'error fail applications.result_total natural_person',
      'error fail applications.result_total total',
      'error fail applications.row_total unavailable_needs_creation',
      'warning fail cell.malformed applications.refused_state_secret.research_institution',
    ],
  },
  'html-malformed-any-30.html': {
    division: '130827',
    year: 2021,
    form: '2021',
    values: { [applications('unavailable_not_held', 'natural_person')]: 16 },
    findings: [
      'warning fail cell.malformed disclosure.normative_documents.repealed',
      'info fail cell.malformed disclosure.licences.decisions',
    ],
  },
  'html-gbk-as-utf8-31.html': {
    division: '150204',
    year: 2022,
    form: '2021',
    values: { [applications('received_new', 'natural_person')]: 4 },
  },
  'html-missing-all-32.html': {
    division: '371312',
    year: 2025,
    form: null,
    findings: [
      'warning fail table.missing disclosure',
      'warning fail table.missing applications',
      'warning fail table.missing challenges',
    ],
  },
  'text-l2-2021-33.txt': {
    division: '430922',
    year: 2023,
    form: '2021',
    values: { 'challenges.litigation_after_reconsideration.other': 7 },
  },
  'text-l3p-blanks-shown-34.txt': {
    division: '440305',
    year: 2022,
    form: '2021',
    values: { [applications('carried_out', 'total')]: 10 },
  },
  'text-l3-blanks-lost-35.txt': {
    division: '360733',
    year: 2022,
    form: '2021',
    values: { [applications('refused_internal_affairs', 'natural_person')]: 'ambiguous' },
    findings: ['warning fail cell.ambiguous applications.refused_internal_affairs'],
  },
  'text-l5-2019-36.txt': {
    division: '341823',
    year: 2020,
    form: '2019',
    values: { [applications('total_processed', 'total')]: 82 },
  },
  'text-l7-2021-37.txt': {
    division: '350803',
    year: 2025,
    form: '2021',
    values: {
      [applications('unavailable_not_held', 'natural_person')]: 25,
      'challenges.reconsideration.pending': 6,
    },
  },
  'text-l9-dashes-38.txt': {
    division: '150626',
    year: 2024,
    form: '2021',
    values: { [applications('granted_in_part', 'total')]: 5, 'challenges.reconsideration.total': 7 },
  },
  'text-mismatch-39.txt': {
    division: '511102',
    year: 2021,
    form: '2021',
    values: { 'challenges.litigation_after_reconsideration.total': 14 },
    findings: ['warning fail narrative.mismatch applications.received_new.total'],
  },
  'text-radicals-40.txt': {
    division: '441424',
    year: 2022,
    form: '2021',
    values: { 'disclosure.normative_documents.repealed': 34, [applications('carried_in', 'total')]: 1 },
  },
  'shuangliao-2021.txt': {
    division: '220382',
    year: 2021,
    form: '2021',
    values: {
      'disclosure.fees.amount_10k_yuan': 1798.66,
      [applications('received_new', 'total')]: 27,
      [applications('carried_in', 'total')]: 1,
      [applications('refused_internal_affairs', 'legal_service_org')]: 0,
    },
    findings: [
      'error fail applications.balance natural_person',
      'error fail applications.balance total',
      'warning fail cell.malformed applications.refused_internal_affairs.legal_service_org',
      'warning fail cell.malformed applications.refused_enforcement_file.other_org',
      'warning fail narrative.mismatch applications.total_processed.total',
    ],
  },
  // Figures of three levels and their total, which counts; two local rows; a slash for every 0.
  'statistics-html-41.html': {
    division: '431230',
    year: 2017,
    form: '2014',
    values: {
      'statistics.disclosed': 3212,
      'statistics.disclosed_normative_documents': 8540,
      'statistics.normative_documents_issued': 'dash',
      'statistics.applications_received': 252,
      'statistics.litigations_upheld': 28,
      'statistics.fees_10k_yuan': 23,
    },
    findings: [
      'warning fail table.unmapped statistics: Row 55, "", prints 54 | 1.机构领导人事 | 条',
      'warning fail table.unmapped statistics: Row 56, "", prints 55 | 73.规划统计 | 条',
    ],
  },
  // 786 received, the four ways add up to 783.
  'statistics-text-42.txt': {
    division: '422800',
    year: 2014,
    form: '2014',
    values: {
      'statistics.disclosed': 828,
      'statistics.applications_received': 786,
      'statistics.refused_trade_secret': 0,
      'statistics.fees_10k_yuan': 19.9,
    },
    findings: ['warning fail statistics.total applications_received'],
  },
  // A column of codes between unit and figure.
  'statistics-xlsx-43.xlsx': {
    division: '341823',
    year: 2015,
    form: '2014',
    values: {
      'statistics.disclosed': 4930,
      'statistics.normative_documents_issued': 37,
      'statistics.applications_received': 34,
      'statistics.refused_trade_secret': 1,
      'statistics.fees_10k_yuan': 13,
      'statistics.staff_part_time': 0,
    },
  },
};
