import type { Role } from '../model/person.ts';
import type { ReviewStatus } from '../review/status.ts';
import type { EventFacts } from './review/chain.ts';

/** The tables of migrations/ as Kysely sees them. A row is what SQLite gives: booleans are 0 and 1, JSON is text. */
export interface Schema {
  variable: VariableRow;
  archive_file: { id: number; name: string };
  document: DocumentRow;
  origin: { document: number; kind: 'url' | 'file'; name: string };
  report: ReportRow;
  tally: { id: number; counts: string };
  cell: CellRow;
  place: { report: number; paths: string | null; block: Uint8Array };
  claim: ClaimRow;
  finding: FindingRow;
  correction: CorrectionRow;
  correction_entry: CorrectionEntryRow;
  cross_check: CrossCheckRow;
  comparison: ComparisonRow;
  prose_band: { band: Uint8Array; report: number };
  copy: { report: number; other: number };
  review_event: ReviewEventRow;
  review_action: { id: number; author: string; active: number; moved: number };
  review_state: ReviewStateRow;
  review_bulk: { action: number; said: string };
  review_bulk_rest: { action: number; finding_id: number; signature: string };
  review_unsettled: { finding_key: string; event: number };
  review_lease: { finding_key: string; person: string; expires_ms: number };
  run: RunRow;
  page: PageRow;
  page_part: PagePartRow;
  parsed: ParsedRow;
  capture: CaptureRow;
  source_run: SourceRunRow;
  account: AccountRow;
  session: SessionRow;
  login_failure: { subject: Uint8Array; failures: number; last_at: string };
  reports: ReportsView;
}

export interface VariableRow {
  id: number;
  name: string;
  table_name: string;
  row_label: string;
  column_label: string;
  unit: string;
  forms: string;
  derived: number;
}

export interface DocumentRow {
  id: number;
  sha256: Uint8Array;
  byte_length: number;
  kind: string;
  archive_file: number | null;
  archive_offset: number | null;
  archive_length: number | null;
  night: string | null;
}

export interface ReportRow {
  id: number;
  document: number;
  title: string | null;
  agency: string | null;
  place: string | null;
  division: string | null;
  level: string | null;
  year: number | null;
  published: string | null;
  form: string | null;
  period_start: string | null;
  period_end: string | null;
  address: string | null;
  postcode: string | null;
  phone: string | null;
  form_score: number;
  form_reason: string;
  division_reason: string;
  division_reason_zh: string;
  passed: number;
  failed: number;
  not_evaluable: number;
  parser_version: string;
  current: number;
  checks: string;
  series: string | null;
  prose_print: Uint8Array | null;
  compared: number;
}

export interface CellRow {
  report: number;
  variable: number;
  value: number | null;
  state: number;
  raw: string | null;
  imputed: number | null;
}

export interface ClaimRow {
  report: number;
  position: number;
  variable: number;
  value: number;
  text: string;
  start_char: number;
  end_char: number;
  scope: string;
}

export interface FindingRow {
  id: number;
  report: number;
  rule: string;
  scope: string;
  nth: number;
  position: number;
  key: string;
  signature: string;
  severity: string;
  outcome: string;
  message_zh: string;
  message_en: string;
  expected: number | null;
  actual: number | null;
  delta: number | null;
  variables: string;
  suggestions: string;
  confirmed: number | null;
  withdrawn: number;
  family: string;
  own_suggestions: string | null;
  review_status: ReviewStatus;
  rule_version: number;
}

export interface CorrectionRow {
  report: number;
  variable: number;
  value: number;
  expected: string | null;
  reason: string;
  author: string;
  decided_at: string;
  evidence: string | null;
}

export interface CorrectionEntryRow {
  file: string;
  line: number;
  division: string;
  agency: string;
  year: number;
  variable_name: string;
  value: number;
  expected: string | null;
  reason: string;
  evidence: string;
  reviewer: string;
  date: string;
  state: string;
  report: number | null;
  printed: string | null;
}

export interface CrossCheckRow {
  report: number;
  rule: string;
  previous: number | null;
  passed: number;
  failed: number;
  not_evaluable: number;
  reason: string | null;
}

export interface ComparisonRow {
  report: number;
  series: string | null;
  peers: string | null;
  whole: string | null;
  figures: Uint8Array | null;
}

/** An event of review as src/store/review/chain.ts hashes it. */
export interface ReviewEventRow extends EventFacts {
  readonly hash: Uint8Array;
}

export interface ReviewStateRow {
  finding_key: string;
  status: ReviewStatus;
  decided: number | null;
  signature: string | null;
  parser: string | null;
  assignee: string | null;
  event: number;
}

export interface RunRow {
  id: number;
  command: string;
  started_at: string;
  finished_at: string | null;
  exit_code: number | null;
  parser_version: string;
  counts: string;
  round: number | null;
  stage: string | null;
  holder: string | null;
  summary: string | null;
}

export interface PageRow {
  id: number;
  source: string;
  role: 'list' | 'report' | 'attachment';
  url: string;
  final_url: string | null;
  title: string | null;
  etag: string | null;
  last_modified: string | null;
  sha256: Uint8Array | null;
  checked_at: string | null;
  changed_at: string | null;
  first_round: number;
  seen_round: number;
  done_round: number | null;
  outcome: string | null;
  cause: string | null;
  detail: string | null;
  failures: number;
  gone_rounds: number;
}

export interface PagePartRow {
  page: number;
  part: number;
}

export interface ParsedRow {
  page: number;
  unit: string;
  parser_version: string;
  outcome: 'loaded' | 'not_a_report' | 'failed';
  report: number | null;
}

export interface CaptureRow {
  file: number;
  offset: number;
  length: number;
  url: string;
  date: string;
  status: number | null;
  sha256: Uint8Array | null;
  role: string | null;
  source: string | null;
  page_url: string | null;
  round: number | null;
}

export interface SourceRunRow {
  round: number;
  source: string;
  outcome: string;
  cause: string | null;
  result: string;
}

export interface AccountRow {
  id: number;
  name: string;
  role: Role;
  password: string;
  created_at: string;
  disabled_at: string | null;
}

export interface SessionRow {
  token: Uint8Array;
  account: number;
  started_at: string;
  used_at: string;
  agent: string;
}

export interface ReportsView
  extends Omit<ReportRow, 'id' | 'document' | 'checks' | 'series' | 'prose_print' | 'compared'> {
  report_id: number;
  sha256: string;
  byte_length: number;
  kind: string;
  url: string | null;
  file: string | null;
  archive_file: string | null;
  archive_offset: number | null;
  archive_length: number | null;
}
